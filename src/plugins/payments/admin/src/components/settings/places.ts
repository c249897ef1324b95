import { CURRENCIES } from '../../../../domain/currencies';
import { formatAmount, formatDay, formatWeekday } from '../../intl/format';

interface Choice {
  value: string;
  label: string;
}

/** A Monday, from which the days of a week are counted. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** The days of a week by their ISO numbers, in the reader's language. */
export const weekdays = (language: string): Array<{ value: number; label: string }> =>
  [0, 1, 2, 3, 4, 5, 6].map((index) => ({
    value: index + 1,
    label: formatWeekday(language, new Date(MONDAY + index * DAY).toISOString().slice(0, 10)),
  }));

/** The chosen one is in the list, whatever this browser knows. */
const including = (values: readonly string[], chosen: string): string[] => [...new Set([chosen, ...values])].sort();

export const timeZones = (chosen: string): Choice[] =>
  including(Intl.supportedValuesOf('timeZone'), chosen).map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** Locales whose ways of writing differ; a host that set another one keeps it. */
const LOCALES =
  'ar-EG bg cs da de de-AT de-CH el en-AU en-CA en-GB en-IE en-US es es-MX et fi fr fr-CA fr-CH he hi hr hu it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sr sv tr uk zh-CN'.split(
    ' ',
  );

/** Locales by their names in the reader's language, each with the same date and amount as it writes them. */
export const locales = (language: string, chosen: string): Choice[] => {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return including(LOCALES, chosen)
    .map((value) => ({
      value,
      label: `${names.of(value)} · ${formatDay(value, '2027-01-31')} · ${formatAmount(value, '1234.56', 'EUR')}`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
};

/** Currencies by their codes, with their names in the reader's language. */
export const currencies = (language: string): Choice[] => {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  return CURRENCIES.map((value) => ({ value, label: `${value} · ${names.of(value)}` }));
};
