import type en from './en.json';
import type { Message } from './message';

export type Language = 'en' | 'el';

/** Named as in the English dictionary; a test holds the others to it. */
export type MessageKey = keyof typeof en;

export type Dictionary = Readonly<Record<MessageKey, Message>>;

const STORED = 'payments.language';

const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'el';

/** The reader's own region for the language, so that dates and amounts read as everywhere else on the device. */
export const localeFor = (language: Language, preferred: readonly string[]): string =>
  preferred.find((locale) => locale.split('-')[0] === language && locale.includes('-')) ??
  { en: 'en-GB', el: 'el-GR' }[language];

/** The language chosen before, else the first of the device's that the portal has. */
export const initialLanguage = (stored: string | null, preferred: readonly string[]): Language => {
  if (isLanguage(stored)) return stored;
  return preferred.map((locale) => locale.split('-')[0]).find(isLanguage) ?? 'en';
};

/** Storage can be switched off; then the choice lasts as long as the page. */
export const readStoredLanguage = (): string | null => {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
};

export const storeLanguage = (language: Language): void => {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Nothing to do: see readStoredLanguage.
  }
};
