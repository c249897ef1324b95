import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import type { ShiftKind } from '../../../domain/plan';
import { table } from '../constants';
import type { Scope } from './access';
import { connect, equalsUnindexed } from './database';
import type { Connection } from './database';
import { customerIds } from './obligations';
import type { ListOf } from './obligations';
import { receiptOf } from './receipt-row';
import type { ReceiptRow } from './receipt-row';

/** An instalment as its customer may see it, with the receipts that were handed in for it. */
export interface ObligationInstalmentRow {
  readonly paymentId: number;
  readonly documentId: string;
  readonly number: number;
  readonly amount: MinorUnits;
  readonly paid: MinorUnits;
  readonly nominalDate: Day;
  readonly dueDate: Day;
  readonly shift: { readonly kind: ShiftKind; readonly name: string | null } | null;
  readonly state: 'open' | 'paid' | 'cancelled';
  readonly paymentCode: string | null;
  readonly note: string | null;
  /** Of every contact, newest first: whose they are decides what is shown of them. */
  readonly receipts: readonly ReceiptRow[];
}

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

const instalmentOf = (row: Row, receipts: readonly ReceiptRow[]): ObligationInstalmentRow => ({
  paymentId: Number(row.payment_ref),
  documentId: String(row.document_id),
  number: Number(row.number),
  amount: minor(Number(row.amount)),
  paid: minor(Number(row.paid ?? 0)),
  nominalDate: (text(row.nominal_date) ?? text(row.due_date)) as Day,
  dueDate: text(row.due_date) as Day,
  shift: row.shift_kind ? { kind: row.shift_kind as ShiftKind, name: text(row.shift_name) } : null,
  state: row.state as ObligationInstalmentRow['state'],
  paymentCode: text(row.payment_code),
  note: text(row.note),
  receipts,
});

const columns = [
  ...['id', 'payment_ref', 'document_id', 'number', 'amount', 'paid', 'nominal_date', 'due_date', 'shift_kind'],
  ...['shift_name', 'state', 'payment_code', 'note'],
].map((column) => `i.${column}`);

const receiptColumns = {
  receipt_id: 'r.id',
  receipt_document_id: 'r.document_id',
  receipt_contact: 'r.contact_document_id',
  receipt_state: 'r.state',
  receipt_paid_on: 'r.paid_on',
  receipt_amount: 'r.amount',
  receipt_comment: 'r.comment',
  receipt_reason: 'r.reason',
  receipt_file: 'r.file',
};

const withReceipts = (db: Connection): Knex.QueryBuilder =>
  db(`${table.instalment} as i`)
    .leftJoin(`${table.receipt} as r`, 'r.instalment_document_id', 'i.document_id')
    .select(columns)
    .select(receiptColumns);

/** A row for every receipt becomes one for every instalment, in the order in which they were read. */
function gather(rows: readonly Row[]): ObligationInstalmentRow[] {
  const found = new Map<unknown, { row: Row; receipts: ReceiptRow[] }>();
  for (const row of rows) {
    const entry = found.get(row.id) ?? { row, receipts: [] };
    found.set(row.id, entry);
    if (row.receipt_id !== null && row.receipt_id !== undefined) entry.receipts.push(receiptOf(row, 'receipt_'));
  }
  return [...found.values()].map(({ row, receipts }) =>
    instalmentOf(
      row,
      receipts.sort((a, b) => b.id - a.id),
    ),
  );
}

/** Every instalment of these payments, by number. */
export async function readInstalments(
  strapi: Core.Strapi,
  paymentIds: readonly number[],
): Promise<ObligationInstalmentRow[]> {
  if (paymentIds.length === 0) return [];
  const db = await connect(strapi);
  const query = withReceipts(db)
    .whereIn('i.payment_ref', paymentIds)
    .orderBy([{ column: 'i.payment_ref' }, { column: 'i.number' }, { column: 'i.id' }]);
  return gather((await query) as Row[]);
}

