import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect, equalsUnindexed, toBoolean, toJson, updateEach } from './database';

/** Whose open payments: an institution's, a customer's, or everybody's. */
export type Owner = { readonly column: 'institution_ref' | 'customer_ref'; readonly id: number } | null;

export interface OpenPayment {
  readonly id: number;
  readonly documentId: string;
  readonly version: number;
  readonly customerRef: number | null;
}

/**
 * The next open payments after one, in the order of their ids, locked until the transaction ends. What a waiting lock reads is newest;
 * the order is every writer's, so that no two wait for each other. SQLite has one writer at a time and needs no lock.
 */
export async function lockOpenPayments(
  strapi: Core.Strapi,
  owner: Owner,
  afterId: number,
  limit: number,
): Promise<OpenPayment[]> {
  const db = await connect(strapi);
  const query = db(table.payment).where({ state: 'open' }).andWhere('id', '>', afterId).orderBy('id').limit(limit);
  if (owner) query.andWhere(owner.column, owner.id);
  query.select({ id: 'id', documentId: 'document_id', version: 'version', customerRef: 'customer_ref' });
  const rows: OpenPayment[] = await (db.dialect === 'sqlite' ? query : query.forUpdate());
  return rows.map(({ id, documentId, version, customerRef }) => ({
    id: Number(id),
    documentId,
    version: Number(version ?? 1),
    customerRef: customerRef === null ? null : Number(customerRef),
  }));
}

/** Raises the version of payments by one: something that their customer can see is another now. */
export async function raiseVersions(strapi: Core.Strapi, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const db = await connect(strapi);
  await db(table.payment)
    .whereIn('id', ids)
    .update({ version: db.raw('coalesce(??, 1) + 1', ['version']), changed_at: now });
}

/** DocumentIds of customers, by id. */
export async function readCustomerDocumentIds(
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const db = await connect(strapi);
  const rows: { id: number; document_id: string }[] = await db(table.customer)
    .whereIn('id', [...new Set(ids)])
    .select('id', 'document_id');
  return new Map(rows.map((row) => [Number(row.id), row.document_id]));
}

/** An open instalment with what the days of its reminders depend on. */
export interface ReminderRow {
  readonly id: number;
  readonly dueDate: Day;
  readonly pinned: boolean;
  readonly remindOn: Day | null;
  readonly remindStep: number | null;
  readonly institution: {
    readonly id: number;
    readonly bankDays: number;
    readonly ladder: readonly number[] | null;
  } | null;
}

/** Open instalments of these payments. */
export async function readReminderRows(strapi: Core.Strapi, paymentIds: readonly number[]): Promise<ReminderRow[]> {
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(`${table.instalment} as r`)
    .join(`${table.payment} as p`, 'p.id', 'r.payment_ref')
    .leftJoin(`${table.institution} as i`, 'i.id', 'p.institution_ref')
    .whereIn('r.payment_ref', paymentIds)
    .andWhere(equalsUnindexed(db, 'r.state', 'open'))
    .select('r.id', 'r.due_date', 'r.pinned', 'r.remind_on', 'r.remind_step', {
      institution_id: 'i.id',
      bank_days: 'i.bank_days',
      ladder: 'i.ladder',
    });
  return rows.map((row) => ({
    id: Number(row.id),
    dueDate: row.due_date as Day,
    pinned: toBoolean(row.pinned),
    remindOn: (row.remind_on as Day | null) ?? null,
    remindStep: row.remind_step === null || row.remind_step === undefined ? null : Number(row.remind_step),
    institution: row.institution_id
      ? { id: Number(row.institution_id), bankDays: Number(row.bank_days ?? 0), ladder: toJson<number[]>(row.ladder) }
      : null,
  }));
}

/** Writes when these instalments are reminded next. */
export async function writeReminders(
  strapi: Core.Strapi,
  rows: ReadonlyArray<Pick<ReminderRow, 'id' | 'remindOn' | 'remindStep'>>,
): Promise<void> {
  const columns = { remind_on: 'date', remind_step: 'integer' } as const;
  await updateEach(
    await connect(strapi),
    table.instalment,
    columns,
    rows.map(({ id, remindOn, remindStep }) => ({ id, values: { remind_on: remindOn, remind_step: remindStep } })),
  );
}
