import type { PublicHoliday } from '../../../contracts/closed-days';
import { fromEpochDay } from '../../../domain/day';
import type { Day, EpochDay } from '../../../domain/day';
import { EXPECTED_MOVES, MOVED_HOLIDAYS, RULE_CORRECTIONS } from './corrections';
import type { MovedHoliday } from './corrections';
import { holidaysOf } from './holidays';
import type { HolidayPlace } from './holidays';

type Origin = Pick<PublicHoliday, 'source' | 'citation' | 'movedFrom'>;

const FROM_LIBRARY: Origin = { source: 'library', citation: null, movedFrom: null };

const findMove = (list: ReadonlyArray<MovedHoliday>, country: string, date: Day) =>
  list.find((move) => move.country === country && move.to === date);

function originOf({ country, types = ['public'] }: HolidayPlace, date: Day, name: string): Origin {
  // corrections are of public holidays: an office that keeps other kinds has none of them
  if (!types.includes('public')) return FROM_LIBRARY;
  const move = findMove(MOVED_HOLIDAYS, country, date);
  if (move) return { source: 'correction', citation: move.source, movedFrom: move.from };
  const mended = RULE_CORRECTIONS.find(
    ({ names, ...rule }) => rule.country === country && names && Object.values(names).includes(name),
  );
  return mended ? { source: 'correction', citation: mended.source, movedFrom: null } : FROM_LIBRARY;
}

/**
 * The public holidays of a year by date, each with where it is known from: the library, a correction that ships with the plugin, or an
 * expected move that is not decreed yet.
 */
export function publicHolidays(
  place: HolidayPlace,
  year: number,
): { holidays: PublicHoliday[]; knownUntil: Day | null } {
  const { holidays, expected, knownUntil } = holidaysOf(place);
  const dayOf = ([day, name]: readonly [EpochDay, string | null]) => ({ date: fromEpochDay(day), name: name ?? '' });
  const known = [...holidays(year)].map(dayOf).map((day) => ({ ...day, ...originOf(place, day.date, day.name) }));
  const likely = [...expected(year)].map(dayOf).map((day): PublicHoliday => {
    const move = findMove(EXPECTED_MOVES, place.country, day.date);
    return { ...day, source: 'expected', citation: move?.source ?? null, movedFrom: move?.from ?? null };
  });
  return {
    holidays: [...known, ...likely].sort((a, b) => a.date.localeCompare(b.date)),
    knownUntil: knownUntil === null ? null : fromEpochDay(knownUntil),
  };
}
