import type { Core } from '@strapi/strapi';
import type { AgeingBucket } from '../../../contracts/payment-totals';
import { addDays } from '../../../domain/day';
import type { CurrencyCode } from '../../../domain/money';
import { table } from '../constants';
import { connect, equalsUnindexed, exactSum, toBigint } from './database';
import { matchingPayments } from './payment-filter';
import type { PaymentFilter } from './payment-filter';

/** Sums of the payments in one currency, in minor units. */
export interface PaymentSum {
  readonly currency: CurrencyCode;
  readonly count: number;
  readonly total: bigint;
  readonly paid: bigint;
}

/** What is outstanding on open instalments of one age in one currency. */
export interface AgeingSum {
  readonly bucket: AgeingBucket;
  readonly currency: CurrencyCode;
  readonly count: number;
  readonly outstanding: bigint;
}

type Row = Record<string, unknown>;

const p = table.payment;
const t = table.instalment;

/** Each bucket with the last day before which an instalment falls into it; they are asked in this order. */
const BUCKETS: readonly (readonly [AgeingBucket, number])[] = [
  ['over-90', -90],
  ['61-90', -60],
  ['31-60', -30],
  ['1-30', 0],
  ['due-7', 8],
  ['due-30', 31],
];

/** Sums of what matches, by currency: one statement over the payments and one over their open instalments. */
export async function sumPayments(
  strapi: Core.Strapi,
  filter: PaymentFilter,
): Promise<{ sums: PaymentSum[]; ageing: AgeingSum[] }> {
  const db = await connect(strapi);
  const sums: Row[] = await matchingPayments(strapi, db, filter)
    .groupBy(`${p}.currency`)
    .select({ currency: `${p}.currency` })
    .count({ count: `${p}.id` })
    .select({ total: exactSum(db, '??', [`${p}.total`]), paid: exactSum(db, 'coalesce(??, 0)', [`${p}.paid`]) });
  const cases = BUCKETS.map(() => 'when ?? < ? then ?').join(' ');
  const bindings = BUCKETS.flatMap(([bucket, days]) => [`${t}.due_date`, addDays(filter.today, days), bucket]);
  const ageing: Row[] = await matchingPayments(strapi, db, filter)
    .join(t, `${t}.payment_ref`, `${p}.id`)
    .where(equalsUnindexed(db, `${t}.state`, 'open'))
    .groupBy('bucket', 'currency')
    .select(db.raw(`case ${cases} else 'later' end as bucket`, bindings), { currency: `${p}.currency` })
    .count({ count: `${t}.id` })
    .select({ outstanding: exactSum(db, '?? - coalesce(??, 0)', [`${t}.amount`, `${t}.paid`]) });
  return {
    sums: sums.map((row) => ({
      currency: String(row.currency) as CurrencyCode,
      count: Number(row.count),
      total: toBigint(row.total),
      paid: toBigint(row.paid),
    })),
    ageing: ageing.map((row) => ({
      bucket: row.bucket as AgeingBucket,
      currency: String(row.currency) as CurrencyCode,
      count: Number(row.count),
      outstanding: toBigint(row.outstanding),
    })),
  };
}
