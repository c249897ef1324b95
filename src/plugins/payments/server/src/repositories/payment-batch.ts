import type { Core } from '@strapi/strapi';
import { table, uid } from '../constants';
import { connect, insertAll, updateEach } from './database';
import type { ColumnType, Connection } from './database';
import { documentColumns } from './documents';
import { linkOf } from './links';
import type { InstalmentRecord, PaymentRecord } from './payment-record';
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

/** A payment to insert, with its instalments. */
export interface NewWhole {
  readonly payment: NewPayment;
  readonly rows: readonly NewInstalment[];
}

/**
 * Inserts payments with their instalments and relations, in a number of statements that does not grow with them but by the piece of 400;
 * their derived columns are `recordCreated`'s.
 *
 * @returns the payments' ids, in their order
 */
export async function insertPayments(strapi: Core.Strapi, wholes: readonly NewWhole[], now: Date): Promise<number[]> {
  const db = await connect(strapi);
  const payments = wholes.map(({ payment }) => ({ ...documentColumns(now), ...paymentColumns(payment) }));
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
  return ids;
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
    rows.map((row) => instalmentColumns(row, ids[index] as number, now)),
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

const derivedColumns: Readonly<Record<string, ColumnType>> = {
  total: 'integer',
  paid: 'integer',
  next_due_date: 'date',
  instalment_count: 'integer',
  search_text: 'text',
  loss_date: 'date',
  state: 'text',
  reference: 'text',
};

/** Writes what `recordCreated` derived for new payments, and that they changed now. */
export async function writeDerivedPayments(
  strapi: Core.Strapi,
  payments: readonly PaymentRecord[],
  at: Date,
  announced: ReadonlySet<number>,
): Promise<void> {
  const db = await connect(strapi);
  for (const piece of pieces(payments)) {
    const rows = piece.map(({ id, stored, state, reference }) => ({
      id,
      values: {
        total: stored.total,
        paid: stored.paid,
        next_due_date: stored.nextDueDate,
        instalment_count: stored.instalmentCount,
        search_text: stored.searchText,
        loss_date: stored.lossDate,
        state: state.state,
        reference,
      },
    }));
    await updateEach(db, table.payment, derivedColumns, rows);
    const ids = piece.map(({ id }) => id);
    await db(table.payment).whereIn('id', ids).update({ updated_at: at, changed_at: at });
    const told = ids.filter((id) => announced.has(id));
    if (told.length > 0) await db(table.payment).whereIn('id', told).update({ announced_at: at });
  }
}

const reminderColumns: Readonly<Record<string, ColumnType>> = { remind_on: 'date', remind_step: 'integer' };

/** Writes when new instalments are first reminded of. */
export async function writeSchedules(strapi: Core.Strapi, rows: readonly InstalmentRecord[]): Promise<void> {
  const db = await connect(strapi);
  for (const piece of pieces(rows.filter(({ remindOn }) => remindOn !== null))) {
    const values = piece.map(({ id, remindOn, remindStep }) => ({
      id,
      values: { remind_on: remindOn, remind_step: remindStep },
    }));
    await updateEach(db, table.instalment, reminderColumns, values);
  }
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
