import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { table, uid } from '../constants';
import { connect } from './database';
import type { Connection } from './database';
import { linkOf } from './links';

/** A payment that an import made, as far as undoing it asks. */
export interface ImportedPayment {
  readonly id: number;
  readonly documentId: string;
  readonly customerDocumentId: string | null;
  readonly version: number;
}

/** Payments (`p`) that an import made and that are still there. */
const importedPayments = (db: Connection, batch: string): Knex.QueryBuilder =>
  db(`${table.event} as e`)
    .join(`${table.payment} as p`, 'p.document_id', 'e.payment_document_id')
    .where({ 'e.batch': batch, 'e.kind': 'created' });

/** Why an import cannot be undone, and by what: a few of the names and how many there are. */
export interface Obstacle {
  readonly code:
    | 'payment-edited'
    | 'payment-told'
    | 'payment-reported'
    | 'customer-edited'
    | 'customer-owes'
    | 'contact-edited'
    | 'contact-shared';
  readonly names: readonly string[];
  readonly count: number;
}

const MOST_NAMED = 5;

async function obstacle(code: Obstacle['code'], query: Knex.QueryBuilder, name: string): Promise<Obstacle[]> {
  const rows: { name: string }[] = await query.distinct({ name });
  if (rows.length === 0) return [];
  return [{ code, names: rows.slice(0, MOST_NAMED).map((row) => row.name), count: rows.length }];
}

/** The payments of an import, locked until the transaction ends. */
export async function lockImportedPayments(strapi: Core.Strapi, batch: string): Promise<ImportedPayment[]> {
  const db = await connect(strapi);
  const query = importedPayments(db, batch).orderBy('p.id').select({
    id: 'p.id',
    documentId: 'p.document_id',
    customerDocumentId: 'e.customer_document_id',
    version: 'p.version',
  });
  const rows: ImportedPayment[] = await (db.dialect === 'sqlite' ? query : query.forUpdate());
  return rows.map((row) => ({ ...row, id: Number(row.id), version: Number(row.version ?? 1) }));
}

/** What of an import's payments was edited or paid, reported as paid, or told by mail since. */
export async function paymentObstacles(strapi: Core.Strapi, batch: string): Promise<Obstacle[]> {
  const db = await connect(strapi);
  const edited = importedPayments(db, batch).whereNot('p.revision', 1);
  const reported = importedPayments(db, batch).join(`${table.receipt} as r`, 'r.payment_document_id', 'p.document_id');
  const reminded = importedPayments(db, batch)
    .join(`${table.reminder} as m`, 'm.payment_document_id', 'p.document_id')
    .whereNot('m.state', 'skipped');
  return [
    ...(await obstacle('payment-edited', edited, 'p.reference')),
    ...(await obstacle('payment-reported', reported, 'p.reference')),
    ...(await obstacle('payment-told', reminded, 'p.reference')),
  ];
}

const imported = (db: Connection, name: string, batch: string, as: string): Knex.QueryBuilder =>
  db(`${name} as ${as}`).where(`${as}.import_batch`, batch);

/** What of an import's customers and contacts was edited, or is in use by now. */
export async function customerObstacles(strapi: Core.Strapi, batch: string): Promise<Obstacle[]> {
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const logins = linkOf(strapi, uid.contact, 'user');
  const staff = linkOf(strapi, uid.customer, 'responsible');
  const changed = (name: string) =>
    imported(db, name, batch, 'c').whereRaw('?? <> ??', ['c.updated_at', 'c.created_at']);
  const owing = imported(db, table.customer, batch, 'c').join(`${table.payment} as p`, 'p.customer_ref', 'c.id');
  const promising = imported(db, table.customer, batch, 'c').join(`${table.series} as s`, 's.customer_ref', 'c.id');
  const answered = imported(db, table.customer, batch, 'c').join(`${staff.table} as s`, `s.${staff.source}`, 'c.id');
  const signing = imported(db, table.contact, batch, 'c').join(`${logins.table} as l`, `l.${logins.source}`, 'c.id');
  const shared = imported(db, table.contact, batch, 'c')
    .join(`${acts.table} as a`, `a.${acts.target}`, 'c.id')
    .join(`${table.customer} as o`, 'o.id', `a.${acts.source}`)
    .where((other) => other.whereNull('o.import_batch').orWhereNot('o.import_batch', batch));
  return [
    ...(await obstacle('customer-owes', owing, 'c.name')),
    ...(await obstacle('customer-owes', promising, 'c.name')),
    ...(await obstacle('customer-edited', changed(table.customer), 'c.name')),
    ...(await obstacle('customer-edited', answered, 'c.name')),
    ...(await obstacle('contact-edited', changed(table.contact), 'c.name')),
    ...(await obstacle('contact-edited', signing, 'c.name')),
    ...(await obstacle('contact-shared', shared, 'c.name')),
  ];
}

/** Takes the customers and contacts of an import out, with their links. */
export async function deleteImportedCustomers(strapi: Core.Strapi, batch: string): Promise<void> {
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const ids = (name: string) => db(name).where({ import_batch: batch }).select('id');
  await db(acts.table).whereIn(acts.source, ids(table.customer)).delete();
  await db(acts.table).whereIn(acts.target, ids(table.contact)).delete();
  await db(table.customer).where({ import_batch: batch }).delete();
  await db(table.contact).where({ import_batch: batch }).delete();
}
