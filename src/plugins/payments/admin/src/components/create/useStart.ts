import { useSearchParams } from 'react-router-dom';
import type { PaymentLink } from '../../../../contracts/arrangements';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { minor, parseDecimal, toDecimal } from '../../../../domain/money';
import { useOffice } from '../../hooks/useOffice';
import { useFormat } from '../../intl/useFormat';
import type { Formats } from '../../intl/useFormat';
import { emptyPlan, emptyRow } from '../../plan/draft';
import type { PlanDraft } from '../../plan/draft';
import { useGetCustomerQuery } from '../../services/customers';
import { useGetPaymentQuery } from '../../services/payments';
import { emptyDetails } from './draft';
import type { DetailsDraft } from './draft';

/** What the form begins with. */
export interface Start {
  readonly details: DetailsDraft;
  readonly plan: PlanDraft;
  /** The lost payment that the new one replaces. */
  readonly replaces: PaymentLink | null;
}

/** How the total is shared out: number and amount of an automatic plan, the amounts and notes of the rows of a manual one. */
const sharesOf = ({ kind, instalments, total }: StaffPayment, format: Formats): Partial<PlanDraft> => {
  const amountOf = ({ amount }: StaffInstalment) => format.amount(amount.value, total.currency);
  const [first] = instalments;
  if (kind === 'automatic' && first) return { count: String(instalments.length), amount: amountOf(first) };
  if (kind !== 'manual') return {};
  const rows = instalments.map((row, index) => ({
    ...emptyRow(index + 1),
    amount: amountOf(row),
    note: row.note ?? '',
  }));
  return { rows };
};

/** What was still to be paid of a payment when it was lost: what its cancelled instalments asked for beyond what is paid of them. */
const leftOf = ({ instalments, total: { currency } }: StaffPayment): string => {
  const read = (value: string) => {
    const amount = parseDecimal(value, currency);
    return amount.ok ? amount.value : 0;
  };
  const cancelled = instalments.filter(({ state }) => state === 'cancelled');
  const left = cancelled.reduce((sum, { amount, paid }) => sum + read(amount.value) - read(paid.value), 0);
  return toDecimal(minor(left), currency);
};

const detailsOf = (payment: StaffPayment, empty: DetailsDraft): DetailsDraft => ({
  ...empty,
  customer: payment.customer,
  institution: payment.institution,
  title: payment.title,
  description: payment.description ?? '',
  managerComments: payment.managerComments ?? '',
});

/** What replaces a lost payment begins as one debt of what was left of it, under its code. */
const replacementOf = (lost: StaffPayment, empty: Start, format: Formats): Start => {
  const { currency } = lost.total;
  return {
    details: {
      ...detailsOf(lost, empty.details),
      code: lost.paymentCode?.display ?? '',
      scheme: lost.paymentCode?.scheme ?? '',
    },
    plan: { ...emptyPlan(currency), total: format.amount(leftOf(lost), currency) },
    replaces: { documentId: lost.documentId, reference: lost.reference },
  };
};

/** The same once more: dates, codes and files are the new payment's own. */
const againOf = (payment: StaffPayment, empty: Start, format: Formats): Start => {
  const { total, kind } = payment;
  const { currency } = total;
  return {
    details: { ...detailsOf(payment, empty.details), lostAfter: String(payment.lostAfter ?? '') },
    plan: {
      ...emptyPlan(currency),
      kind,
      total: format.amount(total.value, currency),
      convention: payment.convention ?? '',
      ...(payment.period && { period: payment.period }),
      ...sharesOf(payment, format),
    },
    replaces: null,
  };
};

/**
 * The address may say `?customer=`, for "same again" `?like=` a payment, or `?replaces=` a lost one: who, what and how much are taken over.
 *
 * @returns null while that is being loaded
 */
export const useStart = (): Start | null => {
  const [search] = useSearchParams();
  const office = useOffice();
  const format = useFormat();
  const lost = search.get('replaces') ?? '';
  const like = lost || (search.get('like') ?? '');
  const customerId = search.get('customer') ?? '';
  const payment = useGetPaymentQuery(like, { skip: like === '' });
  const customer = useGetCustomerQuery(customerId, { skip: customerId === '' });
  if (payment.isLoading || customer.isLoading) return null;
  const empty: Start = {
    details: emptyDetails(office.sendEmailOnCreate),
    plan: emptyPlan(office.currency),
    replaces: null,
  };
  if (payment.data) return (lost ? replacementOf : againOf)(payment.data, empty, format);
  return customer.data ? { ...empty, details: { ...empty.details, customer: customer.data } } : empty;
};
