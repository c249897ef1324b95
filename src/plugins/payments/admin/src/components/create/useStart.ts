import { useSearchParams } from 'react-router-dom';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
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

/**
 * The address may say `?customer=` or, for "same again", `?like=` a payment: who, what and how much are taken over; dates, codes and files are
 * the new payment's own.
 *
 * @returns null while that is being loaded
 */
export const useStart = (): Start | null => {
  const [search] = useSearchParams();
  const office = useOffice();
  const format = useFormat();
  const like = search.get('like') ?? '';
  const customerId = search.get('customer') ?? '';
  const payment = useGetPaymentQuery(like, { skip: like === '' });
  const customer = useGetCustomerQuery(customerId, { skip: customerId === '' });
  if (payment.isLoading || customer.isLoading) return null;
  const empty: Start = { details: emptyDetails(office.sendEmailOnCreate), plan: emptyPlan(office.currency) };
  if (payment.data) {
    const { title, description, managerComments, institution, total, kind } = payment.data;
    const { currency } = total;
    return {
      details: {
        ...empty.details,
        customer: payment.data.customer,
        institution,
        title,
        description: description ?? '',
        managerComments: managerComments ?? '',
      },
      plan: {
        ...emptyPlan(currency),
        kind,
        total: format.amount(total.value, currency),
        convention: payment.data.convention ?? '',
        ...(payment.data.period && { period: payment.data.period }),
        ...sharesOf(payment.data, format),
      },
    };
  }
  return customer.data ? { ...empty, details: { ...empty.details, customer: customer.data } } : empty;
};
