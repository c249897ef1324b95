import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { KnownCustomer } from '../../../domain/import';
import { table } from '../constants';
import { connect } from './database';

/** Every customer, by what a file may name one: an office has some thousands. */
export async function readKnownCustomers(strapi: Core.Strapi): Promise<KnownCustomer[]> {
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.customer)
    .orderBy('id')
    .select('id', 'document_id', 'name', 'tax_number', 'reference', 'archived_at');
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return rows.map((row) => ({
    id: Number(row.id),
    documentId: String(row.document_id),
    name: String(row.name),
    taxNumber: text(row.tax_number),
    reference: text(row.reference),
    archived: row.archived_at !== null && row.archived_at !== undefined,
  }));
}

/** Every contact with an address, by the address in small letters; the oldest one where several share it. */
export async function readKnownContacts(strapi: Core.Strapi): Promise<Map<string, { id: number; name: string }>> {
  const db = await connect(strapi);
  const rows: { id: number; name: string; email: string }[] = await db(table.contact)
    .whereNotNull('email')
    .orderBy('id', 'desc')
    .select('id', 'name', 'email');
  return new Map(rows.map(({ id, name, email }) => [email.toLowerCase(), { id: Number(id), name }]));
}

/** A debt that is registered, by what two of them are the same. */
export interface KnownDebt {
  readonly customer: number;
  readonly amount: number;
  readonly dueDate: string;
  readonly code: string;
}

const CHUNK = 200;

/** What is owed already under any of these codes, an instalment's own or its payment's. */
export async function readDebtsUnder(strapi: Core.Strapi, codes: readonly string[]): Promise<KnownDebt[]> {
  const db = await connect(strapi);
  const debts: KnownDebt[] = [];
  const owed = (code: string): Knex.QueryBuilder =>
    db(`${table.payment} as p`)
      .join(`${table.instalment} as r`, 'r.payment_ref', 'p.id')
      .whereNot('r.state', 'cancelled')
      .select({ customer: 'p.customer_ref', amount: 'r.amount', dueDate: 'r.due_date', code });
  for (let start = 0; start < codes.length; start += CHUNK) {
    const chunk = codes.slice(start, start + CHUNK);
    const rows: KnownDebt[] = [
      ...(await owed('r.payment_code').whereIn('r.payment_code', chunk)),
      ...(await owed('p.payment_code').whereIn('p.payment_code', chunk).whereNull('r.payment_code')),
    ];
    debts.push(...rows.map((row) => ({ ...row, customer: Number(row.customer), amount: Number(row.amount) })));
  }
  return debts;
}
