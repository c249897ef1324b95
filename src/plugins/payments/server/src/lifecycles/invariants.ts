import type { SchemeId } from '../../../domain/payment-code';
import { SCHEME_IDS } from '../../../domain/payment-code';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { invalidField } from '../http/errors';
import { checkedCode } from '../services/payment-codes';
import { checkInstalmentValues, checkPaymentValues } from './values';

type Data = Record<string, unknown>;

/** Columns that follow from others, with what a new document starts with. */
const derivedOfPayment: Readonly<Record<string, unknown>> = {
  total: '0',
  paid: '0',
  nextDueDate: null,
  instalmentCount: 0,
  state: 'open',
  version: 1,
  revision: 1,
  changedAt: null,
  announcedAt: null,
  customerRef: null,
  institutionRef: null,
  searchText: null,
  lossDate: null,
  lostOn: null,
  replacedBy: null,
  reference: null,
  attachments: null,
};
const derivedOfInstalment: Readonly<Record<string, unknown>> = { remindOn: null, remindStep: null, paymentRef: null };

/** A value as it is compared; a bigint may come as a number or as text, a moment as a Date or as text, no attachments as an empty list. */
const plain = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : JSON.stringify(value);
  return value instanceof Date ? value.toISOString() : String(value);
};

function refuseDerived(data: Data, current: Readonly<Record<string, unknown>>, repair: string): void {
  for (const [key, value] of Object.entries(current)) {
    if (!(key in data) || plain(data[key]) === plain(value)) continue;
    throw invalidField([key], `${key} cannot be set: ${repair}`, 'derived');
  }
}

const storedOf = (payment: PaymentRecord): Readonly<Record<string, unknown>> => ({
  ...derivedOfPayment,
  ...payment.stored,
  state: payment.state.state,
  version: payment.version,
  revision: payment.revision,
  changedAt: payment.changedAt,
  announcedAt: payment.announcedAt,
  customerRef: payment.customer?.id ?? null,
  institutionRef: payment.institution?.id ?? null,
  reference: payment.reference,
  lostOn: payment.state.lostOn,
  replacedBy: payment.state.replacedBy?.documentId ?? null,
  attachments: payment.attachments,
});

/** Normalises and checks a payment code in the data of a write. */
function checkCode(data: Data, current: PaymentRecord | null): void {
  if (!('paymentCode' in data) && !('paymentCodeScheme' in data)) return;
  const value = 'paymentCode' in data ? data.paymentCode : current?.state.paymentCode?.value;
  if (value === null || value === undefined || value === '') {
    data.paymentCode = null;
    data.paymentCodeScheme = null;
    return;
  }
  const scheme = (data.paymentCodeScheme ?? current?.state.paymentCode?.scheme ?? 'free') as SchemeId;
  if (!SCHEME_IDS.includes(scheme)) {
    throw invalidField(
      ['paymentCodeScheme'],
      `paymentCodeScheme must be one of ${SCHEME_IDS.join(', ')}`,
      'scheme-unknown',
    );
  }
  Object.assign(data, {
    paymentCode: checkedCode({ value: String(value), scheme }, ['paymentCode']).value,
    paymentCodeScheme: scheme,
  });
}

/** What may be written to a payment from elsewhere. Throws a ValidationError that names the field. */
export function checkPaymentData(data: Data, current: PaymentRecord | null): void {
  const repair = 'it follows from the instalments and the relations, or has a function of the payments service';
  refuseDerived(data, current ? storedOf(current) : derivedOfPayment, repair);
  if (current && 'currency' in data && data.currency !== current.state.currency) {
    throw invalidField(
      ['currency'],
      'currency is fixed when a payment is created; make a new payment',
      'currency-fixed',
    );
  }
  checkPaymentValues(data, current === null);
  checkCode(data, current);
}

/** What may be written to an instalment from elsewhere. Throws a ValidationError that names the field. */
export function checkInstalmentData(data: Data, isNew: boolean): void {
  if (isNew) refuseDerived(data, derivedOfInstalment, 'the plugin keeps it');
  else
    for (const key of Object.keys(derivedOfInstalment))
      if (key in data) throw invalidField([key], `${key} cannot be set`, 'derived');
  checkInstalmentValues(data, isNew);
}

/** Refuses what no path may do to an instalment: move or reprice what is paid, or ask less than was paid. */
export function checkInstalmentChange(before: InstalmentRecord | undefined, after: InstalmentRecord): void {
  if (after.paid > after.amount) {
    throw invalidField(
      ['amount'],
      `Instalment ${after.number}: amount cannot be below what is paid`,
      'amount-below-paid',
    );
  }
  if (!before || before.paid === 0 || after.paid === 0) return;
  const kept =
    before.state === 'paid' && after.state === 'paid' ? (['amount', 'dueDate'] as const) : (['dueDate'] as const);
  for (const field of kept) {
    if (before[field] === after[field]) continue;
    throw invalidField(
      [field],
      `${field} of an instalment of which something is paid cannot change; take the payment back first`,
      'instalment-paid',
    );
  }
}

/** Refuses what no path may do to a payment's rows as a whole: lose one that is paid, or come to more than can be exact. */
export function checkRows(before: PaymentRecord | null, after: PaymentRecord): void {
  const still = new Set(after.state.instalments.map(({ id }) => id));
  const lost = before?.state.instalments.find(({ id, paid }) => paid > 0 && !still.has(id));
  if (lost) {
    const message = `Instalment ${lost.number} was paid and stays with its payment; take the payment back first`;
    throw invalidField(['payment'], message, 'instalment-paid');
  }
  if (Number.isSafeInteger(after.state.total)) return;
  const message = 'amount: the payment’s total would be too large to be kept exactly; write a smaller one';
  throw invalidField(['amount'], message, 'amount-out-of-range');
}
