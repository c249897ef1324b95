import type { Server } from './server';

/** Many instalments that wait for the same reminder, each with a title of its own by which its mails are known. */
export interface Crowd {
  readonly size: number;
  /** One for each reminder. */
  readonly titles: readonly string[];
  /** One for each contact: every fifth acts for a customer with two payments, and gets both reminders in one mail. */
  readonly addresses: readonly string[];
  readonly dueDate: string;
}

interface CrowdPlan {
  readonly size: number;
  readonly contacts: number;
  readonly dueDate: string;
  readonly remindOn: string;
  readonly step: number;
  readonly now: string;
}

const titleOf = (index: number): string => `Levy ${String(index + 1).padStart(4, '0')}`;
const addressOf = (index: number): string => `reader${index + 1}@example.com`;

/** The title's pattern, to find which reminders a mail carries. */
export const crowdTitle = /Levy \d{4}/g;

/** As the product's own writes leave the tables, in a few statements: thousands through the staff's API would take minutes. */
const insert = (server: Pick<Server, 'evaluate'>, plan: CrowdPlan): Promise<void> =>
  server.evaluate(async ({ strapi }, { size, contacts, dueDate, remindOn, step, now }) => {
    const knex = strapi.db.connection;
    const at = new Date(now);
    const rows = (count: number) => Array.from({ length: count }, (_, index) => index);
    const times = { created_at: at, updated_at: at, published_at: at };
    const documentId = (kind: string, index: number) => `${kind}${String(index).padStart(24 - kind.length, '0')}`;
    const add = async (table: string, all: object[]) => {
      for (let start = 0; start < all.length; start += 200) await knex(table).insert(all.slice(start, start + 200));
    };
    const idsOf = async (table: string, kind: string): Promise<number[]> =>
      (await knex(table).where('document_id', 'like', `${kind}0%`).orderBy('document_id').select('id')).map(
        (row: { id: number }) => Number(row.id),
      );
    const link = async (type: string, attribute: string, pairs: [number, number][]) => {
      const { joinTable } = strapi.db.metadata.get(`plugin::payments.${type}`).attributes[attribute] as unknown as {
        joinTable: {
          name: string;
          joinColumn: { name: string };
          inverseJoinColumn: { name: string };
          orderColumnName?: string;
          inverseOrderColumnName?: string;
        };
      };
      const order = [joinTable.orderColumnName, joinTable.inverseOrderColumnName].filter((name) => name !== undefined);
      await add(
        joinTable.name,
        pairs.map(([from, to]) => ({
          [joinTable.joinColumn.name]: from,
          [joinTable.inverseJoinColumn.name]: to,
          ...Object.fromEntries(order.map((name) => [name, 1])),
        })),
      );
    };

    await add(
      'payments_customers',
      rows(contacts).map((index) => ({
        document_id: documentId('customer', index),
        name: `Debtor ${index + 1}`,
        search_text: `debtor ${index + 1}`,
        reminders_paused: false,
        ...times,
      })),
    );
    await add(
      'payments_contacts',
      rows(contacts).map((index) => ({
        document_id: documentId('contact', index),
        name: `Reader ${index + 1}`,
        email: `reader${index + 1}@example.com`,
        language: 'en',
        receives_notices: true,
        receives_reminders: true,
        ...times,
      })),
    );
    const customers = await idsOf('payments_customers', 'customer');
    const people = await idsOf('payments_contacts', 'contact');
    await link(
      'customer',
      'contacts',
      customers.map((id, index) => [id, people[index] as number]),
    );

    const customerOf = (index: number) => customers[index % contacts] as number;
    await add(
      'payments_payments',
      rows(size).map((index) => ({
        document_id: documentId('payment', index),
        reference: `P-9${index}`,
        title: `Levy ${String(index + 1).padStart(4, '0')}`,
        search_text: `levy ${index + 1}`,
        currency: 'EUR',
        kind: 'single',
        total: 10_000 + index,
        paid: 0,
        next_due_date: dueDate,
        instalment_count: 1,
        state: 'open',
        reminders_paused: false,
        revision: 1,
        version: 1,
        customer_ref: customerOf(index),
        changed_at: at,
        announced_at: at,
        ...times,
      })),
    );
    const payments = await idsOf('payments_payments', 'payment');
    await link(
      'payment',
      'customer',
      payments.map((id, index) => [id, customerOf(index)]),
    );
    await add(
      'payments_instalments',
      rows(size).map((index) => ({
        document_id: documentId('part', index),
        number: 1,
        amount: 10_000 + index,
        paid: 0,
        surcharge: 0,
        nominal_date: dueDate,
        due_date: dueDate,
        pinned: false,
        state: 'open',
        remind_on: remindOn,
        remind_step: step,
        payment_ref: payments[index] as number,
        ...times,
      })),
    );
    const parts = await idsOf('payments_instalments', 'part');
    await link(
      'instalment',
      'payment',
      parts.map((id, index) => [id, payments[index] as number]),
    );
  }, plan);

/** Seeds a crowd whose reminders at `step` are due on `remindOn`. */
export const seedCrowd = async (
  server: Pick<Server, 'evaluate'>,
  size: number,
  due: { readonly dueDate: string; readonly remindOn: string; readonly step: number; readonly now: string },
): Promise<Crowd> => {
  const contacts = Math.ceil(size * 0.8);
  await insert(server, { size, contacts, ...due });
  return {
    size,
    titles: Array.from({ length: size }, (_, index) => titleOf(index)),
    addresses: Array.from({ length: contacts }, (_, index) => addressOf(index)),
    dueDate: due.dueDate,
  };
};
