import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { taxNumberKey } from '../../../domain/sheet';
import { table, uid } from '../constants';
import { connect } from './database';
import type { DocumentKey } from './documents';
import { linkOf } from './links';
import { matchesSearch } from './search';

/** Bound values of one statement are limited; keys are asked for in pieces. */
const CHUNK = 250;

/** A customer who may be chosen among many. */
export interface ManyCustomer extends DocumentKey {
  readonly name: string;
  readonly taxNumber: string | null;
  readonly reachable: boolean;
}

type Row = Record<string, unknown>;

const customerOf = (row: Row): ManyCustomer => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  name: String(row.name),
  taxNumber: row.tax_number ? String(row.tax_number) : null,
  reachable: row.told !== null && row.told !== undefined,
});

/** Customers who are not archived, with whether mail about a registration reaches anybody. */
async function select(strapi: Core.Strapi, narrow: (query: Knex.QueryBuilder) => void): Promise<ManyCustomer[]> {
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const told = db(`${acts.table} as a`)
    .join(`${table.contact} as k`, 'k.id', `a.${acts.target}`)
    .whereRaw('?? = ??', [`a.${acts.source}`, 'c.id'])
    .whereNotNull('k.email')
    .whereNull('k.undeliverable_since')
    .where('k.receives_notices', true)
    .min('k.id');
  const rows: Row[] = await db(`${table.customer} as c`)
    .whereNull('c.archived_at')
    .modify(narrow)
    .orderBy([{ column: 'c.search_text' }, { column: 'c.id' }])
    .select('c.id', 'c.document_id', 'c.name', 'c.tax_number', { told });
  return rows.map(customerOf);
}

/** Customers by documentId; unknown and archived ones are left out. */
export async function readManyCustomers(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<Map<string, ManyCustomer>> {
  const found = new Map<string, ManyCustomer>();
  for (let start = 0; start < documentIds.length; start += CHUNK) {
    const piece = documentIds.slice(start, start + CHUNK);
    for (const row of await select(strapi, (query) => void query.whereIn('c.document_id', piece))) {
      found.set(row.documentId, row);
    }
  }
  return found;
}

/** Customers by what tax numbers are compared by: without spaces, dots, hyphens and the Greek country code. */
export async function findByTaxNumbers(
  strapi: Core.Strapi,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ManyCustomer[]>> {
  const stripped = ['.', '-', '/', ' '].reduce(
    (column, sign) => `replace(${column}, '${sign}', '')`,
    'upper(c.tax_number)',
  );
  const found = new Map<string, ManyCustomer[]>();
  for (let start = 0; start < keys.length; start += CHUNK) {
    const piece = keys.slice(start, start + CHUNK);
    const written = piece.flatMap((key) => [key, `EL${key}`, `GR${key}`]);
    const rows = await select(
      strapi,
      (query) => void query.whereRaw(`${stripped} in (${written.map(() => '?').join(', ')})`, written),
    );
    for (const row of rows) {
      const key = taxNumberKey(row.taxNumber ?? '');
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return found;
}

/** Customers whom a filter finds, by name. */
export function filterCustomers(
  strapi: Core.Strapi,
  { q, institution }: { q?: string | undefined; institution?: string | undefined },
  most: number,
): Promise<ManyCustomer[]> {
  return connect(strapi).then((db) =>
    select(strapi, (query) => {
      if (q) matchesSearch(query, 'c.search_text', q);
      if (institution) {
        const owing = db(`${table.payment} as p`)
          .join(`${table.institution} as i`, 'i.id', 'p.institution_ref')
          .whereRaw('?? = ??', ['p.customer_ref', 'c.id'])
          .where('i.document_id', institution)
          .select(db.raw('1'));
        query.whereExists(owing);
      }
      void query.limit(most);
    }),
  );
}

/** Customers among these who already have a payment of this title with an instalment due on this day. */
export async function findSameTitle(
  strapi: Core.Strapi,
  { customers, title, dueDate }: { customers: readonly number[]; title: string; dueDate: Day },
): Promise<ReadonlySet<number>> {
  const db = await connect(strapi);
  const found = new Set<number>();
  for (let start = 0; start < customers.length; start += CHUNK) {
    const rows: { customer: number }[] = await db(`${table.payment} as p`)
      .join(`${table.instalment} as r`, 'r.payment_ref', 'p.id')
      .whereIn('p.customer_ref', customers.slice(start, start + CHUNK))
      .where({ 'p.title': title, 'r.due_date': dueDate })
      .whereNot('r.state', 'cancelled')
      .distinct({ customer: 'p.customer_ref' });
    for (const { customer } of rows) found.add(Number(customer));
  }
  return found;
}
