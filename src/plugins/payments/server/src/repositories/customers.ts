import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { listCustomers } from '../../../contracts/customer';
import type { QueryOf } from '../../../contracts/route';
import { normaliseSearch } from '../../../domain/search-text';
import { table } from '../constants';
import { readContactsOf, readCustomersOf } from './contacts';
import type { ContactRow } from './contacts';
import { connect, toBoolean, toDate, updateEach } from './database';
import type { Connection } from './database';
import type { DocumentKey } from './documents';
import { countUpTo } from './paging';
import { readResponsibleOf } from './responsible';
import type { Responsible } from './responsible';
import { compacted, matchesSearch } from './search';

export interface CustomerRow extends DocumentKey {
  readonly name: string;
  readonly taxNumber: string | null;
  readonly phone: string | null;
  readonly language: string | null;
  readonly reference: string | null;
  readonly remindersPaused: boolean;
  readonly archivedAt: Date | null;
  readonly erasedAt: Date | null;
  readonly responsible: Responsible | null;
  readonly contacts: readonly ContactRow[];
}

type Row = Record<string, unknown>;
type BareCustomer = Omit<CustomerRow, 'contacts' | 'responsible'>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

const customerOf = (row: Row): BareCustomer => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  name: String(row.name),
  taxNumber: text(row.tax_number),
  phone: text(row.phone),
  language: text(row.language),
  reference: text(row.reference),
  remindersPaused: toBoolean(row.reminders_paused),
  archivedAt: toDate(row.archived_at),
  erasedAt: toDate(row.erased_at),
});

async function withContacts(strapi: Core.Strapi, rows: Row[]): Promise<CustomerRow[]> {
  const customers = rows.map(customerOf);
  const ids = customers.map(({ id }) => id);
  const contacts = await readContactsOf(strapi, ids);
  const responsible = await readResponsibleOf(strapi, ids);
  return customers.map((customer) => ({
    ...customer,
    responsible: responsible.get(customer.id) ?? null,
    contacts: contacts.get(customer.id) ?? [],
  }));
}

export type CustomerListQuery = QueryOf<typeof listCustomers>;

function matching(db: Connection, { q, archived }: CustomerListQuery): Knex.QueryBuilder {
  const query = db(table.customer);
  if (archived) query.whereNotNull('archived_at');
  else query.whereNull('archived_at');
  if (q) matchesSearch(query, 'search_text', q);
  return query;
}

/** A page of customers with their contacts and who answers for them, and how many there are: four statements. */
export async function listCustomerRows(
  strapi: Core.Strapi,
  query: CustomerListQuery,
): Promise<{ rows: CustomerRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, matching(db, query).select('id'));
  const { field, direction } = query.sort;
  // The search text begins with the name without accents and case: ordered by it, Άννα stands beside Αννα in every database.
  const rows: Row[] = await matching(db, query)
    .select('*')
    .orderBy([
      { column: field === 'name' ? 'search_text' : 'created_at', order: direction },
      { column: 'id', order: direction },
    ])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  return { rows: await withContacts(strapi, rows), count };
}

/** One customer with the contacts, by documentId. */
export async function readCustomer(strapi: Core.Strapi, documentId: string): Promise<CustomerRow | null> {
  const db = await connect(strapi);
  const rows: Row[] = await db(table.customer).where({ document_id: documentId }).limit(1);
  const [customer] = await withContacts(strapi, rows);
  return customer ?? null;
}

/** Finds a customer by the host's own reference. */
export async function findCustomerByReference(strapi: Core.Strapi, reference: string): Promise<DocumentKey | null> {
  const db = await connect(strapi);
  const row = (await db(table.customer).where({ reference }).first('id', 'document_id')) as
    { id: number; document_id: string } | undefined;
  return row ? { id: Number(row.id), documentId: row.document_id } : null;
}

/** Names of customers by id. */
export async function readCustomerNames(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: { id: number; name: string }[] = await db(table.customer).whereIn('id', ids).select('id', 'name');
  return new Map(rows.map(({ id, name }) => [Number(id), name]));
}

/** Whether anything was ever registered for one of these customers. */
export async function haveAnyPayment(
  strapi: Core.Strapi,
  column: 'customer_ref' | 'institution_ref',
  ids: readonly number[],
): Promise<boolean> {
  if (ids.length === 0) return false;
  const db = await connect(strapi);
  return Boolean(await db(table.payment).whereIn(column, ids).first('id'));
}

const BATCH = 200;

/** Everything that a search should find a customer by; the name first, because lists are ordered by this column. */
function searchTextOf({ name, taxNumber, phone, reference }: BareCustomer, contacts: readonly ContactRow[]): string {
  const own = [name, taxNumber, taxNumber && compacted(taxNumber), reference, phone && compacted(phone)];
  const people = contacts.flatMap((contact) => [contact.name, contact.email]);
  return normaliseSearch([...new Set([...own, ...people].filter(Boolean))].join(' '));
}

/**
 * Writes the search column of these customers, and of any that a write in bulk left without one. Called after every change of a customer,
 * of its contacts, or of which contacts it has.
 */
export async function refreshCustomerSearch(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  const db = await connect(strapi);
  const unwritten: { id: number }[] = await db(table.customer).whereNull('search_text').select('id');
  const all = [...new Set([...ids, ...unwritten.map(({ id }) => Number(id))])].sort((a, b) => a - b);
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    const rows: Row[] = await db(table.customer).whereIn('id', batch);
    const contacts = await readContactsOf(strapi, batch);
    const texts = rows.map(customerOf).map((customer) => ({
      id: customer.id,
      values: { search_text: searchTextOf(customer, contacts.get(customer.id) ?? []) },
    }));
    await updateEach(db, table.customer, { search_text: 'text' }, texts);
  }
}

/** The same for contacts, and for the customers that they act for. */
export async function refreshContactSearch(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  const db = await connect(strapi);
  const rows: { id: number; name: string; email: string | null }[] = await db(table.contact)
    .whereIn('id', ids)
    .orWhereNull('search_text')
    .select('id', 'name', 'email');
  for (let start = 0; start < rows.length; start += BATCH) {
    const texts = rows.slice(start, start + BATCH).map(({ id, name, email }) => ({
      id: Number(id),
      values: { search_text: normaliseSearch([name, email].filter(Boolean).join(' ')) },
    }));
    await updateEach(db, table.contact, { search_text: 'text' }, texts);
  }
  const customers = await readCustomersOf(
    strapi,
    rows.map(({ id }) => Number(id)),
  );
  await refreshCustomerSearch(
    strapi,
    [...customers.values()].flat().map(({ id }) => id),
  );
}