/** The open instalments that are due first, of these payments; several where some share a date. */
export async function readFirstDue(
  strapi: Core.Strapi,
  paymentIds: readonly number[],
): Promise<ObligationInstalmentRow[]> {
  if (paymentIds.length === 0) return [];
  const db = await connect(strapi);
  const query = withReceipts(db)
    .join(`${table.payment} as p`, 'p.id', 'i.payment_ref')
    .whereIn('p.id', paymentIds)
    .where(equalsUnindexed(db, 'i.state', 'open'))
    .whereRaw('?? = ??', ['i.due_date', 'p.next_due_date'])
    .orderBy([{ column: 'i.payment_ref' }, { column: 'i.number' }, { column: 'i.id' }]);
  return gather((await query) as Row[]);
}

export interface InstalmentFilter {
  readonly from?: Day;
  readonly to?: Day;
  readonly state: 'open' | 'overdue' | 'paid' | 'all';
  readonly today: Day;
}

/** Instalments of the scope by due date, a page at a time, with the number of all that match. */
export async function listInstalmentRows(
  strapi: Core.Strapi,
  scope: Scope,
  { from, to, state, today }: InstalmentFilter,
  { page, pageSize }: Omit<ListOf<never>, 'sort'>,
): Promise<{ rows: ObligationInstalmentRow[]; total: number }> {
  const ids = customerIds(scope);
  if (ids.length === 0) return { rows: [], total: 0 };
  const db = await connect(strapi);
  const matching = () => {
    const query = db(`${table.instalment} as m`)
      .join(`${table.payment} as mp`, 'mp.id', 'm.payment_ref')
      .whereIn('mp.customer_ref', ids);
    if (state !== 'all') query.where(equalsUnindexed(db, 'm.state', state === 'overdue' ? 'open' : state));
    if (state === 'overdue') query.where('m.due_date', '<', today);
    if (from) query.where('m.due_date', '>=', from);
    if (to) query.where('m.due_date', '<=', to);
    return query;
  };
  const offset = (page - 1) * pageSize;
  const count = () => matching().count({ total: '*' });
  const cut = matching()
    .orderBy([{ column: 'm.due_date' }, { column: 'm.id' }])
    .limit(pageSize)
    .offset(offset);
  const rows = (await withReceipts(db)
    .join(cut.select('m.id').as('cut'), 'cut.id', 'i.id')
    .select({ matching: count() })
    .orderBy([{ column: 'i.due_date' }, { column: 'i.id' }])) as Row[];
  if (rows.length > 0) return { rows: gather(rows), total: Number(rows[0]?.matching) };
  if (offset === 0) return { rows: [], total: 0 };
  const [counted] = (await count()) as { total: number | string }[];
  return { rows: [], total: Number(counted?.total ?? 0) };
}

/** A calendar has an end. */
const FEED_LIMIT = 2_000;

/** What a calendar shows: whatever is open, and what else is due from a day on; by due date, at most 2,000. */
export async function readFeedRows(strapi: Core.Strapi, scope: Scope, from: Day): Promise<ObligationInstalmentRow[]> {
  const ids = customerIds(scope);
  if (ids.length === 0) return [];
  const db = await connect(strapi);
  const cut = db(`${table.instalment} as m`)
    .join(`${table.payment} as mp`, 'mp.id', 'm.payment_ref')
    .whereIn('mp.customer_ref', ids)
    .where((either) => {
      void either.where('m.state', 'open').orWhere('m.due_date', '>=', from);
    })
    .orderBy([{ column: 'm.due_date' }, { column: 'm.id' }])
    .limit(FEED_LIMIT)
    .select('m.id');
  const rows = (await withReceipts(db)
    .join(cut.as('cut'), 'cut.id', 'i.id')
    .orderBy([{ column: 'i.due_date' }, { column: 'i.id' }])) as Row[];
  return gather(rows);
}
