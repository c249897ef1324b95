import { PERIODS } from '../plan';
import type { Period } from '../plan';
import { ok, refuse } from '../problem';
import type { Path, Result } from '../problem';
import { headerKey } from './columns';

const PERIOD_WORDS: Readonly<Record<Period, ReadonlyArray<string>>> = {
  weekly: ['weekly', 'every week', 'εβδομαδιαία', 'κάθε εβδομάδα'],
  biweekly: ['biweekly', 'every two weeks', 'fortnightly', 'ανά δύο εβδομάδες', 'δεκαπενθήμερη'],
  monthly: ['monthly', 'every month', 'μηνιαία', 'μηνιαίως', 'κάθε μήνα'],
  bimonthly: ['bimonthly', 'every two months', 'διμηνιαία', 'ανά δίμηνο', 'δίμηνο'],
  quarterly: ['quarterly', 'every quarter', 'τριμηνιαία', 'ανά τρίμηνο', 'τρίμηνο'],
  semiannual: ['semiannual', 'half-yearly', 'εξαμηνιαία', 'ανά εξάμηνο', 'εξάμηνο'],
  annual: ['annual', 'yearly', 'ετήσια', 'ετησίως', 'κάθε έτος'],
  'month-end': [
    'month-end',
    'last working day of month',
    'τέλος μήνα',
    'τελευταία εργάσιμη του μήνα',
    'τελευταία εργάσιμη',
  ],
};

const periods = new Map(
  PERIODS.flatMap((period) => PERIOD_WORDS[period].map((word) => [headerKey(word), period] as const)),
);

/** The repayment period, as people write it in English or Greek. */
export function readPeriod(text: string, path: Path = []): Result<Period> {
  const period = periods.get(headerKey(text));
  if (period) return ok(period);
  const message = 'This is no repayment period: write monthly, month-end, quarterly …';
  return refuse({ code: 'period-unreadable', path, message });
}

const LANGUAGES: Readonly<Record<string, string>> = {
  greek: 'el',
  ελληνικα: 'el',
  gr: 'el',
  english: 'en',
  αγγλικα: 'en',
};

/** A language by its code or by its name in English or Greek. */
export function readLanguage(text: string, path: Path = []): Result<string> {
  const typed = text.trim();
  if (/^[a-z]{2}(-[A-Z]{2})?$/.test(typed) && typed !== 'gr') return ok(typed);
  const language = LANGUAGES[headerKey(typed)] ?? (/^[A-Z]{2}$/.test(typed) ? typed.toLowerCase() : undefined);
  if (language) return ok(language);
  return refuse({ code: 'language-unreadable', path, message: 'This is no language: write el or en' });
}
