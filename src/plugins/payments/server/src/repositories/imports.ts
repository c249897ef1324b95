import type { Core } from '@strapi/strapi';
import type { ImportBatch, ImportFinding } from '../../../contracts/import-values';
import { table } from '../constants';
import { connect, toDate, toJson } from './database';
import { insertDocument } from './documents';
import type { DocumentKey } from './documents';

/** An import as it is stored. */
export interface BatchRow extends DocumentKey {
  readonly kind: ImportBatch['kind'];
  readonly state: ImportBatch['state'];
  readonly reason: ImportBatch['reason'];
  readonly fileName: string;
  readonly total: number;
  readonly progress: number;
  readonly customers: number;
  readonly contacts: number;
  readonly payments: number;
  readonly instalments: number;
  readonly skipped: number;
  readonly by: string | null;
  readonly startedAt: Date;
  readonly movedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly findings: readonly ImportFinding[];
}

type Row = Record<string, unknown>;

const count = (value: unknown) => Number(value ?? 0);
const text = (value: unknown) => (value === null || value === undefined ? null : String(value));

const batchOf = (row: Row): BatchRow => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  kind: row.kind as BatchRow['kind'],
  state: row.state as BatchRow['state'],
  reason: text(row.reason) as BatchRow['reason'],
  fileName: text(row.file_name) ?? '',
  total: count(row.total),
  progress: count(row.progress),
  customers: count(row.customers),
  contacts: count(row.contacts),
  payments: count(row.payments),
  instalments: count(row.instalments),
  skipped: count(row.skipped),
  by: text(row.actor_name),
  startedAt: toDate(row.created_at) ?? new Date(0),
  movedAt: toDate(row.updated_at) ?? new Date(0),
  finishedAt: toDate(row.finished_at),
  undoneAt: toDate(row.undone_at),
  undoneBy: text(row.undone_by),
  findings: toJson<ImportFinding[]>(row.findings) ?? [],
});

export interface NewBatch {
  readonly kind: ImportBatch['kind'];
  readonly fileName: string;
  readonly fileHash: string;
  readonly total: number;
  readonly skipped: number;
  readonly headers: readonly string[];
  readonly mapping: readonly (string | null)[];
  readonly findings: readonly ImportFinding[];
  readonly actorId: string | null;
  readonly actorName: string | null;
}

/** One import at a time: the unique key holds it, whatever clicks twice. */
const RUNNING = 'running';

/** Enters an import that begins; throws the database's duplicate-key error while another one runs. */
export const insertBatch = (strapi: Core.Strapi, batch: NewBatch, now: Date): Promise<DocumentKey> =>
  insertDocument(
    strapi,
    table.importBatch,
    {
      kind: batch.kind,
      state: 'running',
      running: RUNNING,
      file_name: batch.fileName,
      file_hash: batch.fileHash,
      total: batch.total,
      progress: 0,
      skipped: batch.skipped,
      headers: JSON.stringify(batch.headers),
      mapping: JSON.stringify(batch.mapping),
      findings: JSON.stringify(batch.findings),
      actor_id: batch.actorId,
      actor_name: batch.actorName,
    },
    now,
  );

/** Lets another import begin where one that runs has not moved since: its process died, and with it all that it wrote. */
export async function failStale(strapi: Core.Strapi, movedBefore: Date, now: Date): Promise<void> {
  const db = await connect(strapi);
  await db(table.importBatch)
    .where({ state: 'running' })
    .where('updated_at', '<', movedBefore)
    .update({ state: 'failed', running: null, reason: 'interrupted', finished_at: now });
}

/** Tells how far an import is, outside of its transaction so that others read it. SQLite has one connection: there it is told in memory alone. */
export async function writeProgress(strapi: Core.Strapi, id: number, progress: number, now: Date): Promise<void> {
  const db = await connect(strapi);
  if (db.dialect === 'sqlite') return;
  const schema = strapi.db.getSchemaName();
  const query = strapi.db.connection(table.importBatch);
  await (schema ? query.withSchema(schema) : query).where({ id }).update({ progress, updated_at: now });
}

export type Outcome = Pick<BatchRow, 'state' | 'progress' | 'customers' | 'contacts' | 'payments' | 'instalments'>;

export async function finishBatch(
  strapi: Core.Strapi,
  id: number,
  outcome: Partial<Outcome> & { reason?: BatchRow['reason'] },
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  await db(table.importBatch)
    .where({ id })
    .update({ ...outcome, running: null, finished_at: now, updated_at: now });
}

export async function markUndone(strapi: Core.Strapi, id: number, by: string | null, now: Date): Promise<void> {
  const db = await connect(strapi);
  await db(table.importBatch).where({ id }).update({ state: 'undone', undone_at: now, undone_by: by, updated_at: now });
}

export async function readBatch(strapi: Core.Strapi, documentId: string): Promise<BatchRow | null> {
  const db = await connect(strapi);
  const row = (await db(table.importBatch).where({ document_id: documentId }).first()) as Row | undefined;
  return row ? batchOf(row) : null;
}

/** Reads an import and holds it until the transaction ends, so that it is not undone twice at a time. */
export async function lockBatch(strapi: Core.Strapi, documentId: string): Promise<BatchRow | null> {
  const db = await connect(strapi);
  const query = db(table.importBatch).where({ document_id: documentId }).first();
  const row = (await (db.dialect === 'sqlite' ? query : query.forUpdate())) as Row | undefined;
  return row ? batchOf(row) : null;
}

export async function listBatches(
  strapi: Core.Strapi,
  page: number,
  pageSize: number,
): Promise<{ rows: BatchRow[]; total: number }> {
  const db = await connect(strapi);
  const [counted] = (await db(table.importBatch).count({ total: '*' })) as { total: number | string }[];
  const rows: Row[] = await db(table.importBatch)
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: rows.map(batchOf), total: Number(counted?.total ?? 0) };
}

/** The last import of this very file that was not taken back. */
export async function findByHash(strapi: Core.Strapi, fileHash: string, kind: string): Promise<BatchRow | null> {
  const db = await connect(strapi);
  const row = (await db(table.importBatch)
    .where({ file_hash: fileHash, kind, state: 'done' })
    .orderBy('id', 'desc')
    .first()) as Row | undefined;
  return row ? batchOf(row) : null;
}

/** How many imports are looked at for what was said of a column. */
const REMEMBERED = 20;

/** The mappings of the last imports of a kind with their headers, the oldest first. */
export async function readMappings(
  strapi: Core.Strapi,
  kind: string,
): Promise<Array<{ headers: string[]; mapping: (string | null)[] }>> {
  const db = await connect(strapi);
  const rows: Row[] = await db(table.importBatch)
    .where({ kind })
    .whereNot('state', 'failed')
    .orderBy('id', 'desc')
    .limit(REMEMBERED)
    .select('headers', 'mapping');
  return rows
    .map((row) => ({
      headers: toJson<string[]>(row.headers) ?? [],
      mapping: toJson<(string | null)[]>(row.mapping) ?? [],
    }))
    .reverse();
}
