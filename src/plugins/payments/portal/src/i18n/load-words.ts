import elUrl from './el.json?url';
import enUrl from './en.json?url';
import type { Dictionary, Language } from './language';
import { createWords } from './words';
import type { Words } from './words';

const urls: Record<Language, string> = { en: enUrl, el: elUrl };

/** Fetches the words of one language; each reader needs one, and text is no script. */
export const loadWords = async (language: Language): Promise<Words> => {
  const response = await fetch(urls[language]);
  if (!response.ok) throw new Error(`The words of the portal are missing (${response.status})`);
  return createWords(language, (await response.json()) as Dictionary, navigator.languages);
};
