import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, equalsUnindexed } from './database';

/** What is known under a code or a tax number. */
export interface KnownKey {
  readonly key: string;
  readonly payment: number;
  /** Id of the instalment that has the code as its own; null where it is the payment's, or a tax number. */
  readonly instalment: number | null;
}

/** Bound values of one statement are limited; keys are asked for in pieces. */
const CHUNK = 500;

type Row = { key: string; payment: number | string | null; instalment: number | string | null };

const knownOf = ({ key, payment, instalment }: Row): KnownKey[] =>
  payment === null
    ? []
    : [{ key, payment: Number(payment), instalment: instalment === null ? null : Number(instalment) }];

/**
 * Payments that bear one of these codes, or have an instalment that does, cancelled ones left out; and the open payments of the customers that have one of
 * these tax numbers.
 */
export async function findByKeys(
  strapi: Core.Strapi,
  codes: readonly string[],
  taxNumbers: readonly string[],
): Promise<KnownKey[]> {
  const db = await connect(strapi);
  const none = db.raw('null');
  const found: Row[] = [];
  for (let start = 0; start < codes.length; start += CHUNK) {
    const some = codes.slice(start, start + CHUNK);
    const payments: Row[] = await db(table.payment)
      .whereIn('payment_code', some)
      .whereNot('state', 'cancelled')
      .select({ key: 'payment_code', payment: 'id', instalment: none });
    const instalments: Row[] = await db(table.instalment)
      .whereIn('payment_code', some)
      .whereNot('state', 'cancelled')
      .select({ key: 'payment_code', payment: 'payment_ref', instalment: 'id' });
    found.push(...payments, ...instalments);
  }
  for (let start = 0; start < taxNumbers.length; start += CHUNK) {
    const owed: Row[] = await db(`${table.customer} as c`)
      .join(`${table.payment} as p`, 'p.customer_ref', 'c.id')
      .whereIn('c.tax_number', taxNumbers.slice(start, start + CHUNK))
      .andWhere(equalsUnindexed(db, 'p.state', 'open'))
      .select({ key: 'c.tax_number', payment: 'p.id', instalment: none });
    found.push(...owed);
  }
  return found.flatMap(knownOf);
}
