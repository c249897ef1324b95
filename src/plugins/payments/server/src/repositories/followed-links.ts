import type { Core } from '@strapi/strapi';
import { table, uid } from '../constants';
import { connect } from './database';
import { linkOf } from './links';

/*
 * Payments and instalments bear the ids of what they belong to in scalar columns, beside Strapi's join tables, for the
 * queries that must be fast. A write from elsewhere knows the relations alone: these functions make the columns follow.
 */

async function ids(rows: Promise<Record<string, unknown>[]>, column: string): Promise<number[]> {
  return [...new Set((await rows).map((row) => Number(row[column])))].filter((id) => id > 0);
}

/** Payments that instalments belong to by their columns. */
export async function paymentsOfInstalments(strapi: Core.Strapi, instalments: readonly number[]): Promise<number[]> {
  const db = await connect(strapi);
  return ids(
    db(table.instalment).whereIn('id', instalments).whereNotNull('payment_ref').distinct('payment_ref'),
    'payment_ref',
  );
}

/** Payments that instalments are linked to. */
export async function paymentsLinkedTo(strapi: Core.Strapi, instalments: readonly number[]): Promise<number[]> {
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.instalment, 'payment');
  return ids(db(link.table).whereIn(link.source, instalments).distinct(link.target), link.target);
}

/** Instalments that are linked to payments, or that say so in their columns. */
export async function instalmentsAround(strapi: Core.Strapi, payments: readonly number[]): Promise<number[]> {
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.instalment, 'payment');
  const linked = await ids(db(link.table).whereIn(link.target, payments).select(link.source), link.source);
  const said = await ids(db(table.instalment).whereIn('payment_ref', payments).select('id'), 'id');
  return [...new Set([...linked, ...said])];
}

/** Makes the columns of instalments follow their links. */
export async function followInstalments(strapi: Core.Strapi, instalments: readonly number[]): Promise<void> {
  if (instalments.length === 0) return;
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.instalment, 'payment');
  const target = db(link.table)
    .whereRaw('?? = ??', [`${link.table}.${link.source}`, `${table.instalment}.id`])
    .limit(1)
    .select(link.target);
  await db(table.instalment).whereIn('id', instalments).update({ payment_ref: target });
}

/** Makes the columns of payments follow their links. */
export async function followPayments(strapi: Core.Strapi, payments: readonly number[]): Promise<void> {
  if (payments.length === 0) return;
  const db = await connect(strapi);
  for (const relation of ['customer', 'institution'] as const) {
    const link = linkOf(strapi, uid.payment, relation);
    const target = db(link.table)
      .whereRaw('?? = ??', [`${link.table}.${link.source}`, `${table.payment}.id`])
      .limit(1)
      .select(link.target);
    await db(table.payment)
      .whereIn('id', payments)
      .update({ [`${relation}_ref`]: target });
  }
}

/** Payments of these customers, by link or by column, where the two do not say the same. */
export async function strayedPayments(strapi: Core.Strapi, customers: readonly number[]): Promise<number[]> {
  if (customers.length === 0) return [];
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.payment, 'customer');
  const rows = db(`${table.payment} as p`)
    .leftJoin(`${link.table} as l`, `l.${link.source}`, 'p.id')
    .whereRaw('coalesce(??, 0) <> coalesce(??, 0)', [`l.${link.target}`, 'p.customer_ref']);
  const linked = ids(rows.clone().whereIn(`l.${link.target}`, customers).select('p.id'), 'id');
  const said = ids(rows.clone().whereIn('p.customer_ref', customers).select('p.id'), 'id');
  return [...new Set([...(await linked), ...(await said)])];
}
