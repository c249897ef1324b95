import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Change } from '../../../domain/diff';
import { table } from '../constants';
import { paymentsOf } from './customer-data';
import { connect, toJson, updateEach } from './database';
import type { Connection } from './database';
import type { DocumentKey } from './documents';

const BATCH = 500;

/** Fields whose values say nothing about a person: amounts, days, states and rules. Whatever else changed, its values go. */
const IMPERSONAL = new Set([
  ...['amount', 'total', 'paid', 'surcharge', 'currency', 'state', 'dueDate', 'nominalDate', 'paidOn', 'pinned'],
  ...['shift', 'institution', 'remindersPaused', 'paymentCodeScheme'],
]);

/** What names the customer in the history of a payment that is another's now. */
const NAMING = new Set(['customer', 'customerName']);

interface EventRow {
  readonly id: number;
  readonly changes: unknown;
  readonly staff_changes: unknown;
}

/** Writes events anew without the changes of fields that may not stay, 500 at a time. */
async function filterEvents(
  db: Connection,
  events: () => Knex.QueryBuilder,
  stays: (change: Change) => boolean,
): Promise<void> {
  const without = (changes: unknown): string => JSON.stringify((toJson<Change[]>(changes) ?? []).filter(stays));
  for (let last = 0; ;) {
    const query = events().where('id', '>', last).orderBy('id').limit(BATCH);
    const rows: EventRow[] = await query.select('id', 'changes', 'staff_changes');
    const written = rows.map(({ id, changes, staff_changes }) => ({
      id: Number(id),
      values: { changes: without(changes), staff_changes: without(staff_changes) },
    }));
    await updateEach(db, table.event, { changes: 'json', staff_changes: 'json' }, written);
    if (rows.length < BATCH) return;
    last = Number(rows.at(-1)?.id);
  }
}

/**
 * Takes the personal values out of the history of a customer's payments, its name also out of that of payments which went to another customer, and
 * forgets which contact did what. The events themselves stay.
 */
export async function eraseHistory(strapi: Core.Strapi, customer: DocumentKey): Promise<void> {
  const db = await connect(strapi);
  const own = () =>
    db(table.event).where((either) => {
      either
        .where('customer_document_id', customer.documentId)
        .orWhereIn('payment_document_id', paymentsOf(db, customer.id));
    });
  const once = (await db(table.event)
    .where('customer_document_id', customer.documentId)
    .distinct({ payment: 'payment_document_id' })) as { payment: string }[];
  await filterEvents(db, own, ({ field }) => IMPERSONAL.has(field));
  await own().where('actor_kind', 'contact').update({ actor_id: null, actor_name: null });
  for (let start = 0; start < once.length; start += BATCH) {
    const payments = once.slice(start, start + BATCH).map(({ payment }) => payment);
    const others = () => db(table.event).whereIn('payment_document_id', payments);
    await filterEvents(db, others, ({ field }) => !NAMING.has(field));
  }
}
