import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { root } from '../support/paths';

jest.setTimeout(180_000);

const plugin = path.join(root, 'src', 'plugins', 'payments');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-package-'));
const unpacked = path.join(folder, 'package');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly engines: Record<string, string>;
  readonly bin: Record<string, string>;
  readonly exports: Record<string, string | Record<string, string>>;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}

const readJson = (file: string): Manifest => JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;

/** Throws with what the tool said. */
const tool = (name: string, args: string[], cwd: string): void => {
  const { status, stdout, stderr } = spawnSync(path.join(root, 'node_modules', '.bin', name), args, {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} (${status})\n${stdout}\n${stderr}`);
};

let files: readonly string[];
let manifest: Manifest;

beforeAll(() => {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: plugin });
  const tarball = fs.readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  files = fs
    .readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name)));
  manifest = readJson(path.join(unpacked, 'package.json'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the published package', () => {
  it('holds its builds, its types and its papers, and nothing else', () => {
    expect(files.filter((name) => !name.startsWith('dist/')).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY.md',
      'bin/strapi-plugin-payments.mjs',
      'package.json',
    ]);
    const folders = new Set(files.filter((name) => name.startsWith('dist/')).map((name) => name.split('/')[1]));
    expect([...folders].sort()).toEqual(['admin', 'client', 'portal', 'server', 'types']);
    expect(
      files.filter((name) =>
        /\.map$|\.tsx?$|\.(test|spec)$|test-server|testing|fixture|\.env/.test(name.replace(/\.d\.ts$/, '')),
      ),
    ).toEqual([]);
    const kinds = files.filter((name) => name.startsWith('dist/types/') && !name.endsWith('.d.ts'));
    expect(kinds).toEqual([]);
  });

  it('stays small: npm downloads it whole', () => {
    const { size } = fs.statSync(path.join(folder, fs.readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''));
    expect(size).toBeLessThan(1_500_000);
  });

  it('has a file behind every condition of every export', () => {
    expect(Object.keys(manifest.exports)).toEqual(['./package.json', './strapi-admin', './strapi-server', './client']);
    for (const conditions of Object.values(manifest.exports)) {
      if (typeof conditions === 'string') continue;
      const { source, ...published } = conditions;
      expect(source).toMatch(/\.ts$/);
      for (const target of Object.values(published)) expect(files).toContain(path.normalize(target));
    }
    expect(files).toContain(path.normalize(manifest.bin['strapi-plugin-payments'] ?? ''));
  });

  it('asks for the Strapi that it is tested with, or newer, and for Node 20 to 24', () => {
    const tested = readJson(path.join(root, 'package.json')).dependencies;
    for (const name of ['@strapi/strapi', '@strapi/plugin-users-permissions']) {
      expect([name, manifest.peerDependencies[name]]).toEqual([name, `^${tested[name]}`]);
    }
    expect(manifest.engines.node).toBe('>=20.0.0 <=24.x.x');
    expect(manifest.license).toBe('MIT');
    // What other hosts get must be what was tested: no range among the dependencies.
    for (const range of Object.values(manifest.dependencies)) expect(range).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('has a changelog that speaks of its version, and a README that needs no file of the repository', () => {
    const changelog = fs.readFileSync(path.join(unpacked, 'CHANGELOG.md'), 'utf8');
    expect(changelog).toMatch(/^## (Unreleased|\d+\.\d+\.\d+)/m);
    const readme = fs.readFileSync(path.join(unpacked, 'README.md'), 'utf8');
    const relative = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(relative.filter((target) => !files.includes(path.normalize(target)))).toEqual([]);
  });

  it('passes publint', () => {
    const run = () => tool('publint', ['run', unpacked, '--strict', '--pack', 'false'], root);
    expect(run).not.toThrow();
  });

  it.each(['node16', 'bundler'])('is read by TypeScript with its resolution "%s"', (moduleResolution) => {
    const site = path.join(folder, `site-${moduleResolution}`);
    for (const place of [site, unpacked]) fs.mkdirSync(path.join(place, 'node_modules'), { recursive: true });
    fs.symlinkSync(unpacked, path.join(site, 'node_modules', manifest.name));
    // npm installs it too, as a dependency.
    const zod = path.join(unpacked, 'node_modules', 'zod');
    if (!fs.existsSync(zod)) fs.symlinkSync(path.join(root, 'node_modules', 'zod'), zod);
    const page = `import { createPaymentsClient, type ObligationItem } from '${manifest.name}/client';
const client = createPaymentsClient({ getAccessToken: () => null });
export const first = async (): Promise<ObligationItem | undefined> => (await client.listObligations({ state: 'open' })).items[0];
// @ts-expect-error No such state.
void client.listObligations({ state: 'somehow' });
`;
    fs.writeFileSync(path.join(site, 'page.ts'), page);
    const module = moduleResolution === 'bundler' ? 'esnext' : 'node16';
    const flags = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2023,dom'];
    const args = [...flags, '--module', module, '--moduleResolution', moduleResolution, 'page.ts'];
    const run = () => tool('tsc', args, site);
    expect(run).not.toThrow();
  });
});
