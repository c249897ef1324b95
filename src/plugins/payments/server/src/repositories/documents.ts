import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { TableName } from '../constants';
import { connect, insertAll } from './database';

/** Columns by their names in the database. */
export type Columns = Readonly<Record<string, string | number | boolean | Date | null>>;

/** The columns that a change names: those that are not undefined. */
export const namedColumns = (columns: Readonly<Record<string, Columns[string] | undefined>>): Columns =>
  Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, Columns[string]] => entry[1] !== undefined),
  );

/** What every document has besides its own columns. */
export const documentColumns = (now: Date) => ({
  document_id: createId(),
  created_at: now,
  updated_at: now,
  published_at: now,
});

/** A document by its two keys: the row's, and the one that is told. */
export interface DocumentKey {
  readonly id: number;
  readonly documentId: string;
}

/** Inserts one document and answers its keys, however the driver tells the row's. */
export async function insertDocument(
  strapi: Core.Strapi,
  name: TableName,
  columns: Columns,
  now: Date,
): Promise<DocumentKey> {
  const db = await connect(strapi);
  const row = { ...documentColumns(now), ...columns };
  const insert = db(name).insert(row);
  const [inserted] = (await (db.dialect === 'mysql' ? insert : insert.returning('id'))) as [number | { id: number }];
  return { id: Number(typeof inserted === 'object' ? inserted.id : inserted), documentId: row.document_id };
}

/** Inserts several documents and answers their keys in the same order: ids that several rows got in one insert are not told by every driver. */
export async function insertDocuments(
  strapi: Core.Strapi,
  name: TableName,
  documents: readonly Columns[],
  now: Date,
): Promise<DocumentKey[]> {
  const rows = documents.map((columns) => ({ ...documentColumns(now), ...columns }));
  await insertAll(await connect(strapi), name, rows);
  const documentIds = rows.map((row) => row.document_id);
  const ids = await findDocuments(strapi, name, documentIds);
  return documentIds.map((documentId) => ({ id: ids.get(documentId) as number, documentId }));
}

/** Finds a document's row key. */
export async function findDocument(
  strapi: Core.Strapi,
  name: TableName,
  documentId: string,
): Promise<DocumentKey | null> {
  const db = await connect(strapi);
  const row = (await db(name).where({ document_id: documentId }).first('id')) as { id: number } | undefined;
  return row ? { id: Number(row.id), documentId } : null;
}

/** Bound values of one statement are limited; a list of keys is asked for in pieces. */
const CHUNK = 500;

/** Finds row keys by documentId; unknown ones are left out. */
export async function findDocuments(
  strapi: Core.Strapi,
  name: TableName,
  documentIds: readonly string[],
): Promise<Map<string, number>> {
  const db = await connect(strapi);
  const found = new Map<string, number>();
  for (let start = 0; start < documentIds.length; start += CHUNK) {
    const rows: { id: number; document_id: string }[] = await db(name)
      .whereIn('document_id', documentIds.slice(start, start + CHUNK))
      .select('id', 'document_id');
    for (const row of rows) found.set(row.document_id, Number(row.id));
  }
  return found;
}

export async function updateDocument(
  strapi: Core.Strapi,
  name: TableName,
  id: number,
  columns: Columns,
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  await db(name)
    .where({ id })
    .update({ ...columns, updated_at: now });
}

/** Takes a document out, with its links. */
export async function deleteDocument(strapi: Core.Strapi, name: TableName, id: number): Promise<void> {
  const db = await connect(strapi);
  await db(name).where({ id }).delete();
}
