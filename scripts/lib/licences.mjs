import fs from 'node:fs';
import path from 'node:path';

import { root } from './run.mjs';

/** Everything that npm would install, whatever machine this is: the lock file names the other platforms' binaries too. */
const readLock = () => JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;

const nameOf = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

const readManifest = (folder) => {
  const file = path.join(root, folder, 'package.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
};

/** Old packages name their licence as an object or a list of them. */
const declared = ({ license, licenses }) => {
  const one = license ?? licenses;
  const names = [one].flat().map((entry) => (typeof entry === 'string' ? entry : entry?.type));
  return names.filter(Boolean).join(' OR ') || undefined;
};

/** Packages that say their licence in their README or file alone, each looked up there. */
const readByHand = { only: 'MIT', pause: 'MIT', 'spawn-command': 'MIT' };

/** Said too shortly in the manifest; its LICENSE has all three clauses. */
const saidShortly = { 'parse-cache-control': 'BSD-3-Clause' };

/** A binary of one platform is published with the package that asks for it, under its licence. */
const ofParent = (lock, name) => {
  const parent = Object.entries(lock).find(([, entry]) => entry.optionalDependencies?.[name]);
  return parent && licenceOf(lock, ...parent);
};

const licenceOf = (lock, folder, entry) =>
  saidShortly[nameOf(folder)] ??
  entry.license ??
  declared(readManifest(folder)) ??
  readByHand[nameOf(folder)] ??
  ofParent(lock, nameOf(folder));

/** Strapi's own: MIT outside of `ee` folders, which hold code that runs only with a key. */
const expressionOf = (name, licence) =>
  name.startsWith('@strapi/') && /^SEE LICENSE/.test(licence ?? '') ? 'MIT outside of ee/' : (licence ?? 'unknown');

/**
 * @typedef {{ name: string, version: string, licence: string, dev: boolean }} Licensed `dev`: never reaches a host.
 * @returns {Licensed[]} Each package once in each version, by name.
 */
export const allLicences = () => {
  const lock = readLock();
  const found = Object.entries(lock)
    .filter(([folder, entry]) => folder.includes('node_modules/') && !entry.link)
    .map(([folder, entry]) => ({
      name: nameOf(folder),
      version: entry.version,
      licence: expressionOf(nameOf(folder), licenceOf(lock, folder, entry)),
      dev: Boolean(entry.dev),
    }));
  const unique = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...unique.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
};

const fine = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  ...['CC0-1.0', 'Zlib', 'WTFPL', 'Python-2.0', 'PSF-2.0', 'MIT outside of ee/'],
];

/** Files under it stay under it; what merely runs beside them, unchanged, does not. */
const fineUnchanged = [...fine, 'CC-BY-3.0', 'CC-BY-4.0', 'MPL-2.0', 'LGPL-3.0-or-later'];

/**
 * Whether an SPDX expression (AND, OR, brackets around the whole) allows what is done with the package.
 *
 * @param {'carried' | 'beside'} use `carried`: copied into our own files. `beside`: installed as it was published.
 */
export const isCompatible = (expression, use) => {
  const allowed = use === 'carried' ? fine : fineUnchanged;
  const plain = expression.replace(/^\((.*)\)$/, '$1').replace(/ \(http.*\)$/, '');
  return plain.split(' OR ').some((part) => part.split(' AND ').every((name) => allowed.includes(name.trim())));
};
