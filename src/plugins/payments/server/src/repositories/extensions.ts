import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import type { Shift } from '../../../domain/plan';
import { table } from '../constants';
import { connect, toBoolean, toDate, toJson } from './database';
import { insertDocument } from './documents';
import { countUpTo } from './paging';
import type { InstalmentRecord } from './payment-record';
import { matchesSearch } from './search';

/** Where a date stands, and why. */
export interface Placed {
  readonly nominalDate: Day;
  readonly dueDate: Day;
  readonly shift: Shift | null;
  readonly pinned: boolean;
}

/** An instalment that an extension moved, as it was and as it was left. */
export interface StoredMove {
  readonly instalment: string;
  readonly payment: string;
  readonly before: Placed;
  readonly after: Placed;
  readonly amount: number;
  /** What became of it when the extension was undone. */
  readonly undo?: 'back' | 'changed-since' | 'paid' | 'cancelled' | 'not-found';
}

export const placedOf = ({ nominalDate, dueDate, shift, pinned }: InstalmentRecord): Placed => ({
  nominalDate,
  dueDate,
  shift: shift && { ...shift },
  pinned,
});

/** One deadline that was moved for many. */
export interface ExtensionRecord {
  readonly id: number;
  readonly documentId: string;
  readonly institution: { readonly documentId: string; readonly name: string } | null;
  readonly title: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly pinned: boolean;
  readonly reference: string;
  readonly loud: boolean;
  readonly by: string | null;
  readonly at: Date;
  readonly movedCount: number;
  readonly undone: { readonly at: Date; readonly by: string | null; readonly back: number } | null;
}

/** Which instalments an extension looks for. */
export interface Extendable {
  readonly institution: number | null;
  readonly title: string | null;
  readonly from: Day;
}

/** Ids of the open instalments that are due on a date, with their payments', in the order of the payments; at most `limit`. */
export async function findExtendable(
  strapi: Core.Strapi,
  { institution, title, from }: Extendable,
  limit: number,
): Promise<{ instalment: number; payment: number }[]> {
  const db = await connect(strapi);
  const query = db(`${table.instalment} as r`)
    .join(`${table.payment} as p`, 'p.id', 'r.payment_ref')
    .where({ 'r.state': 'open', 'r.due_date': from, 'p.state': 'open' })
    .orderBy(['p.id', 'r.number'])
    .limit(limit)
    .select({ instalment: 'r.id', payment: 'p.id' });
  if (institution !== null) query.where('p.institution_ref', institution);
  if (title !== null) matchesSearch(query, 'p.search_text', title);
  const rows: { instalment: number; payment: number }[] = await query;
  return rows.map((row) => ({ instalment: Number(row.instalment), payment: Number(row.payment) }));
}

type Row = Record<string, unknown>;

const own = ['id', 'document_id', 'institution_document_id', 'institution_name', 'title', 'from_date', 'to_date'];
const more = ['pinned', 'reference', 'loud', 'actor_name', 'moved_count', 'created_at'];
const undone = ['undone_at', 'undone_by', 'back_count'];
/** Without the moves, of which a list has no need. */
const columns = [...own, ...more, ...undone];

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

function extensionOf(row: Row): ExtensionRecord {
  const institution = text(row.institution_document_id);
  const undoneAt = toDate(row.undone_at);
  return {
    id: Number(row.id),
    documentId: String(row.document_id),
    institution: institution === null ? null : { documentId: institution, name: text(row.institution_name) ?? '' },
    title: text(row.title),
    from: row.from_date as Day,
    to: row.to_date as Day,
    pinned: toBoolean(row.pinned),
    reference: String(row.reference),
    loud: toBoolean(row.loud),
    by: text(row.actor_name),
    at: toDate(row.created_at) ?? new Date(0),
    movedCount: Number(row.moved_count ?? 0),
    undone: undoneAt && { at: undoneAt, by: text(row.undone_by), back: Number(row.back_count ?? 0) },
  };
}

/** Keeps an extension with its moves. */
export async function insertExtension(
  strapi: Core.Strapi,
  extension: Omit<ExtensionRecord, 'id' | 'movedCount' | 'undone'>,
  moves: readonly StoredMove[],
): Promise<void> {
  const values = {
    document_id: extension.documentId,
    institution_document_id: extension.institution?.documentId ?? null,
    institution_name: extension.institution?.name ?? null,
    title: extension.title,
    from_date: extension.from,
    to_date: extension.to,
    pinned: extension.pinned,
    reference: extension.reference,
    loud: extension.loud,
    actor_name: extension.by,
    moved_count: moves.length,
    moves: JSON.stringify(moves),
  };
  await insertDocument(strapi, table.extension, values, extension.at);
}

/** Writes that an extension was undone, and what became of each move. */
export async function writeUndone(
  strapi: Core.Strapi,
  id: number,
  { at, by, back }: { at: Date; by: string | null; back: number },
  moves: readonly StoredMove[],
): Promise<void> {
  const db = await connect(strapi);
  const values = { undone_at: at, undone_by: by, back_count: back, moves: JSON.stringify(moves), updated_at: at };
  await db(table.extension).where({ id }).update(values);
}

/** A page of extensions, the newest first. */
export async function listExtensionRows(
  strapi: Core.Strapi,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: ExtensionRecord[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, db(table.extension).select('id'));
  const rows: Row[] = await db(table.extension)
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(columns);
  return { rows: rows.map(extensionOf), count };
}

/** One extension with its moves; locked until the transaction ends where it is to be undone. */
export async function readExtension(
  strapi: Core.Strapi,
  documentId: string,
  locked = false,
): Promise<{ extension: ExtensionRecord; moves: StoredMove[] } | null> {
  const db = await connect(strapi);
  const query: Knex.QueryBuilder = db(table.extension)
    .where({ document_id: documentId })
    .first(...columns, 'moves');
  const row = (await (locked && db.dialect !== 'sqlite' ? query.forUpdate() : query)) as Row | undefined;
  return row ? { extension: extensionOf(row), moves: toJson<StoredMove[]>(row.moves) ?? [] } : null;
}
