import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { table } from '../constants';
import { connect } from './database';

/** Bound values of one statement are limited; codes are asked for in pieces. */
const CHUNK = 200;

/**
 * Makes whoever writes codes of this institution wait for one another, until the transaction ends: a unique index cannot say "only where the
 * institution's rule asks for it". SQLite has one writer anyway.
 */
export async function lockCodesOf(strapi: Core.Strapi, institutionId: number): Promise<void> {
  const db = await connect(strapi);
  if (db.dialect !== 'sqlite') await db(table.institution).where({ id: institutionId }).forUpdate().first('id');
}

/**
 * Which of these codes an instalment of another payment to the institution is paid under, be it the instalment's own or its payment's.
 *
 * @param exceptPayment the payment whose codes these are
 */
export async function findCodesInUse(
  strapi: Core.Strapi,
  institutionId: number,
  codes: readonly string[],
  exceptPayment: number | null,
): Promise<ReadonlySet<string>> {
  const db = await connect(strapi);
  const found = new Set<string>();
  const others = (): Knex.QueryBuilder => {
    const query = db(`${table.payment} as p`)
      .join(`${table.instalment} as r`, 'r.payment_ref', 'p.id')
      .where('p.institution_ref', institutionId)
      .whereNot('r.state', 'cancelled');
    return exceptPayment === null ? query : query.whereNot('p.id', exceptPayment);
  };
  for (let start = 0; start < codes.length; start += CHUNK) {
    const chunk = codes.slice(start, start + CHUNK);
    const rows: { code: string }[] = [
      ...(await others().whereIn('r.payment_code', chunk).distinct({ code: 'r.payment_code' })),
      ...(await others()
        .whereIn('p.payment_code', chunk)
        .whereNull('r.payment_code')
        .distinct({ code: 'p.payment_code' })),
    ];
    for (const { code } of rows) found.add(code);
  }
  return found;
}
