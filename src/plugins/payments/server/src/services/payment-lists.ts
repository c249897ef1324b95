import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Pagination } from '../../../contracts/lists';
import type { StaffPaymentItem } from '../../../contracts/payment';
import { ageingBucket } from '../../../contracts/payment-totals';
import type { exportPayments, PaymentTotals, totalPayments } from '../../../contracts/payment-totals';
import type { QueryOf } from '../../../contracts/route';
import { minor, parseDecimal } from '../../../domain/money';
import type { CurrencyCode } from '../../../domain/money';
import type { Day } from '../../../domain/day';
import type { SchemeId } from '../../../domain/payment-code';
import { BYTE_ORDER_MARK } from '../../../domain/sheet';
import { exportHeader, exportLine, exportName, exportStyle } from '../export/payments';
import type { ExportStyle } from '../export/payments';
import { valueOf } from '../http/errors';
import type { Media } from '../http/media';
import { errorName, toBoolean, toDate } from '../repositories/database';
import { paginationOf } from '../repositories/paging';
import type { PaymentFilter } from '../repositories/payment-filter';
import { listPaymentRows, readAllPaymentRows, readOpenParts } from '../repositories/payment-list';
import type { OpenPart, PaymentListQuery, PaymentListRow } from '../repositories/payment-list';
import { sumPayments } from '../repositories/payment-totals';
import type { AgeingSum } from '../repositories/payment-totals';
import { getService } from './get-service';
import { shownCode } from './payment-codes';
import { moneyOf } from './payment-view';

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const instant = (value: unknown): string => (toDate(value) ?? new Date(0)).toISOString();

function itemOf(row: PaymentListRow, open: OpenPart | undefined, today: Day): StaffPaymentItem {
  const currency = row.currency as CurrencyCode;
  const nextDueDate = text(row.next_due_date) as Day | null;
  const state = row.state as StaffPaymentItem['state'];
  const code = row.payment_code
    ? { value: String(row.payment_code), scheme: (row.payment_code_scheme ?? 'free') as SchemeId }
    : null;
  return {
    documentId: String(row.document_id),
    revision: Number(row.revision),
    reference: text(row.reference) ?? '',
    customer: {
      documentId: text(row.customer_document_id) ?? '',
      name: text(row.customer_name) ?? '',
      taxNumber: text(row.customer_tax_number),
      phone: text(row.customer_phone),
    },
    institution: row.institution_document_id
      ? { documentId: String(row.institution_document_id), name: String(row.institution_name) }
      : null,
    title: String(row.title),
    paymentCode: shownCode(code),
    total: moneyOf(minor(Number(row.total)), currency),
    paid: moneyOf(minor(Number(row.paid)), currency),
    outstanding: moneyOf(open?.outstanding ?? minor(0), currency),
    state,
    overdue: state === 'open' && nextDueDate !== null && nextDueDate < today,
    nextDueDate,
    instalmentCount: Number(row.instalment_count),
    remindersPaused: toBoolean(row.reminders_paused),
    createdAt: instant(row.created_at),
    updatedAt: instant(row.updated_at),
    next: open ? { ...open.next, amount: moneyOf(open.next.amount, currency) } : null,
  };
}

type Filters = QueryOf<typeof totalPayments>;
type ExportQuery = QueryOf<typeof exportPayments>;

const inEach = <Sum extends { readonly currency: CurrencyCode }>(
  sums: readonly Sum[],
  amount: (sum: Sum) => bigint,
) => {
  const byCurrency = new Map<CurrencyCode, bigint>();
  for (const sum of sums) byCurrency.set(sum.currency, (byCurrency.get(sum.currency) ?? 0n) + amount(sum));
  return [...byCurrency].sort().map(([currency, value]) => moneyOf(value, currency));
};

const ageingView = (ageing: readonly AgeingSum[]): PaymentTotals['ageing'] =>
  ageingBucket.options.flatMap((bucket) => {
    const sums = ageing.filter((sum) => sum.bucket === bucket);
    if (sums.length === 0) return [];
    const instalments = sums.reduce((all, { count }) => all + count, 0);
    return { bucket, instalments, outstanding: inEach(sums, ({ outstanding }) => outstanding) };
  });

/** The staff's lists of payments. */
export const paymentLists = ({ strapi }: { strapi: Core.Strapi }) => {
  /** An amount means the office's currency: one of another would be compared with what it is not. */
  async function filterOf({ least, most, ...filters }: Filters): Promise<PaymentFilter> {
    const today = await getService(strapi, 'clock').today();
    const { currency } = await getService(strapi, 'settings').get();
    const amount = (value: string | undefined, name: string) =>
      value === undefined ? null : valueOf(parseDecimal(value, currency, [name]));
    const total = { currency, least: amount(least, 'least'), most: amount(most, 'most') };
    return { ...filters, today, total: total.least === null && total.most === null ? null : total };
  }

  async function itemsOf(rows: readonly PaymentListRow[], today: Day): Promise<StaffPaymentItem[]> {
    const open = await readOpenParts(
      strapi,
      rows.map(({ id }) => Number(id)),
    );
    return rows.map((row) => itemOf(row, open.get(Number(row.id)), today));
  }

  async function* lines(query: ExportQuery, filter: PaymentFilter, style: ExportStyle): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + exportHeader(style);
    for await (const rows of readAllPaymentRows(strapi, query.sort, filter)) {
      const items = await itemsOf(rows, filter.today);
      yield items.map((item) => exportLine(item, style)).join('');
    }
  }

  return {
    /** A page of payments, searched, filtered and sorted. */
    async list({ page, pageSize, sort, ...filters }: PaymentListQuery): Promise<{
      items: StaffPaymentItem[];
      pagination: Pagination;
    }> {
      const filter = await filterOf(filters);
      const { rows, count } = await listPaymentRows(strapi, { page, pageSize, sort }, filter);
      return { items: await itemsOf(rows, filter.today), pagination: paginationOf(page, pageSize, count) };
    },

    /** Totals of all that matches; it reads every row of it, and so comes after the page. */
    async totals(filters: Filters): Promise<PaymentTotals> {
      const { sums, ageing } = await sumPayments(strapi, await filterOf(filters));
      return {
        payments: sums.reduce((all, { count }) => all + count, 0),
        total: inEach(sums, ({ total }) => total),
        paid: inEach(sums, ({ paid }) => paid),
        outstanding: inEach(ageing, ({ outstanding }) => outstanding),
        ageing: ageingView(ageing),
      };
    },

    /** All that matches as a file, streamed: its size is in nobody's memory. */
    async export(query: ExportQuery): Promise<Media> {
      const { sort: _sort, language, ...filters } = query;
      const filter = await filterOf(filters);
      const { locale } = await getService(strapi, 'settings').get();
      const body = Readable.from(lines(query, filter, exportStyle(language, locale)));
      body.on('error', (error) => strapi.log.error(`payments: export: ${errorName(error)}`));
      return { type: 'text/csv; charset=utf-8', filename: exportName(language, filter.today), body };
    },
  };
};
