import { minor, toDecimal } from '../money';
import type { MinorUnits } from '../money';
import type { InstalmentState, PaymentState } from '../payment-state';
import type { ChangeValue } from './change';

/** One value of a payment, by the name of its field and, where there are several, which. */
export interface Entry {
  field: string;
  number?: number;
  of?: string;
  value: ChangeValue;
  /** What the value is compared by, where two different things may read the same. */
  identity?: ChangeValue;
  /** What a new payment or instalment holds anyway, so that having it is no news. */
  blank: ChangeValue;
}

type Money = (amount: MinorUnits) => string;

const NOTHING = minor(0);

/** What customers see of a payment, as the content API shows it. */
export function visibleEntries(payment: PaymentState): Entry[] {
  const money: Money = (amount) => toDecimal(amount, payment.currency);
  const { customer, institution, paymentCode } = payment;
  return [
    { field: 'customer', value: customer.name, identity: customer.documentId, blank: null },
    { field: 'institution', value: institution?.name ?? null, identity: institution?.documentId ?? null, blank: null },
    { field: 'title', value: payment.title, blank: null },
    { field: 'description', value: payment.description || null, blank: null },
    { field: 'currency', value: payment.currency, blank: null },
    { field: 'total', value: money(payment.total), blank: null },
    { field: 'paymentCode', value: paymentCode?.value ?? null, blank: null },
    { field: 'paymentCodeScheme', value: paymentCode?.scheme ?? null, blank: null },
    { field: 'state', value: payment.state, blank: 'open' },
    ...payment.attachments.map(({ id, name }) => ({ field: 'attachments', of: String(id), value: name, blank: null })),
    ...inOrder(payment).flatMap((row) => visibleRowEntries(row, money)),
  ];
}

function visibleRowEntries(row: InstalmentState, money: Money): Entry[] {
  const about = { number: row.number, of: row.documentId };
  return [
    { ...about, field: 'amount', value: money(row.amount), blank: null },
    { ...about, field: 'paid', value: money(row.paid), blank: money(NOTHING) },
    { ...about, field: 'dueDate', value: row.dueDate, blank: null },
    { ...about, field: 'nominalDate', value: row.nominalDate, blank: null },
    { ...about, field: 'shift', value: row.shift && (row.shift.name ?? row.shift.kind), blank: null },
    { ...about, field: 'state', value: row.state, blank: 'open' },
    { ...about, field: 'paymentCode', value: row.paymentCode, blank: null },
    { ...about, field: 'note', value: row.note || null, blank: null },
  ];
}

/** What never leaves the admin. */
export function staffEntries(payment: PaymentState): Entry[] {
  const money: Money = (amount) => toDecimal(amount, payment.currency);
  return [
    { field: 'managerComments', value: payment.managerComments || null, blank: null },
    { field: 'remindersPaused', value: payment.remindersPaused, blank: false },
    { field: 'lostAfter', value: payment.lostAfter, blank: null },
    { field: 'lostOn', value: payment.lostOn, blank: null },
    {
      field: 'replacedBy',
      value: payment.replacedBy?.reference ?? null,
      identity: payment.replacedBy?.documentId ?? null,
      blank: null,
    },
    ...inOrder(payment).flatMap((row): Entry[] => {
      const about = { number: row.number, of: row.documentId };
      return [
        { ...about, field: 'pinned', value: row.pinned, blank: false },
        { ...about, field: 'surcharge', value: money(row.surcharge), blank: money(NOTHING) },
        { ...about, field: 'paidOn', value: row.paidOn, blank: null },
      ];
    }),
  ];
}

function inOrder({ instalments }: PaymentState): InstalmentState[] {
  return [...instalments].sort((a, b) => a.number - b.number);
}
