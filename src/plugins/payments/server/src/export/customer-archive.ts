import type { Readable } from 'node:stream';
import type { CustomerData } from '../../../contracts/customer-data';
import type { FileStore } from '../files/store';
import type { CustomerFile } from '../repositories/customer-files';
import { archivePaths, zipStream } from './archive';
import type { ArchiveEntry } from './archive';

/** What `files.json` says of a file. */
interface Listed extends Pick<CustomerFile, 'payment' | 'of' | 'name' | 'type' | 'size'> {
  readonly path: string;
  /** The store has it no more, or did not answer: it is not in the archive. */
  readonly missing?: true;
}

const json = (path: string, value: unknown): ArchiveEntry => ({
  path,
  packed: false,
  read: () => Promise.resolve(Buffer.from(JSON.stringify(value, null, 2))),
});

/** One file after the other, and at the end what became of them: one that is gone must not keep the rest from the customer. */
async function* entriesOf(data: CustomerData, files: readonly CustomerFile[], store: FileStore) {
  yield json('data.json', data);
  const paths = archivePaths(files);
  const listed: Listed[] = [];
  for (const [index, { key, payment, of, name, type, size }] of files.entries()) {
    const path = paths[index] ?? key;
    const bytes = await store.read(key).catch(() => null);
    listed.push({ path, payment, of, name, type, size, ...(bytes === null && { missing: true }) });
    if (bytes !== null) yield { path, packed: true, read: () => Promise.resolve(bytes) };
  }
  yield json('files.json', listed);
}

/** All that is stored about a customer with the files themselves: `data.json`, `files/<payment>/<name>`, `files.json`. */
export const customerArchive = (data: CustomerData, files: readonly CustomerFile[], store: FileStore): Readable =>
  zipStream(entriesOf(data, files, store));
