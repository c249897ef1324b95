import fs from 'node:fs';
import path from 'node:path';

import { root } from './paths';

/** The address that the guides write for the office's Strapi. */
const EXAMPLE = 'https://office.example.com';

/** The pieces of code that a guide names (`file=…` behind its language), by that name, as its reader would copy them. */
export const readGuide = (name: string): Map<string, string> => {
  const text = fs.readFileSync(path.join(root, 'docs', 'guide', name), 'utf8');
  const pieces = new Map<string, string>();
  for (const [, file = '', code = ''] of text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)) pieces.set(file, code);
  return pieces;
};

/** The same code, talking to this server. */
export const pointedAt = (url: string, code: string): string => code.replaceAll(EXAMPLE, url);
