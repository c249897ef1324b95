import type { Language } from '../mail/format';
import { el } from './el';
import { en } from './en';
import type { Words } from './words';

export type { Words } from './words';

export const wordsIn: Readonly<Record<Language, Words>> = { en, el };
