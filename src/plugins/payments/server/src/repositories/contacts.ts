import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { table, uid } from '../constants';
import { connect, insertAll, toBoolean, toDate } from './database';
import type { Connection } from './database';
import { insertDocuments } from './documents';
import type { Columns, DocumentKey } from './documents';
import { linkOf } from './links';
import type { Link } from './links';

export interface ContactRow extends DocumentKey {
  readonly name: string;
  readonly email: string | null;
  readonly language: string | null;
  readonly receivesNotices: boolean;
  readonly receivesReminders: boolean;
  readonly hasLogin: boolean;
  readonly undeliverableSince: Date | null;
  readonly lastSignInAt: Date | null;
}

/** A customer by the name that staff know it under. */
export interface NamedCustomer extends DocumentKey {
  readonly name: string;
}

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** A notice goes out unless the column says no: a row that a script made may say nothing. */
const unlessRefused = (value: unknown): boolean => value === null || value === undefined || toBoolean(value);

export const contactOf = (row: Row): ContactRow => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  name: String(row.name),
  email: text(row.email),
  language: text(row.language),
  receivesNotices: unlessRefused(row.receives_notices),
  receivesReminders: unlessRefused(row.receives_reminders),
  hasLogin: row.login !== null && row.login !== undefined,
  undeliverableSince: toDate(row.undeliverable_since),
  lastSignInAt: toDate(row.last_sign_in_at),
});

/** Contacts (`contact`) with their login, in the columns of `contactOf`. */
export const readableContacts = (strapi: Core.Strapi, db: Connection): Knex.QueryBuilder => {
  const logins = linkOf(strapi, uid.contact, 'user');
  return db(`${table.contact} as contact`)
    .leftJoin(`${logins.table} as login`, `login.${logins.source}`, 'contact.id')
    .select('contact.*', { login: `login.${logins.target}` });
};

export async function readContact(strapi: Core.Strapi, documentId: string): Promise<ContactRow | null> {
  const db = await connect(strapi);
  const row = (await readableContacts(strapi, db).where('contact.document_id', documentId).first()) as Row | undefined;
  return row ? contactOf(row) : null;
}

/** The contacts of several customers, each in the order that staff gave them, by the customer's id. */
export async function readContactsOf(
  strapi: Core.Strapi,
  customerIds: readonly number[],
): Promise<Map<number, ContactRow[]>> {
  if (customerIds.length === 0) return new Map();
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const rows: Row[] = await readableContacts(strapi, db)
    .join(`${acts.table} as acts`, `acts.${acts.target}`, 'contact.id')
    .whereIn(`acts.${acts.source}`, customerIds)
    .select({ customer: `acts.${acts.source}` })
    .orderBy(acts.orderColumn ? [`acts.${acts.orderColumn}`, 'contact.id'] : ['contact.id']);
  const byCustomer = new Map<number, ContactRow[]>();
  for (const row of rows) {
    const key = Number(row.customer);
    byCustomer.set(key, [...(byCustomer.get(key) ?? []), contactOf(row)]);
  }
  return byCustomer;
}

/** The customers that several contacts act for, by name, by the contact's id. */
export async function readCustomersOf(
  strapi: Core.Strapi,
  contactIds: readonly number[],
): Promise<Map<number, NamedCustomer[]>> {
  if (contactIds.length === 0) return new Map();
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const rows: { contact: number; id: number; documentId: string; name: string }[] = await db(`${acts.table} as acts`)
    .join(`${table.customer} as customer`, 'customer.id', `acts.${acts.source}`)
    .whereIn(`acts.${acts.target}`, contactIds)
    .orderBy(['customer.search_text', 'customer.id'])
    .select({
      contact: `acts.${acts.target}`,
      id: 'customer.id',
      documentId: 'customer.document_id',
      name: 'customer.name',
    });
  const byContact = new Map<number, NamedCustomer[]>();
  for (const { contact, id, documentId, name } of rows) {
    const key = Number(contact);
    byContact.set(key, [...(byContact.get(key) ?? []), { id: Number(id), documentId, name }]);
  }
  return byContact;
}

