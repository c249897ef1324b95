import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { table, uid, USER_UID } from '../constants';
import type { TableName } from '../constants';
import { connect } from './database';
import type { Connection } from './database';
import type { DocumentKey } from './documents';
import { linkOf } from './links';

/** A person who acts for a customer, as far as an erasure asks. */
export interface Person extends DocumentKey {
  readonly name: string;
  readonly email: string | null;
  /** Acts for another customer as well. */
  readonly shared: boolean;
  /** Id of the users-permissions user, where nobody who stays signs in as the same. */
  readonly login: number | null;
}

/** Who acts for a customer, by name: one statement for the people, one for the logins that others have as well. */
export async function readPeople(strapi: Core.Strapi, customerId: number): Promise<Person[]> {
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const logins = linkOf(strapi, uid.contact, 'user');
  const others = db(`${acts.table} as other`)
    .whereRaw('?? = ??', [`other.${acts.target}`, 'contact.id'])
    .whereNot(`other.${acts.source}`, customerId)
    .count('*');
  const rows: Record<string, unknown>[] = await db(`${acts.table} as acts`)
    .join(`${table.contact} as contact`, 'contact.id', `acts.${acts.target}`)
    .leftJoin(`${logins.table} as login`, `login.${logins.source}`, 'contact.id')
    .where(`acts.${acts.source}`, customerId)
    .orderBy(['contact.name', 'contact.id'])
    .select('contact.id', 'contact.document_id', 'contact.name', 'contact.email')
    .select({ others, login: `login.${logins.target}` });
  const leaving = rows.filter((row) => Number(row.others) === 0).map((row) => Number(row.id));
  const staying: { user: number }[] = await db(logins.table)
    .whereNotIn(logins.source, leaving)
    .whereIn(
      logins.target,
      rows.flatMap((row) => (row.login === null ? [] : [Number(row.login)])),
    )
    .select({ user: logins.target });
  const kept = new Set(staying.map(({ user }) => Number(user)));
  return rows.map((row) => ({
    id: Number(row.id),
    documentId: String(row.document_id),
    name: String(row.name),
    email: (row.email as string | null) ?? null,
    shared: Number(row.others) > 0,
    login: row.login === null || kept.has(Number(row.login)) ? null : Number(row.login),
  }));
}

/** DocumentIds of a customer's payments, as a condition. */
export const paymentsOf = (db: Connection, customerId: number): Knex.QueryBuilder =>
  db(table.payment).where('customer_ref', customerId).select('document_id');

/** Columns that say nothing about anybody: Strapi's own, and keys that open something. */
const TECHNICAL = new Set(['published_at', 'created_by_id', 'updated_by_id', 'locale', 'search_text']);
const SECRET = new Set(['hash', 'lease_token', 'password', 'reset_password_token', 'confirmation_token', 'url']);

type Row = Record<string, unknown>;

const told = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? value.toString() : value;
};

const storedRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !TECHNICAL.has(column) && !SECRET.has(column))
      .map(([column, value]) => [column, told(value)]),
  );

/** Notices that were to reach these people, or that speak of the customer or its payments. */
export const noticesAbout = (
  db: Connection,
  { customer, people }: { customer: DocumentKey; people: readonly string[] },
): Knex.QueryBuilder => {
  const reminded = db(table.reminder)
    .whereIn('payment_document_id', paymentsOf(db, customer.id))
    .whereNotNull('notice_document_id')
    .select('notice_document_id');
  return db(table.notice).where((about) => {
    about
      .where('customer_document_id', customer.documentId)
      .orWhereIn('payment_document_id', paymentsOf(db, customer.id))
      .orWhereIn('document_id', reminded)
      .orWhereIn('contact_document_id', people);
  });
};

/** Everything that is stored about a customer, by what it is: as many statements as there are tables. */
export async function readStored(
  strapi: Core.Strapi,
  customer: DocumentKey,
  people: readonly Person[],
): Promise<Record<string, Row[]>> {
  const db = await connect(strapi);
  const own = people.filter(({ shared }) => !shared).map(({ documentId }) => documentId);
  const rowsOf = async (query: Knex.QueryBuilder): Promise<Row[]> => {
    const rows = (await query.orderBy('id').select('*')) as Row[];
    return rows.map(storedRow);
  };
  const ofPayments = (name: TableName) => db(name).whereIn('payment_document_id', paymentsOf(db, customer.id));
  const ofSeries = db(table.series).where('customer_ref', customer.id).select('id');
  const users = people.flatMap(({ login }) => (login === null ? [] : [login]));
  return {
    customer: await rowsOf(db(table.customer).where('id', customer.id)),
    contacts: await rowsOf(
      db(table.contact).whereIn(
        'id',
        people.map(({ id }) => id),
      ),
    ),
    logins: await rowsOf(db(strapi.db.metadata.get(USER_UID).tableName).whereIn('id', users)),
    payments: await rowsOf(db(table.payment).where('customer_ref', customer.id)),
    instalments: await rowsOf(
      db(table.instalment).whereIn('payment_ref', db(table.payment).where('customer_ref', customer.id).select('id')),
    ),
    receipts: await rowsOf(ofPayments(table.receipt)),
    events: await rowsOf(db(table.event).where('customer_document_id', customer.documentId)),
    reminders: await rowsOf(ofPayments(table.reminder)),
    notices: await rowsOf(noticesAbout(db, { customer, people: own })),
    secrets: await rowsOf(
      db(table.accessToken)
        .whereIn('contact_document_id', own)
        .orWhereIn('payment_document_id', paymentsOf(db, customer.id)),
    ),
    series: await rowsOf(db(table.series).where('customer_ref', customer.id)),
    seriesPeriods: await rowsOf(db(table.seriesPeriod).whereIn('series_ref', ofSeries)),
  };
}
