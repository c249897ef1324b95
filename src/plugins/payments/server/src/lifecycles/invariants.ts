import { errors } from '@strapi/utils';
import { isDay } from '../../../domain/day';
import type { SchemeId } from '../../../domain/payment-code';
import { SCHEME_IDS } from '../../../domain/payment-code';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { invalidField } from '../http/errors';
import { checkedCode } from '../services/payment-codes';

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
  reference: null,
};
const derivedOfInstalment: Readonly<Record<string, unknown>> = { remindOn: null, remindStep: null, paymentRef: null };

/** A scalar as it is compared; a bigint may come as a number or as text, a moment as a Date or as text. */
const plain = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
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
  checkCode(data, current);
}

/** What may be written to an instalment from elsewhere. Throws a ValidationError that names the field. */
export function checkInstalmentData(data: Data, isNew: boolean): void {
  if (isNew) refuseDerived(data, derivedOfInstalment, 'the plugin keeps it');
  else
    for (const key of Object.keys(derivedOfInstalment))
      if (key in data) throw invalidField([key], `${key} cannot be set`, 'derived');
  if ('amount' in data && !isAmount(data.amount)) {
    throw invalidField(
      ['amount'],
      'amount must be a whole number of minor units, more than zero and at most 2^53−1',
      'amount-format',
    );
  }
  for (const key of ['dueDate', 'nominalDate', 'paidOn'] as const) {
    const value = data[key];
    if (value === undefined || (value === null && key !== 'dueDate')) continue;
    if (typeof value !== 'string' || !isDay(value)) {
      throw invalidField([key], `${key} must be a day written YYYY-MM-DD`, 'day-invalid');
    }
  }
}

function isAmount(value: unknown): boolean {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d{1,16}$/.test(value))) return false;
  return Number.isSafeInteger(Number(value)) && Number(value) > 0;
}

/** Refuses what no path may do to an instalment: move or reprice what is paid, or ask less than was paid. */
export function checkInstalmentChange(before: InstalmentRecord | undefined, after: InstalmentRecord): void {
  if (after.paid > after.amount) {
    throw new errors.ValidationError(`Instalment ${after.number}: amount cannot be below what is paid`, {
      errors: [{ path: ['amount'], message: 'amount cannot be below what is paid', name: 'ValidationError' }],
    });
  }
  if (before?.state !== 'paid' || after.state !== 'paid') return;
  for (const field of ['amount', 'dueDate'] as const) {
    if (before[field] === after[field]) continue;
    throw invalidField(
      [field],
      `${field} of a paid instalment cannot change; take the payment back first`,
      'instalment-paid',
    );
  }
}
