import Holidays from 'date-holidays';
import type { HolidayCountry } from '../../../contracts/settings';

const known = new Map<string, readonly HolidayCountry[]>();

/**
 * The countries whose public holidays the library knows, by name, with the states that have holidays of their own and their parts
 * (`BY`, `BY.A`).
 *
 * @param language of the countries' names, ISO 639-1; regions bear their own language's
 */
export function holidayCountries(language: string): readonly HolidayCountry[] {
  const countries = known.get(language) ?? readCountries(language);
  known.set(language, countries);
  return countries;
}

function readCountries(language: string): HolidayCountry[] {
  const library = new Holidays();
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  return Object.entries(library.getCountries(language))
    .map(([code, ownName]) => {
      const name = names.of(code);
      return { code, name: name && name !== code ? name : ownName, regions: regionsOf(library, code) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

function regionsOf(library: Holidays, country: string): HolidayCountry['regions'] {
  return Object.entries(library.getStates(country) ?? {}).flatMap(([state, name]) => [
    { code: state, name },
    ...Object.entries(library.getRegions(country, state) ?? {}).map(([part, partName]) => ({
      code: `${state}.${part}`,
      name: `${name}: ${partName}`,
    })),
  ]);
}
