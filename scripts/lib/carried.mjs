import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import { root } from './run.mjs';

const plugin = path.join(root, 'src', 'plugins', 'payments');
const manifest = () => JSON.parse(fs.readFileSync(path.join(plugin, 'package.json'), 'utf8'));

/** The sources of what is built, and whether the build leaves the host's packages outside (the portal has no host to lean on). */
const entries = [
  { file: 'server/src/index.ts', leansOnHost: true },
  { file: 'admin/src/index.ts', leansOnHost: true },
  { file: 'client/src/index.ts', leansOnHost: true },
  { file: 'portal/src/main.tsx', leansOnHost: false },
];

const nothing = Object.fromEntries(
  ['.css', '.svg', '.png', '.html', '.mjml', '.txt', '.woff2'].map((extension) => [extension, 'empty']),
);

const external = () => {
  const { dependencies, peerDependencies } = manifest();
  return Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => [name, `${name}/*`]);
};

/** Vite builds the portal and puts other packages in the place of some. */
const portalAliases = async () => {
  const require = createRequire(path.join(plugin, 'package.json'));
  const { loadConfigFromFile } = await import(pathToFileURL(require.resolve('vite')).href);
  const file = path.join(plugin, 'portal', 'vite.config.ts');
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, file, undefined, 'silent');
  return loaded.config.resolve?.alias ?? {};
};

const inputsOf = async ({ file, leansOnHost }) => {
  const { metafile } = await build({
    entryPoints: [path.join(plugin, file)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: path.join(root, '.tmp', 'carried'),
    metafile: true,
    format: 'esm',
    // Where the server's sources name Node's own modules.
    platform: leansOnHost ? 'node' : 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: nothing,
    ...(leansOnHost ? { external: external() } : { alias: await portalAliases() }),
    logLevel: 'error',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
};

const packageOf = (input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

/** @returns {Promise<string[]>} Folders of the packages whose code is copied into what we publish, by name. */
export const carriedFolders = async () => {
  const inputs = (await Promise.all(entries.map(inputsOf))).flat();
  return [...new Set(inputs.map(packageOf).filter(Boolean))].sort();
};

/** Folders of the packages that npm installs with ours: its dependencies, and theirs. */
export const installedFolders = () => {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const found = new Set();
  const visit = (from, name) => {
    for (let folder = from; ; folder = folder.replace(/\/?(node_modules\/)?[^/]*$/, '')) {
      const candidate = `${folder ? `${folder}/` : ''}node_modules/${name}`;
      if (lock[candidate]) {
        if (!found.has(candidate)) {
          found.add(candidate);
          Object.keys(lock[candidate].dependencies ?? {}).forEach((next) => visit(candidate, next));
        }
        return;
      }
      if (!folder) return;
    }
  };
  Object.keys(manifest().dependencies).forEach((name) => visit('src/plugins/payments', name));
  return [...found].sort();
};
