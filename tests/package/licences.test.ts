import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { root } from '../support/paths';

jest.setTimeout(120_000);

interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Plain modules, which Jest's transformer does not read: asked in a process of their own. */
const ask = <Value>(expression: string): Value => {
  const code = `
    import * as licences from './scripts/lib/licences.mjs';
    import * as carried from './scripts/lib/carried.mjs';
    process.stdout.write(JSON.stringify(await (${expression})));`;
  const args = ['--input-type=module', '--eval', code];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as Value;
};

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the licences of others', () => {
  it('all go together with MIT, as what is installed beside it', () => {
    const refused = ask<Licensed[]>(
      "licences.allLicences().filter((one) => !licences.isCompatible(one.licence, 'beside'))",
    );
    expect(refused).toEqual([]);
  });

  it('allow copying, where code of a package is copied into ours', () => {
    const folders = ask<string[]>('carried.carriedFolders()');
    expect(folders.map(nameOf)).toEqual(expect.arrayContaining(['preact']));
    const names = JSON.stringify(folders.map(nameOf));
    const refused = `licences.allLicences().filter((one) => ${names}.includes(one.name) && !licences.isCompatible(one.licence, 'carried'))`;
    expect(ask<Licensed[]>(refused)).toEqual([]);
  });

  it('what would not go together is refused', () => {
    const verdicts = ask<
      boolean[]
    >(`['GPL-3.0-only', 'AGPL-3.0', 'unknown', 'MIT AND GPL-2.0-only', '(MIT OR GPL-3.0-or-later)']
      .map((one) => licences.isCompatible(one, 'beside'))`);
    expect(verdicts).toEqual([false, false, false, false, true]);
    expect(ask<boolean>("licences.isCompatible('LGPL-3.0-or-later', 'carried')")).toBe(false);
  });

  it('are written down as they are (npm run licences)', () => {
    const check = () =>
      execFileSync(process.execPath, [path.join(root, 'scripts', 'licences.mjs'), '--check'], { encoding: 'utf8' });
    expect(check).not.toThrow();
  });
});
