import type { Day, EpochDay } from '../../../domain/day';
import { civil, toEpochDay } from '../../../domain/day';
import { holidaysOf } from './holidays';
import type { HolidayPlace, KnownPlace } from './holidays';

/**
 * The name of a closed day as a reader knows it.
 *
 * @param name as it was kept, in the language that the office had then
 * @param near the closed day itself, or a day of its year
 */
export type HolidayNameOf = (name: string, near: Day) => string;

/** Languages in which an office may have kept a name: its own, and those that it may have had before. */
const KEPT_IN = ['el', 'en'];

/** All that a year closes by name, and what is only expected to: the calendar shows both. */
const namesOf = ({ holidays, expected }: KnownPlace, year: number): [EpochDay, string][] =>
  [...holidays(year), ...expected(year)].flatMap(([day, name]) => (name === null ? [] : [[day, name]]));

/**
 * Names of a place's public holidays in another language than the office's. A name that is no public holiday's stays as it is, since it is the office's
 * own (a decree that it entered), and so does one that is not known in that language.
 *
 * @param office the place, with the office's own language
 * @param language the reader's, ISO 639-1
 */
export function holidayNames(office: HolidayPlace, language: string): HolidayNameOf {
  const theirs = holidaysOf({ ...office, language });
  const kept = [...new Set([office.language, ...KEPT_IN])]
    .filter((one) => one !== language)
    .map((one) => holidaysOf({ ...office, language: one }));
  return (name, near) => {
    const { year } = civil(toEpochDay(near));
    // A holiday at the turn of the year moves a date of the year beside it.
    for (const one of [year, year - 1, year + 1]) {
      const names = new Map(namesOf(theirs, one));
      const namesakes = kept.flatMap((place) => namesOf(place, one).filter(([, known]) => known === name));
      // Two holidays of a year may bear one name ("National Holiday"): the day itself tells them apart.
      const [day] = namesakes.find(([at]) => at === toEpochDay(near)) ?? namesakes[0] ?? [];
      if (day !== undefined) return names.get(day) ?? name;
    }
    return name;
  };
}
