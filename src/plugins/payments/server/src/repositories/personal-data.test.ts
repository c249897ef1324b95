import { readFileSync } from 'node:fs';
import path from 'node:path';

import { contentTypes } from '../content-types';
import { impersonalTables, personalTables } from './personal-data';

const stored = Object.values(contentTypes).map(({ schema }) => schema.collectionName);

const documentation = readFileSync(path.join(__dirname, '../../../../../../docs/data-protection.md'), 'utf8');

it('knows of each content type whether it holds something of a person', () => {
  expect([...personalTables, ...impersonalTables].sort()).toEqual([...stored].sort());
});

it.each(personalTables)('is told in the documentation: %s', (name) => {
  expect(documentation).toContain(`| \`${name}\``);
});
