import type { Core } from '@strapi/strapi';
import type { Pagination } from '../../../contracts/lists';
import type { StaffPaymentItem } from '../../../contracts/payment';
import { minor } from '../../../domain/money';
import type { CurrencyCode } from '../../../domain/money';
import type { Day } from '../../../domain/day';
import type { SchemeId } from '../../../domain/payment-code';
import { toBoolean, toDate } from '../repositories/database';
import { paginationOf } from '../repositories/paging';
import { listPaymentRows, readOpenParts } from '../repositories/payment-list';
import type { OpenPart, PaymentListQuery, PaymentListRow } from '../repositories/payment-list';
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

/** The staff's lists of payments. */
export const paymentLists = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A page of payments, searched, filtered and sorted. */
  async list(query: PaymentListQuery): Promise<{ items: StaffPaymentItem[]; pagination: Pagination }> {
    const today = await getService(strapi, 'clock').today();
    const { rows, count } = await listPaymentRows(strapi, query, today);
    const open = await readOpenParts(
      strapi,
      rows.map(({ id }) => Number(id)),
    );
    return {
      items: rows.map((row) => itemOf(row, open.get(Number(row.id)), today)),
      pagination: paginationOf(query.page, query.pageSize, count),
    };
  },
});
