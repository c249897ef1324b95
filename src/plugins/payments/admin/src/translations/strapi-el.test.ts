import fs from 'node:fs';
import path from 'node:path';
import { strapiInGreek } from './strapi-el';

/** Strapi's own English, as the version that is installed ships it. */
const english = (key: string): string | undefined => {
  const folder = path.dirname(require.resolve('@strapi/admin/package.json'));
  const file = path.join(folder, 'dist/admin/admin/src/translations/en.json.js');
  const line = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .find((one) => one.trim().startsWith(`"${key}":`));
  return line && (JSON.parse(`{${line.trim().replace(/,$/, '')}}`) as Record<string, string>)[key];
};

const KEYS = Object.keys(strapiInGreek({}));
const shipped = Object.fromEntries(
  KEYS.flatMap((key) => {
    const text = english(key);
    return text === undefined ? [] : [[key, text]];
  }),
);

describe('Strapi’s words on the plugin’s pages', () => {
  test('are in Greek for a Greek reader, as long as Strapi words them as it did', () => {
    expect(Object.keys(strapiInGreek(shipped)).sort()).toEqual([...KEYS].sort());
    expect(Object.keys(shipped).length).toBeGreaterThan(4);
  });

  test('stay as a host’s configuration says them', () => {
    expect(strapiInGreek({ ...shipped, 'global.back': 'Επιστροφή' })['global.back']).toBeUndefined();
  });
});