/** Finds contacts by their addresses, whatever their case, the oldest first where several share one. */
export async function findContactsByEmail(
  strapi: Core.Strapi,
  emails: readonly string[],
): Promise<{ id: number; email: string }[]> {
  if (emails.length === 0) return [];
  const db = await connect(strapi);
  const rows: { id: number; email: string }[] = await db(table.contact)
    .whereRaw(
      `lower(email) in (${emails.map(() => '?').join(', ')})`,
      emails.map((email) => email.toLowerCase()),
    )
    .orderBy('id')
    .select('id', 'email');
  return rows.map(({ id, email }) => ({ id: Number(id), email }));
}

/** Whether one of these contacts has another address than this. */
export async function haveOtherAddress(
  strapi: Core.Strapi,
  ids: readonly number[],
  email: string | null,
): Promise<boolean> {
  const db = await connect(strapi);
  const rows: { email: string | null }[] = await db(table.contact).whereIn('id', ids).select('email');
  return rows.some((row) => row.email !== email);
}

/** Inserts contacts and answers their ids in order, in two statements. */
export const insertContacts = (
  strapi: Core.Strapi,
  contacts: ReadonlyArray<Columns>,
  now: Date,
): Promise<DocumentKey[]> => insertDocuments(strapi, table.contact, contacts, now);

/** Says who acts for a customer, in this order. */
export async function linkContacts(
  strapi: Core.Strapi,
  customerId: number,
  contactIds: readonly number[],
): Promise<void> {
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  await db(acts.table)
    .where({ [acts.source]: customerId })
    .delete();
  await linkNewCustomers(strapi, [{ customerId, contactIds }]);
}

/** Says who acts for customers that have nobody yet, each in its order. */
export async function linkNewCustomers(
  strapi: Core.Strapi,
  links: ReadonlyArray<{ customerId: number; contactIds: readonly number[] }>,
): Promise<void> {
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const rows = links.flatMap(({ customerId, contactIds }) =>
    contactIds.map((contactId, index) => ({
      [acts.source]: customerId,
      [acts.target]: contactId,
      ...(acts.orderColumn && { [acts.orderColumn]: index + 1 }),
      ...(acts.inverseOrderColumn && { [acts.inverseOrderColumn]: customerId }),
    })),
  );
  await insertAll(await connect(strapi), acts.table, rows);
}

/** Says whom a contact acts for; where it acts already its place among the customer's contacts stays. */
export async function linkCustomers(
  strapi: Core.Strapi,
  contactId: number,
  customerIds: readonly number[],
): Promise<void> {
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const known: Row[] = await db(acts.table)
    .where({ [acts.target]: contactId })
    .select(acts.source);
  const before = new Set(known.map((row) => Number(row[acts.source])));
  await db(acts.table)
    .where({ [acts.target]: contactId })
    .whereNotIn(acts.source, customerIds)
    .delete();
  const added = customerIds.filter((id) => !before.has(id));
  const last = await lastPlaces(db, acts, added);
  const rows = added.map((customerId) => ({
    [acts.source]: customerId,
    [acts.target]: contactId,
    ...(acts.orderColumn && { [acts.orderColumn]: (last.get(customerId) ?? 0) + 1 }),
    ...(acts.inverseOrderColumn && { [acts.inverseOrderColumn]: customerId }),
  }));
  await insertAll(db, acts.table, rows);
}

/** The place of each customer's last contact. */
async function lastPlaces(db: Connection, acts: Link, customerIds: readonly number[]): Promise<Map<number, number>> {
  if (!acts.orderColumn || customerIds.length === 0) return new Map();
  const rows: { customer: number; place: number | string | null }[] = await db(acts.table)
    .whereIn(acts.source, customerIds)
    .groupBy(acts.source)
    .select({ customer: acts.source })
    .max({ place: acts.orderColumn });
  return new Map(rows.map(({ customer, place }) => [Number(customer), Number(place ?? 0)]));
}
