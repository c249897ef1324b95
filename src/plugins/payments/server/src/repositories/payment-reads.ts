import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { table } from '../constants';
import { connect } from './database';
import { instalmentOf, recordOf } from './payment-record';
import type { InstalmentRecord, PaymentRecord } from './payment-record';

type Row = Record<string, unknown>;

const institutionColumns = {
  institution_id: 'i.id',
  institution_document_id: 'i.document_id',
  institution_name: 'i.name',
  institution_convention: 'i.convention',
  pay_url: 'i.pay_url',
  bank_days: 'i.bank_days',
  ladder: 'i.ladder',
  code_scheme: 'i.code_scheme',
  code_scope: 'i.code_scope',
  single_use_codes: 'i.single_use_codes',
  iban: 'i.iban',
  bic: 'i.bic',
  epc_qr: 'i.epc_qr',
  epc_remittance: 'i.epc_remittance',
};

/**
 * Reads payments by their ids, with customer, institution and instalments, in two statements; unknown ids are left out.
 *
 * MariaDB answers a plain read of a transaction as of its first read, which may lie before another writer's commit that we waited for: there
 * the read shares the rows' locks, and so sees what is newest.
 */
export async function readPayments(strapi: Core.Strapi, ids: readonly number[]): Promise<PaymentRecord[]> {
  if (ids.length === 0) return [];
  const db = await connect(strapi);
  const newest = (query: Knex.QueryBuilder) =>
    db.dialect === 'mysql' && strapi.db.inTransaction() ? query.forShare() : query;
  const rows: Row[] = await newest(db(`${table.payment} as p`))
    .leftJoin(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .leftJoin(`${table.institution} as i`, 'i.id', 'p.institution_ref')
    .leftJoin(`${table.payment} as r`, 'r.document_id', 'p.replaced_by')
    .whereIn('p.id', ids)
    .select('p.*', {
      customer_id: 'c.id',
      customer_document_id: 'c.document_id',
      customer_name: 'c.name',
      customer_tax_number: 'c.tax_number',
      customer_phone: 'c.phone',
      replacement_reference: 'r.reference',
      ...institutionColumns,
    });
  const instalments: Row[] = await newest(db(table.instalment))
    .whereIn('payment_ref', ids)
    .orderBy([{ column: 'payment_ref' }, { column: 'number' }, { column: 'id' }]);
  const byPayment = new Map<number, InstalmentRecord[]>();
  for (const row of instalments) {
    const key = Number(row.payment_ref);
    const list = byPayment.get(key);
    if (list) list.push(instalmentOf(row));
    else byPayment.set(key, [instalmentOf(row)]);
  }
  return rows.map((row) => recordOf(row, byPayment.get(Number(row.id)) ?? []));
}

export async function readPayment(strapi: Core.Strapi, id: number): Promise<PaymentRecord | null> {
  const [record] = await readPayments(strapi, [id]);
  return record ?? null;
}

/** Finds a payment's id by its documentId. */
export async function findPaymentId(strapi: Core.Strapi, documentId: string): Promise<number | null> {
  const db = await connect(strapi);
  const row = (await db(table.payment).where({ document_id: documentId }).first('id')) as { id: number } | undefined;
  return row ? Number(row.id) : null;
}

/** Finds the documentId of an instalment's payment. */
export async function findPaymentOfInstalment(strapi: Core.Strapi, documentId: string): Promise<string | null> {
  const db = await connect(strapi);
  const row = (await db(table.instalment)
    .join(table.payment, `${table.payment}.id`, `${table.instalment}.payment_ref`)
    .where({ [`${table.instalment}.document_id`]: documentId })
    .first({ payment: `${table.payment}.document_id` })) as { payment: string } | undefined;
  return row?.payment ?? null;
}

/**
 * Locks payments until the transaction ends, in the order of their ids so that two writers of the same rows never wait for
 * each other. SQLite has one writer at a time and needs no lock.
 */
export async function lockPayments(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const db = await connect(strapi);
  if (db.dialect === 'sqlite') return;
  await db(table.payment).whereIn('id', ids).orderBy('id').forUpdate().select('id');
}
