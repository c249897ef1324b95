// Enters the binaries of other platforms into package-lock.json. npm leaves out those that it could not see where it ran
// (https://github.com/npm/cli/issues/4828), and `npm ci` then fails or installs a tool without its binary elsewhere. Run after
// `npm install` of a package that ships binaries; an entry that npm made itself stays as it is.
import fs from 'node:fs';
import path from 'node:path';

import { root } from './lib/run.mjs';

const platforms = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32', 'windows'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a binary's name says: `@rollup/rollup-linux-arm64-musl` runs on Linux, on arm64, with musl. */
const targetOf = (name) => {
  const words = name.split(/[/-]/);
  const os = platforms.find((word) => words.includes(word));
  const cpu = processors.find((word) => words.includes(word));
  if (!os || !cpu) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  const knowsLibc = words.some((word) => word.startsWith('musl') || word.startsWith('gnu'));
  return {
    cpu: [cpu],
    os: [os === 'windows' ? 'win32' : os],
    ...(os === 'linux' && knowsLibc && { libc: [libc] }),
  };
};

const isPresent = (packages, parent, name) => {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
};

/** A range is a promise of the parent's own version: such families are published together. */
const versionOf = (wanted, parent) => (/^\d/.test(wanted) ? wanted : parent.version);

const complete = (packages) => {
  const added = {};
  for (const [folder, parent] of Object.entries(packages)) {
    for (const [name, wanted] of Object.entries(parent.optionalDependencies ?? {})) {
      const target = targetOf(name);
      if (!target || isPresent(packages, folder, name)) continue;
      const { cpu, os, libc } = target;
      const version = versionOf(wanted, parent);
      added[`node_modules/${name}`] = {
        version,
        cpu,
        ...(parent.dev && { dev: true }),
        ...(libc && { libc }),
        optional: true,
        os,
      };
    }
  }
  return added;
};

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const added = complete(lock.packages);
const sorted = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, 'en'));
if (Object.keys(added).length > 0) {
  fs.writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
console.log(`${Object.keys(added).length} entries added.`);
