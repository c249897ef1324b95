import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { fillSeriesGrid, SeriesGridResult } from '../../../contracts/series-grid';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import { table } from '../constants';
import { invalidField } from '../http/errors';
import type { Actor, Intent } from '../record/actor';
import { recordAll } from '../record/record';
import { inTransaction } from '../repositories/database';
import { findDocuments } from '../repositories/documents';
import { lockPayments, readPayments } from '../repositories/payment-reads';
import { writeCodes } from '../repositories/payment-batch';
import { writeInstalments } from '../repositories/payment-writes';
import { lockSeries, readSeries } from '../repositories/series';
import { updatePeriods } from '../repositories/series-grid';
import { insertPeriods, readPeriods } from '../repositories/series-periods';
import type { NewPeriod } from '../repositories/series-periods';
import { getService } from './get-service';
import { registerMany } from './register-many';
import { checkLines } from './series-filling-checks';
import type { CheckedLine } from './series-filling-checks';
import { gridRowView } from './series-grid-row';
import type { GridLine } from './series-grid-row';
import { datesOf, officeRules, registrationOf } from './series-making';
import type { OfficeRules } from './series-making';

type Order = BodyOf<typeof fillSeriesGrid>;
type Item = Order['items'][number];

const keyOf = ({ series, number }: Pick<Item, 'series' | 'number'>) => `${series} ${number}`;

function refuseTwice(items: readonly Item[]): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (seen.has(keyOf(item))) throw invalidField(['items', index], 'This line is named twice: send it once', 'twice');
    seen.add(keyOf(item));
  }
}

/** The lines that a request names, by its keys; what does not exist is left out. */
async function readLines(strapi: Core.Strapi, items: readonly Item[], ids: readonly number[]) {
  const numbers = [...new Set(items.map(({ number }) => number))];
  const series = new Map((await readSeries(strapi, ids)).map((row) => [row.documentId, row]));
  const periods = await readPeriods(strapi, ids, (query) => void query.whereIn('r.number', numbers));
  const made = new Map(periods.map((period) => [`${period.series} ${period.number}`, period]));
  const lines = new Map<string, GridLine>();
  for (const item of items) {
    const row = series.get(item.series);
    if (!row || row.customer.archived) continue;
    lines.set(keyOf(item), { series: row, number: item.number, period: made.get(`${row.id} ${item.number}`) ?? null });
  }
  return lines;
}

/** A period that becomes a payment, or goes on waiting with the code that was typed. */
async function complete(
  strapi: Core.Strapi,
  lines: readonly CheckedLine[],
  intent: Intent,
  rules: OfficeRules,
): Promise<void> {
  const now = getService(strapi, 'clock').now();
  const whole = lines.flatMap((line) => {
    const dates = datesOf(line.series, line.number, rules);
    return dates ? [{ line, dates }] : [];
  });
  const payable = whole.filter(({ line }) => line.amount !== null);
  const registrations = payable.map(({ line, dates }) =>
    registrationOf(line.series, dates, line.amount as NonNullable<CheckedLine['amount']>, line.paymentCode),
  );
  const payments = await registerMany(strapi, registrations, intent);
  const paymentOf = new Map(payable.map(({ line }, index) => [line, payments[index]?.documentId ?? null]));
  const periods = whole.map(({ line, dates }): NewPeriod & { line: CheckedLine } => {
    const payment = paymentOf.get(line) ?? null;
    const { number, nominalDate, dueDate } = dates;
    const state = payment === null ? 'waiting' : 'created';
    return {
      line,
      series: line.series.id,
      number,
      nominalDate,
      dueDate,
      state,
      payment,
      paymentCode: line.paymentCode,
    };
  });
  await updatePeriods(
    strapi,
    periods.flatMap(({ line: { period }, ...row }) =>
      period ? [{ ...row, id: period.id, revision: period.revision + 1 }] : [],
    ),
  );
  await insertPeriods(
    strapi,
    periods.filter(({ line }) => line.period === null),
    now,
  );
}

/** Payments that exist already: amount and code as an edit of each, told in one mail to a contact. */
async function edit(strapi: Core.Strapi, lines: readonly CheckedLine[], intent: Intent): Promise<void> {
  const now = getService(strapi, 'clock').now();
  const ids = lines.flatMap(({ period }) => period?.payment?.id ?? []);
  const payments = new Map((await readPayments(strapi, ids)).map((payment) => [payment.id, payment]));
  const edited = lines.flatMap((line) => {
    const before = payments.get(line.period?.payment?.id ?? 0);
    return before ? [{ before, line }] : [];
  });
  const rows = edited.flatMap(({ before, line: { amount } }) => {
    const [row] = before.state.instalments;
    return row && amount !== null && amount !== row.amount ? [{ ...row, amount }] : [];
  });
  await writeInstalments(strapi, rows, now);
  await writeCodes(
    strapi,
    edited.map(({ before, line }) => ({ id: before.id, code: line.paymentCode })),
    now,
  );
  const written = edited.map(({ before }) => ({ before, id: before.id }));
  await recordAll(strapi, written, { intent: { ...intent, batch: createId() }, fromElsewhere: false });
}

/**
 * Writes cells of many lines in one transaction: what is right is saved, and of each other the answer says why not. The number of statements does
 * not grow with the lines; a contact of several gets one mail.
 */
export async function fillGrid(
  strapi: Core.Strapi,
  { items, sendEmail, confirmed }: Order,
  actor: Actor,
): Promise<AnswerOf<typeof fillSeriesGrid>['data']> {
  refuseTwice(items);
  const rules = await officeRules(strapi);
  return inTransaction(strapi, async () => {
    const documents = await findDocuments(strapi, table.series, [...new Set(items.map(({ series }) => series))]);
    const ids = [...documents.values()];
    await lockSeries(strapi, ids);
    const named = await readLines(strapi, items, ids);
    await lockPayments(
      strapi,
      [...named.values()].flatMap(({ period }) => period?.payment?.id ?? []),
    );
    const lines = await readLines(strapi, items, ids);
    const checked = await checkLines(strapi, items, (item) => lines.get(keyOf(item)) ?? null, { confirmed, rules });
    const right = checked.flatMap(({ line, reason }) => (line && reason === null ? [line] : []));
    const intent = { actor, loud: sendEmail };
    await complete(
      strapi,
      right.filter(({ period }) => period?.payment == null),
      intent,
      rules,
    );
    await edit(
      strapi,
      right.filter(({ period }) => period?.payment != null),
      intent,
    );
    const after = await readLines(strapi, items, ids);
    const results = items.map((item, index): SeriesGridResult => {
      const line = after.get(keyOf(item));
      const { reason = 'not-found' as const, errors = [] } = checked[index] ?? {};
      const row = line ? gridRowView(line, rules) : null;
      return { series: item.series, number: item.number, done: reason === null, reason, errors, row };
    });
    return { done: results.filter(({ done }) => done).length, results };
  });
}
