import fs from 'node:fs';
import path from 'node:path';

import { ATTACHMENT_BYTES } from '../../src/plugins/payments/contracts/attachments';
import { IMPORT_BYTES } from '../../src/plugins/payments/contracts/import-values';
import { RECEIPT_FILE_BYTES } from '../../src/plugins/payments/contracts/receipt';
import { root } from '../support/paths';

const docs = fs.readFileSync(path.join(root, 'docs', 'deploy.md'), 'utf8');

it('lets every file through the proxy that the product takes, with room for the form around it', () => {
  const megabytes = Number(/client_max_body_size (\d+)m;/.exec(docs)?.[1]);
  const largest = Math.max(ATTACHMENT_BYTES, IMPORT_BYTES, RECEIPT_FILE_BYTES);
  expect(megabytes * 1024 * 1024).toBeGreaterThan(largest + 64 * 1024);
});
