import { z } from 'zod';
import { convention, period, shift } from '../../../contracts/plan';
import { createContact, createCustomer } from '../../../contracts/customer';
import { lostAfter } from '../../../contracts/arrangements';
import { createInstitution } from '../../../contracts/institution';
import { currency, day, line, text } from '../../../contracts/values';
import { invalidField } from '../http/errors';

type Data = Record<string, unknown>;
type Rules = Readonly<Record<string, z.ZodType>>;

const isWhole = (value: string | number, least: number): boolean =>
  (typeof value === 'number' || /^\d{1,16}$/.test(value)) &&
  Number.isSafeInteger(Number(value)) &&
  Number(value) >= least;

const minorUnits = (least: 0 | 1) =>
  z
    .union([z.string(), z.number()])
    .refine(
      (value) => isWhole(value, least),
      `must be a whole number of minor units, ${least === 0 ? 'not below' : 'more than'} zero and at most 2^53−1`,
    );

/*
 * What the columns of a payment and of an instalment may hold. The document service checks a part of it, `strapi.db.query` nothing, and one
 * value that no reader can read (a currency without decimals, a kind that does not exist) would fail every list that comes across it.
 */
const PAYMENT: Rules = {
  title: line(200),
  description: text(5_000).nullable(),
  managerComments: text(10_000).nullable(),
  currency,
  kind: z.enum(['single', 'automatic', 'manual']),
  period: period.nullable(),
  convention: convention.nullable(),
  lostAfter: lostAfter.nullable(),
};

const INSTALMENT: Rules = {
  amount: minorUnits(1),
  paid: minorUnits(0).nullable(),
  surcharge: minorUnits(0).nullable(),
  dueDate: day,
  nominalDate: day.nullable(),
  paidOn: day.nullable(),
  state: z.enum(['open', 'paid', 'cancelled']),
  shiftKind: shift.shape.kind.nullable(),
  note: text(500).nullable(),
};

const institutionFields = createInstitution.body.shape;
const customerFields = createCustomer.body.shape;
const contactFields = createContact.body.shape;

/** Of an institution, all but the account, which has a check of its own. */
const INSTITUTION: Rules = {
  name: institutionFields.name,
  payUrl: institutionFields.payUrl.nullable(),
  codeScheme: institutionFields.codeScheme,
  codeScope: institutionFields.codeScope,
  convention: institutionFields.convention,
  bankDays: institutionFields.bankDays.nullable(),
  ladder: institutionFields.ladder,
  epcRemittance: institutionFields.epcRemittance.nullable(),
};

const CUSTOMER: Rules = {
  name: customerFields.name,
  taxNumber: customerFields.taxNumber,
  phone: customerFields.phone,
  language: customerFields.language,
  reference: customerFields.reference,
};

/** Of a contact, all but the address, which has a check of its own. */
const CONTACT: Rules = { name: contactFields.name, language: contactFields.language };

function check(data: Data, rules: Rules, required: readonly string[]): void {
  for (const [field, rule] of Object.entries(rules)) {
    if (data[field] === undefined && !required.includes(field)) continue;
    const result = rule.safeParse(data[field]);
    if (!result.success) {
      throw invalidField([field], `${field}: ${result.error.issues[0]?.message}`, 'value-invalid');
    }
  }
}

/** Throws a ValidationError that names the first field of a payment which cannot hold what a write gives it. */
export const checkPaymentValues = (data: Data, isNew: boolean): void =>
  check(data, PAYMENT, isNew ? ['title', 'currency'] : []);

/** `checkPaymentValues` for an instalment. */
export const checkInstalmentValues = (data: Data, isNew: boolean): void =>
  check(data, INSTALMENT, isNew ? ['amount', 'dueDate'] : []);

/** `checkPaymentValues` for an institution; the days of its ladder end up in order, each once. */
export function checkInstitutionValues(data: Data, isNew: boolean): void {
  check(data, INSTITUTION, isNew ? ['name'] : []);
  if (Array.isArray(data.ladder)) data.ladder = [...new Set(data.ladder as number[])].sort((a, b) => a - b);
}

/** `checkPaymentValues` for a customer. */
export const checkCustomerValues = (data: Data, isNew: boolean): void => check(data, CUSTOMER, isNew ? ['name'] : []);

/** `checkPaymentValues` for a contact. */
export const checkContactValues = (data: Data, isNew: boolean): void => check(data, CONTACT, isNew ? ['name'] : []);
