import type { BusinessCalendar } from './business-calendar';
import { civil } from './day';
import type { EpochDay } from './day';
import { nextOpen, previousOpen } from './open-days';

/** How a nominal date moves off a closed day. The names are those of ISDA's business day conventions. */
export type Convention = 'following' | 'modified-following' | 'preceding' | 'modified-preceding' | 'unadjusted';

/** The day that binds. `modified-*` turns round where its base would leave the nominal date's month. */
export function adjust(nominal: EpochDay, convention: Convention, calendar: BusinessCalendar): EpochDay {
  switch (convention) {
    case 'following':
      return nextOpen(nominal, calendar);
    case 'preceding':
      return previousOpen(nominal, calendar);
    case 'modified-following':
      return withinMonth(nominal, nextOpen(nominal, calendar)) ?? previousOpen(nominal, calendar);
    case 'modified-preceding':
      return withinMonth(nominal, previousOpen(nominal, calendar)) ?? nextOpen(nominal, calendar);
    case 'unadjusted':
      return nominal;
  }
}

function withinMonth(nominal: EpochDay, moved: EpochDay): EpochDay | null {
  return moved === nominal || civil(moved).month === civil(nominal).month ? moved : null;
}

/** Which way a convention moves first, and therefore where colliding dates go. */
export function directionOf(convention: Convention): 'forward' | 'backward' {
  return convention === 'preceding' || convention === 'modified-preceding' ? 'backward' : 'forward';
}
