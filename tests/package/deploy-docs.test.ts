import fs from 'node:fs';
import path from 'node:path';

import { ATTACHMENT_BYTES, MOST_ATTACHMENTS } from '../../src/plugins/payments/contracts/attachments';
import { IMPORT_BYTES } from '../../src/plugins/payments/contracts/import-values';
import { RECEIPT_FILE_BYTES } from '../../src/plugins/payments/contracts/receipt';
import { root } from '../support/paths';

const docs = fs.readFileSync(path.join(root, 'docs', 'deploy.md'), 'utf8');

const bytesIn = (pattern: RegExp): number => Number(pattern.exec(docs)?.[1]) * 1024 * 1024;

/** The form around the files. */
const room = 64 * 1024;

it('lets every file through the proxy that the product takes', () => {
  const largest = Math.max(ATTACHMENT_BYTES, IMPORT_BYTES, RECEIPT_FILE_BYTES);
  expect(bytesIn(/^ {2}client_max_body_size (\d+)m;/m)).toBeGreaterThan(largest + room);
});

it('lets a payment through with all its files', () => {
  const location = /location = \/payments\/payments \{[^}]*client_max_body_size (\d+)m;/;
  expect(bytesIn(location)).toBeGreaterThan(MOST_ATTACHMENTS * ATTACHMENT_BYTES + room);
});
