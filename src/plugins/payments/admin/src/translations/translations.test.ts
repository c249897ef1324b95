import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProblemCode } from '../../../domain/problem';
import type { TextKey } from '../intl/useT';
import el from './el.json';
import en from './en.json';
import { menu } from './menu';

const sources = path.join(__dirname, '..');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [file] : [];
  });

const code = filesBelow(sources)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Keys that are put together, such as `state.${state}`: what stands before the first variable. */
const composed = [...code.matchAll(/`([A-Za-z]+(?:\.[A-Za-z]+)*\.)\$\{/g)].map(([, prefix]) => prefix as string);
/** Keys whose first word is the variable: `${open}.title`. */
const suffixed = [...code.matchAll(/`\$\{open\}(\.[a-z]+)`/g)].map(([, suffix]) => suffix as string);

const isUsed = (key: string): boolean =>
  code.includes(`'${key}'`) ||
  composed.some((prefix) => key.startsWith(prefix)) ||
  suffixed.some((suffix) => key.endsWith(suffix));

/** The arguments of a message, `{amount}` and `{count, plural, …}`. */
const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name as string))].sort();

// a key that the code asks for and English lacks does not compile: see `TextKey`; the codes of the domain are held here
type Untranslated = Exclude<`problem.${Exclude<ProblemCode, `qr-${string}`>}`, TextKey>;
const everyProblemHasWords: [Untranslated] extends [never] ? true : Untranslated = true;

describe('the admin texts', () => {
  it('are there for every problem that the domain names', () => {
    expect(everyProblemHasWords).toBe(true);
  });

  it('have the same keys in both languages', () => {
    expect(Object.keys(el).sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(menu.el)).toEqual(Object.keys(menu.en));
  });

  it.each(Object.keys(en))('%s is used', (key) => {
    expect(isUsed(key)).toBe(true);
  });

  it.each(Object.keys(en) as TextKey[])('%s takes the same values in both languages', (key) => {
    expect(argumentsOf(el[key])).toEqual(argumentsOf(en[key]));
  });

  it.each(Object.keys(en) as TextKey[])('%s is not empty and Greek is not left in English', (key) => {
    expect(en[key].trim()).not.toBe('');
    const same = new Set(['Email', 'IBAN', 'BIC']);
    const hasWords = /[a-z]{3}/i.test(en[key].replace(/\{[^}]*\}/g, ''));
    if (hasWords && !same.has(en[key])) expect(el[key]).not.toBe(en[key]);
  });
});
