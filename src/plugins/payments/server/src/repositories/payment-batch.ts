import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/day';
import { table, uid } from '../constants';
import { connect, insertAll, updateEach } from './database';
import type { Connection } from './database';
import { documentColumns } from './documents';
import { linkOf } from './links';
import { instalmentColumns, paymentColumns } from './payment-writes';
import type { NewInstalment, NewPayment } from './payment-writes';

/** Bound values of one statement are limited: rows are written and asked for in pieces. */
const CHUNK = 400;

const pieces = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );

async function idsOf(db: Connection, name: string, documentIds: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const piece of pieces(documentIds)) {
    const rows: { id: number; document_id: string }[] = await db(name)
      .whereIn('document_id', piece)
      .select('id', 'document_id');
    for (const row of rows) found.set(row.document_id, Number(row.id));
  }
  return found;
}

/** What of a new payment follows from its rows. */
export interface NewDerived {
  readonly total: number;
  readonly paid: number;
  readonly nextDueDate: Day | null;
  readonly count: number;
  readonly state: string;
  readonly searchText: string;
  readonly lossDate: Day | null;
}

/** A payment to insert, with its instalments and what is derived of both. */
export interface NewWhole {
  readonly payment: NewPayment;
  readonly derived: NewDerived;
  readonly rows: ReadonlyArray<NewInstalment & { readonly remindOn: Day | null; readonly remindStep: number | null }>;
}

const derivedColumns = ({ total, paid, nextDueDate, count, state, searchText, lossDate }: NewDerived) => ({
  total,
  paid,
  next_due_date: nextDueDate,
  instalment_count: count,
  state,
  search_text: searchText,
  loss_date: lossDate,
});

/**
 * Inserts payments with their instalments, relations and derived columns, in a number of statements that does not grow with them but by
 * the piece of 400.
 *
 * @param unnamed what stands in their search text in place of their reference
 * @returns the payments' ids, in their order
 */
export async function insertPayments(
  strapi: Core.Strapi,
  wholes: readonly NewWhole[],
  unnamed: string,
  now: Date,
): Promise<number[]> {
  const db = await connect(strapi);
  const payments = wholes.map(({ payment, derived }) => ({
    ...documentColumns(now),
    ...paymentColumns(payment),
    ...derivedColumns(derived),
  }));
  await insertAll(db, table.payment, payments);
  const paymentIds = await idsOf(
    db,
    table.payment,
    payments.map((row) => row.document_id),
  );
  const ids = payments.map((row) => paymentIds.get(row.document_id) as number);
  await insertLinks(
    strapi,
    db,
    'customer',
    wholes.map(({ payment }, index) => [ids[index] as number, payment.customerId]),
  );
  await insertLinks(
    strapi,
    db,
    'institution',
    wholes.flatMap(({ payment: { institutionId } }, index): [number, number][] =>
      institutionId === null ? [] : [[ids[index] as number, institutionId]],
    ),
  );
  await insertRows(strapi, db, wholes, ids, now);
  await nameAll(db, ids, unnamed);
  return ids;
}

/** Gives payments their references, which follow from their ids. */
async function nameAll(db: Connection, ids: readonly number[], unnamed: string): Promise<void> {
  const numbered = db.dialect === 'mysql' ? `concat('P-', id)` : `'P-' || id`;
  for (const piece of pieces(ids)) {
    await db(table.payment)
      .whereIn('id', piece)
      .update({
        reference: db.raw(numbered),
        search_text: db.raw(`replace(search_text, ?, lower(${numbered}))`, [unnamed]),
      });
  }
}

async function insertLinks(
  strapi: Core.Strapi,
  db: Connection,
  relation: 'customer' | 'institution',
  links: ReadonlyArray<readonly [payment: number, target: number]>,
): Promise<void> {
  const link = linkOf(strapi, uid.payment, relation);
  const rows = links.map(([payment, target]) => ({
    [link.source]: payment,
    [link.target]: target,
    ...(link.inverseOrderColumn && { [link.inverseOrderColumn]: payment }),
  }));
  await insertAll(db, link.table, rows);
}

async function insertRows(
  strapi: Core.Strapi,
  db: Connection,
  wholes: readonly NewWhole[],
  ids: readonly number[],
  now: Date,
): Promise<void> {
  const link = linkOf(strapi, uid.instalment, 'payment');
  const added = wholes.flatMap(({ rows }, index) =>
    rows.map((row) => ({
      ...instalmentColumns(row, ids[index] as number, now),
      remind_on: row.remindOn,
      remind_step: row.remindStep,
    })),
  );
  await insertAll(db, table.instalment, added);
  const rowIds = await idsOf(
    db,
    table.instalment,
    added.map((row) => row.document_id),
  );
  const links = added.map((row) => ({
    [link.source]: rowIds.get(row.document_id) as number,
    [link.target]: row.payment_ref,
    ...(link.inverseOrderColumn && { [link.inverseOrderColumn]: row.number }),
  }));
  await insertAll(db, link.table, links);
}

/** Marks payments of which contacts were told. */
export async function markAnnounced(strapi: Core.Strapi, ids: readonly number[], at: Date): Promise<void> {
  const db = await connect(strapi);
  for (const piece of pieces(ids)) await db(table.payment).whereIn('id', piece).update({ announced_at: at });
}

/** Writes the codes of payments, each its own, in one statement for every piece of 400. */
export async function writeCodes(
  strapi: Core.Strapi,
  codes: ReadonlyArray<{ id: number; code: { value: string; scheme: string } | null }>,
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  for (const piece of pieces(codes)) {
    await updateEach(
      db,
      table.payment,
      { payment_code: 'text', payment_code_scheme: 'text' },
      piece.map(({ id, code }) => ({
        id,
        values: { payment_code: code?.value ?? null, payment_code_scheme: code?.scheme ?? null },
      })),
    );
    const ids = piece.map(({ id }) => id);
    await db(table.payment).whereIn('id', ids).update({ updated_at: now });
  }
}
