import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { CustomerFile } from '../repositories/customer-files';

/** One file of an archive; `read` is asked for when its turn comes, so that no more than one lies in memory. */
export interface ArchiveEntry {
  readonly path: string;
  /** Pictures and PDF are packed already. */
  readonly packed: boolean;
  read(): Promise<Uint8Array>;
}

/** What is put into the archive when its turn comes. */
type Entries = Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>;

async function* zipped(entries: Entries): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    if (!error) chunks.push(chunk);
  });
  const taken = (): Uint8Array[] => {
    if (failure) throw failure;
    const ready = chunks;
    chunks = [];
    return ready;
  };
  for await (const { path, packed, read } of entries) {
    const entry = packed ? new ZipPassThrough(path) : new ZipDeflate(path);
    zip.add(entry);
    entry.push(await read(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** A ZIP archive as it is made, one file after the other. */
export const zipStream = (entries: Entries): Readable => Readable.from(zipped(entries), { objectMode: false });

/** Without what a folder's separator, a drive's colon or a control character would do on somebody's computer. */
const plain = (name: string): string => name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_').replace(/^\.+/, '_') || '_';

/** Where each file stands in the archive: in its payment's folder, under its own name; a number parts those of one name. */
export function archivePaths(files: readonly CustomerFile[]): string[] {
  const taken = new Set<string>();
  return files.map(({ payment, name }) => {
    const folder = `files/${plain(payment)}`;
    let path = `${folder}/${plain(name)}`;
    for (let number = 2; taken.has(path.toLowerCase()); number += 1) path = `${folder}/${number}-${plain(name)}`;
    taken.add(path.toLowerCase());
    return path;
  });
}
