import { adjust, directionOf, nextOpen, previousOpen } from '../calendar';
import type { BusinessCalendar, Convention } from '../calendar';
import { daysAfter } from '../day';
import type { EpochDay } from '../day';
import type { Shift } from './types';

const COLLISION: Shift = Object.freeze({ kind: 'collision', name: null });

export interface DueDates {
  days: EpochDay[];
  /** Index by index, whether the date gave way to its neighbour's. */
  collided: boolean[];
}

/**
 * The due dates of an automatic plan, no two on one day. Under a forward convention a date that collides goes to the next
 * open day after its predecessor; under a backward one, from the end, to the open day before its successor. It may
 * leave its month then, also under `modified-*`.
 */
export function spacedDueDates(
  nominal: ReadonlyArray<EpochDay>,
  convention: Convention,
  calendar: BusinessCalendar,
): DueDates {
  const days = nominal.map((day) => adjust(day, convention, calendar));
  const collided = days.map(() => false);
  if (convention === 'unadjusted') return { days, collided };
  if (directionOf(convention) === 'forward') spaceForward(days, collided, calendar);
  else spaceBackward(days, collided, calendar);
  return { days, collided };
}

function spaceForward(days: EpochDay[], collided: boolean[], calendar: BusinessCalendar): void {
  for (let index = 1; index < days.length; index += 1) {
    const [predecessor, own] = [days[index - 1] as EpochDay, days[index] as EpochDay];
    if (own > predecessor) continue;
    days[index] = nextOpen(daysAfter(predecessor, 1), calendar);
    collided[index] = true;
  }
}

function spaceBackward(days: EpochDay[], collided: boolean[], calendar: BusinessCalendar): void {
  for (let index = days.length - 2; index >= 0; index -= 1) {
    const [own, successor] = [days[index] as EpochDay, days[index + 1] as EpochDay];
    if (own < successor) continue;
    days[index] = previousOpen(daysAfter(successor, -1), calendar);
    collided[index] = true;
  }
}

/** Why `due` is not `nominal`: a collision, or what closes the nominal day. Null where it did not move. */
export function shiftOf(nominal: EpochDay, due: EpochDay, collided: boolean, calendar: BusinessCalendar): Shift | null {
  if (nominal === due) return null;
  return collided ? COLLISION : calendar.closed(nominal);
}
