import fs from 'node:fs';
import path from 'node:path';

import { root } from '../support/paths';

/** The commands of one section of the README, in their order: what a reader types is what the tests run. */
const commandsOf = (heading: string): string[] => {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const section = new RegExp(`^## ${heading}$([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(readme)?.[1];
  if (section === undefined) throw new Error(`README.md has no section "${heading}".`);
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')),
  );
};

export const installCommands = (): string[] => commandsOf('Add it to a Strapi project you have');

export const leaveCommands = (): string[] => commandsOf('Leave it again');
