import { readFile, rm } from 'node:fs/promises';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import type { RouteContract } from '../../../contracts/route';
import { invalidField } from '../http/errors';
import { safeName, sniff } from './sniff';

/** A file that came with a request, with what it turned out to be. */
export interface ReceivedFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
  readonly extension: string;
}

/** As the body parser puts them down. */
interface ParsedFile {
  readonly filepath: string;
  readonly size: number;
  readonly originalFilename?: string | null;
}

type Files = Record<string, ParsedFile | ParsedFile[]>;

const filesOf = (ctx: Context): Files => (ctx.request as { files?: Files }).files ?? {};

function check(file: ParsedFile, { field, bytes }: NonNullable<RouteContract['file']>): void {
  if (file.size > bytes) {
    throw new errors.PayloadTooLargeError(
      `${field}: the file has more than ${bytes / 1024 / 1024} MB: send a smaller one`,
    );
  }
}

/** A sheet that came with a request: what it is, its reader says. */
export interface SheetUpload {
  readonly bytes: Buffer;
  readonly name: string;
}

type Path = readonly (string | number)[];

async function read(
  file: ParsedFile,
  allowed: NonNullable<RouteContract['file']>,
  path: Path = [allowed.field],
): Promise<ReceivedFile> {
  check(file, allowed);
  const bytes = await readFile(file.filepath);
  const kind = sniff(bytes);
  if (!kind || !allowed.types.includes(kind.type)) {
    throw invalidField(path, 'Send a PDF, a JPEG, a PNG or a WebP', 'file-type');
  }
  return { bytes, ...kind, name: safeName(file.originalFilename ?? '', kind.extension) };
}

const unknownField = (field: string) => invalidField([field], `${field} is not a known field`, 'unknown-field');

function onlyFile(ctx: Context, { file: allowed }: RouteContract): ParsedFile | undefined {
  const files = filesOf(ctx);
  const unknown = Object.keys(files).find((field) => field !== allowed?.field);
  if (unknown !== undefined) throw unknownField(unknown);
  const [file, ...more] = Object.values(files).flat();
  if (more.length > 0) throw invalidField([allowed?.field ?? 'file'], 'Send one file', 'one-file');
  return file;
}

/**
 * The file that came with a request, or null where none came.
 *
 * @throws 400 for a part that the route does not know and a file that is none of the allowed, 413 for one that is too large
 */
export async function receiveFile(ctx: Context, route: RouteContract): Promise<ReceivedFile | null> {
  const file = onlyFile(ctx, route);
  return file && route.file ? read(file, route.file) : null;
}

/** A part of many, `attachments.3`, by its number: parts of one name come in the order in which they were written to disk. */
function numbered(part: string, { field }: NonNullable<RouteContract['file']>): number {
  const [, name, number] = /^(.+)\.(\d{1,3})$/.exec(part) ?? [];
  if (name !== field) throw unknownField(part);
  return Number(number);
}

/**
 * The files that came with a request in parts `field.0`, `field.1` …, in that order; none is fine.
 *
 * @throws as `receiveFile`, naming the file by its number; and 400 for more than the route takes
 */
export async function receiveFiles(ctx: Context, { file: allowed }: RouteContract): Promise<ReceivedFile[]> {
  if (!allowed) return [];
  const parts = Object.entries(filesOf(ctx)).map(([part, files]) => ({ number: numbered(part, allowed), files }));
  const most = allowed.most ?? 1;
  if (parts.length > most) throw invalidField([allowed.field], `Send at most ${most} files`, 'too-many-files');
  const received: ReceivedFile[] = [];
  for (const { number, files } of parts.sort((a, b) => a.number - b.number)) {
    const path = [allowed.field, number];
    const [file, ...more] = [files].flat();
    if (!file || more.length > 0) throw invalidField(path, 'Send one file in each part', 'one-file');
    received.push(await read(file, allowed, path));
  }
  return received;
}

/**
 * The sheet that came with a request.
 *
 * @throws 400 where none came, 413 for one that is too large
 */
export async function receiveSheet(ctx: Context, route: RouteContract): Promise<SheetUpload> {
  const file = onlyFile(ctx, route);
  if (!file || !route.file) throw invalidField(['file'], 'Choose a file', 'file-missing');
  check(file, route.file);
  const bytes = await readFile(file.filepath);
  return { bytes, name: safeName(file.originalFilename ?? '', bytes.subarray(0, 2).equals(ARCHIVE) ? 'xlsx' : 'csv') };
}

/** A workbook is a ZIP archive, and CSV begins like none. */
const ARCHIVE = Buffer.from('PK');

/** Middleware: the body parser writes every part to disk before anybody looks, and Strapi removes those of its own upload route alone. */
export async function removeReceivedFiles(ctx: Context, next: Next): Promise<unknown> {
  try {
    return await next();
  } finally {
    const files = Object.values(filesOf(ctx)).flat();
    await Promise.all(files.map(({ filepath }) => rm(filepath, { force: true })));
  }
}
