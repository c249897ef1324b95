import fs from 'node:fs';
import path from 'node:path';

import { root } from './paths';

const pictures = path.join(root, 'docs', 'pictures');

const markdownIn = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { withFileTypes: true, recursive: folder === 'docs' })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(entry.parentPath, entry.name));

const pages = ['.', 'docs', 'src/plugins/payments'].flatMap(markdownIn);

/** A page without its pieces of code, in which brackets mean something else. */
const proseOf = (file: string): string =>
  fs
    .readFileSync(file, 'utf8')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));

/** Everything that a page links to or shows and that lies in this repository. */
const targetsOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((to) => !/^\w+:/.test(to));

/** A heading's address, as readers of Markdown make it. */
const anchorsOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

const problemsOf = (file: string): string[] =>
  targetsOf(file).flatMap((target) => {
    const [to = '', anchor] = target.split('#');
    const found = to === '' ? file : path.resolve(path.dirname(file), decodeURIComponent(to));
    const where = path.relative(root, file);
    if (!fs.existsSync(found)) return [`${where}: ${target} is not there`];
    if (anchor && found.endsWith('.md') && !anchorsOf(found).includes(anchor))
      return [`${where}: ${target} has no such heading`];
    return [];
  });

describe('the documentation', () => {
  it('leads to nothing that is not there: pages, headings and pictures', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.flatMap(problemsOf)).toEqual([]);
  });

  it('shows every picture that is kept', () => {
    const shown = new Set(
      pages.flatMap((file) => targetsOf(file).map((target) => path.resolve(path.dirname(file), target))),
    );
    const kept = fs.readdirSync(pictures).map((name) => path.join(pictures, name));
    expect(kept.filter((file) => !shown.has(file)).map((file) => path.basename(file))).toEqual([]);
  });
});
