import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import type { SchemeId } from '../../../domain/payment-code';
import { table } from '../constants';
import { connect, insertAll } from './database';
import type { Connection } from './database';
import { documentColumns } from './documents';

type Code = { readonly value: string; readonly scheme: SchemeId };

/** What became of one period of a series. */
export interface PeriodRow {
  readonly id: number;
  readonly series: number;
  readonly number: number;
  readonly nominalDate: Day;
  readonly dueDate: Day;
  readonly state: 'waiting' | 'created' | 'skipped';
  readonly revision: number;
  /** Typed for a period that still waits for its amount. */
  readonly paymentCode: Code | null;
  /** The payment that was made for it; null where none was, or it was deleted since. */
  readonly payment: {
    readonly id: number;
    readonly documentId: string;
    readonly reference: string;
    readonly state: 'open' | 'settled' | 'cancelled';
    readonly revision: number;
    readonly amount: MinorUnits;
    readonly paid: MinorUnits;
    readonly instalments: number;
    readonly paymentCode: Code | null;
    readonly dueDate: Day | null;
  } | null;
}

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

const codeOf = (value: unknown, scheme: unknown): Code | null =>
  value ? { value: String(value), scheme: (text(scheme) ?? 'free') as SchemeId } : null;

/** Selects what `periodOf` reads, from a query whose periods and payments are `r` and `p`. */
export const selectPeriods = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.select({
    period_id: 'r.id',
    period_series: 'r.series_ref',
    period_number: 'r.number',
    period_nominal: 'r.nominal_date',
    period_due: 'r.due_date',
    period_state: 'r.state',
    period_revision: 'r.revision',
    period_code: 'r.payment_code',
    period_code_scheme: 'r.payment_code_scheme',
    payment_id: 'p.id',
    payment_document_id: 'p.document_id',
    payment_reference: 'p.reference',
    payment_state: 'p.state',
    payment_revision: 'p.revision',
    payment_total: 'p.total',
    payment_paid: 'p.paid',
    payment_instalments: 'p.instalment_count',
    payment_code_value: 'p.payment_code',
    payment_code_of: 'p.payment_code_scheme',
    payment_due: 'p.next_due_date',
  });

const paymentOf = (row: Row): PeriodRow['payment'] =>
  row.payment_id
    ? {
        id: Number(row.payment_id),
        documentId: String(row.payment_document_id),
        reference: String(row.payment_reference ?? ''),
        state: row.payment_state as 'open' | 'settled' | 'cancelled',
        revision: Number(row.payment_revision),
        amount: minor(Number(row.payment_total)),
        paid: minor(Number(row.payment_paid ?? 0)),
        instalments: Number(row.payment_instalments ?? 0),
        paymentCode: codeOf(row.payment_code_value, row.payment_code_of),
        dueDate: text(row.payment_due) as Day | null,
      }
    : null;

export const periodOf = (row: Row): PeriodRow => ({
  id: Number(row.period_id),
  series: Number(row.period_series),
  number: Number(row.period_number),
  nominalDate: String(row.period_nominal) as Day,
  dueDate: String(row.period_due) as Day,
  state: row.period_state as PeriodRow['state'],
  revision: Number(row.period_revision),
  paymentCode: codeOf(row.period_code, row.period_code_scheme),
  payment: paymentOf(row),
});

/** Periods with the payments that were made for them. */
export const periodQuery = (db: Connection): Knex.QueryBuilder =>
  db(`${table.seriesPeriod} as r`).leftJoin(`${table.payment} as p`, 'p.document_id', 'r.payment_document_id');

/** The periods of some series, as `narrow` asks for them, by series and number. */
export async function readPeriods(
  strapi: Core.Strapi,
  series: readonly number[],
  narrow: (query: Knex.QueryBuilder) => void = () => undefined,
): Promise<PeriodRow[]> {
  if (series.length === 0) return [];
  const db = await connect(strapi);
  const rows: Row[] = await selectPeriods(
    periodQuery(db)
      .whereIn('r.series_ref', series)
      .modify(narrow)
      .orderBy([{ column: 'r.series_ref' }, { column: 'r.number' }]),
  );
  return rows.map(periodOf);
}

export interface NewPeriod {
  readonly series: number;
  readonly number: number;
  readonly nominalDate: Day;
  readonly dueDate: Day;
  readonly state: PeriodRow['state'];
  /** DocumentId. */
  readonly payment: string | null;
  readonly paymentCode: Code | null;
}

/** Enters periods. Throws the driver's duplicate key where another has entered one: their transaction is the one that counts. */
export async function insertPeriods(strapi: Core.Strapi, periods: readonly NewPeriod[], now: Date): Promise<void> {
  await insertAll(
    await connect(strapi),
    table.seriesPeriod,
    periods.map(({ series, number, nominalDate, dueDate, state, payment, paymentCode }) => ({
      ...documentColumns(now),
      series_ref: series,
      number,
      nominal_date: nominalDate,
      due_date: dueDate,
      state,
      payment_document_id: payment,
      payment_code: paymentCode?.value ?? null,
      payment_code_scheme: paymentCode?.scheme ?? null,
      revision: 1,
    })),
  );
}

/** Takes periods out, so that they may be made again. */
export async function deletePeriods(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const db = await connect(strapi);
  await db(table.seriesPeriod).whereIn('id', ids).delete();
}

/** The highest number of a series that has, or had, a payment; 0 where none has. */
export async function lastCreated(strapi: Core.Strapi, series: number): Promise<number> {
  const db = await connect(strapi);
  const row = (await db(table.seriesPeriod)
    .where({ series_ref: series, state: 'created' })
    .max({ last: 'number' })
    .first()) as { last: unknown } | undefined;
  return Number(row?.last ?? 0);
}
