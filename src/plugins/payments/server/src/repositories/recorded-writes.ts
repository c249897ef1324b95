import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, updateEach } from './database';
import type { InstalmentRecord } from './payment-record';
import { writePayment } from './payment-writes';

const derivedTypes = {
  total: 'integer',
  paid: 'integer',
  next_due_date: 'date',
  instalment_count: 'integer',
  search_text: 'text',
  loss_date: 'date',
  state: 'text',
  reference: 'text',
} as const;

const stampTypes = {
  revision: 'integer',
  version: 'integer',
  updated_at: 'datetime',
  changed_at: 'datetime',
  announced_at: 'datetime',
} as const;

/** What `record` derives for a payment. */
export type DerivedColumns = Readonly<Record<keyof typeof derivedTypes, string | number | null>>;

/** What a change of a payment leaves on it. */
export type StampColumns = Readonly<Record<keyof typeof stampTypes, number | Date | null>>;

/** Writes what `record` derives for payments, and, for those that changed, the stamps; in few statements, however many they are. */
export async function writeRecorded(
  strapi: Core.Strapi,
  payments: ReadonlyArray<{
    readonly id: number;
    readonly derived: DerivedColumns;
    readonly stamps: StampColumns | null;
  }>,
): Promise<void> {
  const [first] = payments;
  if (first && payments.length === 1) return writePayment(strapi, first.id, { ...first.derived, ...first.stamps });
  const db = await connect(strapi);
  const derived = payments.map(({ id, derived: values }) => ({ id, values }));
  await updateEach(db, table.payment, derivedTypes, derived);
  const stamped = payments.flatMap(({ id, stamps }) => (stamps ? [{ id, values: stamps }] : []));
  await updateEach(db, table.payment, stampTypes, stamped);
}

/** Writes what `record` derives for instalments: number, state and the next reminder. */
export async function writeDerivedRows(strapi: Core.Strapi, rows: readonly InstalmentRecord[]): Promise<void> {
  const columns = { number: 'integer', state: 'text', remind_on: 'date', remind_step: 'integer' } as const;
  await updateEach(
    await connect(strapi),
    table.instalment,
    columns,
    rows.map(({ id, number, state, remindOn, remindStep }) => ({
      id,
      values: { number, state, remind_on: remindOn, remind_step: remindStep },
    })),
  );
}
