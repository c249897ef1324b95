import type { Core } from '@strapi/types';
import { table, uid } from '../constants';
import { connect, toBoolean } from './database';
import { linkOf } from './links';

/** A contact as far as mail to it is concerned, beside one of the customers it acts for. */
export interface Recipient {
  readonly contact: string;
  readonly customer: string | null;
  readonly name: string;
  readonly email: string | null;
  /** The contact's language, else the customer's. */
  readonly language: string | null;
  readonly receivesNotices: boolean;
  readonly receivesReminders: boolean;
  readonly undeliverable: boolean;
  readonly customerArchived: boolean;
}

type Row = Record<string, unknown>;

const recipientOf = (row: Row): Recipient => ({
  contact: String(row.contact),
  customer: row.customer ? String(row.customer) : null,
  name: String(row.name),
  email: row.email ? String(row.email) : null,
  language: (row.contact_language ?? row.customer_language ?? null) as string | null,
  receivesNotices: toBoolean(row.receives_notices),
  receivesReminders: toBoolean(row.receives_reminders),
  undeliverable: row.undeliverable_since !== null,
  customerArchived: row.archived_at !== null && row.archived_at !== undefined,
});

/**
 * The contacts of customers, in one statement.
 *
 * @param by what the keys name: customers, or contacts (each then comes once for every customer it acts for, or once with none)
 * @param documentIds of the customers or contacts
 */
export async function readRecipients(
  strapi: Core.Strapi,
  by: 'customer' | 'contact',
  documentIds: readonly string[],
): Promise<Recipient[]> {
  if (documentIds.length === 0) return [];
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  // From the side that is named: the other way round, SQLite would walk all contacts to find those of a few customers.
  const sides =
    by === 'customer'
      ? db(`${table.customer} as customer`)
          .join(`${acts.table} as acts`, `acts.${acts.source}`, 'customer.id')
          .join(`${table.contact} as contact`, 'contact.id', `acts.${acts.target}`)
      : db(`${table.contact} as contact`)
          .leftJoin(`${acts.table} as acts`, `acts.${acts.target}`, 'contact.id')
          .leftJoin(`${table.customer} as customer`, 'customer.id', `acts.${acts.source}`);
  const rows: Row[] = await sides
    .whereIn(`${by}.document_id`, documentIds)
    .select('contact.name', 'contact.email', 'contact.receives_notices', 'contact.receives_reminders')
    .select('contact.undeliverable_since', 'customer.archived_at')
    .select({
      id: 'contact.id',
      contact: 'contact.document_id',
      customer: 'customer.document_id',
      contact_language: 'contact.language',
      customer_language: 'customer.language',
    });
  return rows.sort((a, b) => Number(a.id) - Number(b.id)).map(recipientOf);
}
