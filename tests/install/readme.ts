import fs from 'node:fs';
import path from 'node:path';

import { root } from '../support/paths';

/** The commands of the README's section on installing, in their order: what a reader types is what the test runs. */
export const installCommands = (): string[] => {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const section = /^## Add it to a Strapi project you have$([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const block = /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  return block.split('\n').filter((line) => line.trim() !== '');
};
