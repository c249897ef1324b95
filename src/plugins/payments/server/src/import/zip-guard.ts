import { inflateRawSync } from 'node:zlib';

/** What a workbook may unpack to: some twenty times the largest file that is taken. */
const MOST_UNPACKED = 80 * 1024 * 1024;
const MOST_ENTRIES = 500;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const ZIP64_LOCATOR = 0x07064b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** Thrown for an archive that nobody should unpack. */
export class UnsafeArchive extends Error {}

/** One file of an archive, unpacked. */
export interface Unpacked {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Unpacks a ZIP archive within limits, before anything that trusts it does: every entry's true size is measured, so that neither a bomb nor an entry that
 * lies about its size gets further. Where the entries lie is read as the library reads it, from the directory at the end.
 *
 * @throws UnsafeArchive
 */
export function unpackWithinLimits(archive: Buffer): Unpacked[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 8);
  let at = archive.readUInt32LE(end + 16);
  if (count === 0 || count > MOST_ENTRIES) throw new UnsafeArchive();
  let left = MOST_UNPACKED;
  const files: Unpacked[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) throw new UnsafeArchive();
    const bytes = unpackEntry(archive, at, left);
    left -= bytes.length;
    const nameLength = archive.readUInt16LE(at + 28);
    files.push({ name: archive.toString('utf8', at + 46, at + 46 + nameLength), bytes });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function endOf(archive: Buffer): number {
  for (let at = archive.length - END_LENGTH; at >= 0 && at >= archive.length - END_LENGTH - LONGEST_COMMENT; at -= 1) {
    if (archive.readUInt32LE(at) !== END) continue;
    if (at >= 20 && archive.readUInt32LE(at - 20) === ZIP64_LOCATOR) throw new UnsafeArchive();
    return at;
  }
  throw new UnsafeArchive();
}

function unpackEntry(archive: Buffer, at: number, most: number): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const packed = archive.readUInt32LE(at + 20);
  const claimed = archive.readUInt32LE(at + 24);
  const header = archive.readUInt32LE(at + 42);
  if (claimed > most || header + 30 > archive.length) throw new UnsafeArchive();
  const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  if (from + packed > archive.length) throw new UnsafeArchive();
  const bytes = inflated(archive.subarray(from, from + packed), method, most);
  if (bytes.length !== claimed) throw new UnsafeArchive();
  return bytes;
}

function inflated(packed: Buffer, method: number, most: number): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new UnsafeArchive();
  if (most === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch {
    throw new UnsafeArchive();
  }
}
