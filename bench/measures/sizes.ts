import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { build, type Metafile } from 'esbuild';

import { root } from '../../tests/support/paths';
import type { Databases } from '../lib/databases';
import { withUnit, type Figure } from '../lib/figures';

const plugin = path.join(root, 'src', 'plugins', 'payments');
const KB = 1000;

const gzipped = (code: string | Uint8Array): number => gzipSync(code, { level: 9 }).length / KB;

/** What a file imports at once, and what those import: all that comes with it. */
const withStaticImports = (outputs: Metafile['outputs'], name: string, known = new Set<string>()): Set<string> => {
  if (known.has(name)) return known;
  known.add(name);
  for (const { path: next, kind, external } of outputs[name]?.imports ?? []) {
    if (kind === 'import-statement' && !external) withStaticImports(outputs, next, known);
  }
  return known;
};

/**
 * What the host's bundler makes of the plugin's admin: minified chunks. What the admin brings in any case (its own packages, and React) is left out;
 * packages of the plugin's own are in.
 */
const bundleAdmin = async () => {
  const brought = ['@strapi/*', 'react', 'react-dom', 'react/*', 'react-dom/*', 'react-intl', 'react-router-dom'];
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(plugin, 'dist', 'admin', 'index.mjs')],
    outdir: '.tmp/bench/admin',
    external: [...brought, 'styled-components'],
    define: { 'process.env.NODE_ENV': '"production"' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const sizes = new Map(outputFiles.map((file) => [path.relative(root, file.path), gzipped(file.contents)]));
  const sizeOf = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  return { outputs: metafile.outputs, sizeOf };
};

const adminFigures = async (): Promise<Figure[]> => {
  const { outputs, sizeOf } = await bundleAdmin();
  const named = (part: string) =>
    Object.keys(outputs).find((name) => name.includes(part) && name.endsWith('.js')) ?? '';
  const first = withStaticImports(outputs, named('admin/index'));
  const month = withStaticImports(outputs, named('/Month-'));
  const ofCalendar = Object.keys(outputs).filter((name) =>
    Object.keys(outputs[name]?.inputs ?? {}).some((input) => input.includes('@fullcalendar')),
  );
  if (ofCalendar.length === 0) throw new Error('No chunk of the admin has the calendar.');
  return [
    {
      what: "admin's first load, script that the plugin adds",
      measured: `${first.size} file(s), gzip`,
      value: sizeOf(first),
      unit: 'kB',
      bar: { most: 10 },
    },
    {
      what: 'calendar’s code in the first load',
      measured: `${withUnit(sizeOf(month), 'kB')} when a month is opened`,
      value: sizeOf(ofCalendar.filter((name) => first.has(name))),
      unit: 'kB',
      bar: { most: 0 },
    },
  ];
};

const portalFigure = (): Figure => {
  const folder = path.join(plugin, 'dist', 'portal', 'assets');
  const scripts = fs.readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sizes = scripts.map((name) => gzipped(fs.readFileSync(path.join(folder, name))));
  return {
    what: 'portal’s script, what loads later included',
    measured: `${scripts.length} files, gzip`,
    value: sizes.reduce((sum, size) => sum + size, 0),
    unit: 'kB',
    bar: { most: 70 },
  };
};

/** What goes over the wire; the same whatever the database. */
export const measureSizes = async ({ dialect }: Databases): Promise<Figure[]> =>
  dialect === 'sqlite' ? [...(await adminFigures()), portalFigure()] : [];
