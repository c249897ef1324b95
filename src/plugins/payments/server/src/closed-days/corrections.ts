import type { Day } from '../../../domain/day';

/** Names by language (ISO 639-1); English always, the country's own wherever it is known. */
export type Names = Readonly<Record<string, string>> & { readonly en: string };

/** A rule of the library, in its own grammar, that is wrong for a country: taken out, or kept under `names`. */
export interface RuleCorrection {
  country: string;
  rule: string;
  names: Names | null;
  source: string;
}

/** One holiday of one year that a decree moved, or is expected to move. */
export interface MovedHoliday {
  country: string;
  from: Day;
  to: Day;
  names: Names;
  source: string;
}

/** What date-holidays 3.37 gets wrong about public holidays, for good. Decision 0003 says how the list was made. */
export const RULE_CORRECTIONS: ReadonlyArray<RuleCorrection> = [
  {
    country: 'CY',
    rule: 'orthodox -47',
    names: null,
    source: 'A Tuesday. Green Monday is 48 days before Easter: 11 March in Bank of Cyprus’s list for 2019',
  },
  {
    country: 'CY',
    rule: 'orthodox -48',
    names: { en: 'Green Monday', el: 'Καθαρά Δευτέρα' },
    source: 'Bank of Cyprus, bank holidays 2019: Green Monday, 11 March; vacanza/holidays, cyprus.py',
  },
  {
    country: 'CY',
    rule: 'orthodox 50',
    names: { en: 'Whit Monday (Kataklysmos)', el: 'Κατακλυσμός' },
    source: 'Bank of Cyprus, bank holidays 2019: Whit Monday, 17 June; vacanza/holidays, cyprus.py',
  },
  {
    country: 'US',
    rule: 'substitutes 11-11 if sunday then next monday if saturday then previous friday',
    names: { en: 'Veterans Day (observed)', es: 'Día del Veterano (trasladado)' },
    source:
      '5 U.S.C. 6103(b) and Executive Order 11582: observed as all others are; the library calls it a bank holiday',
  },
];

const LABOUR_DAY: Names = { en: 'Labour Day (moved)', el: 'Εργατική Πρωτομαγιά (μετάθεση)' };

function labourDay(from: string, to: string, source: string): MovedHoliday {
  return { country: 'GR', from: from as Day, to: to as Day, names: LABOUR_DAY, source };
}

export const MOVED_HOLIDAYS: ReadonlyArray<MovedHoliday> = [
  labourDay(
    '2021-05-01',
    '2021-05-04',
    'Decision 18743 of the Minister of Labour, Government Gazette B 1661/23.4.2021',
  ),
  labourDay(
    '2022-05-01',
    '2022-05-02',
    'Decision 5899 of the Minister of the Interior, Government Gazette B 1785/12.4.2022',
  ),
  labourDay('2024-05-01', '2024-05-07', 'Decision 15102 of the Minister of Labour, Government Gazette B 1406/4.3.2024'),
];

/** No decree yet: shown as expected, and moving nothing. Once decreed, an office enters the day, and this list follows. */
export const EXPECTED_MOVES: ReadonlyArray<MovedHoliday> = [
  labourDay(
    '2027-05-01',
    '2027-05-04',
    'Holy Saturday, as in 2021; Law 4468/2017 art. 14; vacanza/holidays, greece.py',
  ),
  labourDay(
    '2032-05-01',
    '2032-05-04',
    'Holy Saturday, as in 2021; Law 4468/2017 art. 14; vacanza/holidays, greece.py',
  ),
  labourDay('2033-05-01', '2033-05-02', 'A Sunday, as in 2022; Law 4468/2017 art. 14; vacanza/holidays, greece.py'),
];
