import { payBy } from '../../../../domain/calendar';
import type { Day } from '../../../../domain/day';
import { checkPaymentCode } from '../../../../domain/payment-code';
import type { SchemeId } from '../../../../domain/payment-code';
import type { Shift } from '../../../../domain/plan';
import { outstandingOf } from '../../../../domain/state';
import type { InstalmentRecord, PaymentRecord } from '../../repositories/payment-record';
import { cleanLine } from './clean';
import type { MailContext } from './context';
import type { CodeView, RowView } from './view';

/** An instalment beside the payment it is part of. */
export interface Item {
  readonly payment: PaymentRecord;
  readonly instalment: InstalmentRecord;
}

export const titleOf = ({ state }: PaymentRecord): string => cleanLine(state.title);
export const institutionOf = ({ state }: PaymentRecord): string => cleanLine(state.institution?.name ?? '');
export const customerOf = ({ state }: PaymentRecord): string => cleanLine(state.customer.name);

/** `4/8`; nothing where there is but one. */
export const numberOf = ({ payment, instalment }: Item): string => {
  const { length } = payment.state.instalments;
  return length > 1 ? `${instalment.number}/${length}` : '';
};

export const openInstalments = ({ state }: PaymentRecord): InstalmentRecord[] =>
  state.instalments
    .filter((row) => row.state === 'open')
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.number - b.number));

export const payByOf = (context: MailContext, { payment, instalment }: Item): Day =>
  payBy(instalment.dueDate, payment.institution?.bankDays ?? 0, context.calendar);

/** The same where it is worth telling: earlier than the due date, and not past, since nobody can pay yesterday. */
export function payByToTell(context: MailContext, item: Item): Day | null {
  const by = payByOf(context, item);
  return by < item.instalment.dueDate && by >= context.today ? by : null;
}

export const outstandingText = ({ format }: MailContext, { payment, instalment }: Item): string =>
  format.money(outstandingOf(instalment), payment.state.currency);

interface Code {
  readonly value: string;
  readonly scheme: SchemeId;
}

/** The code an instalment is paid under: its own, else the payment's. */
export function codeOf(payment: PaymentRecord, instalment?: InstalmentRecord): Code | null {
  const own = instalment?.paymentCode;
  if (!own) return payment.state.paymentCode;
  return { value: own, scheme: payment.state.paymentCode?.scheme ?? payment.institution?.codeScheme ?? 'free' };
}

export function codeView({ words }: MailContext, code: Code | null): CodeView | null {
  if (!code) return null;
  const value = cleanLine(code.value);
  const checked = checkPaymentCode(code.value, code.scheme);
  const display = checked.ok ? cleanLine(checked.value.display) : value;
  return { label: words.labels.code, value, display: display === value ? null : display };
}

const shiftText = ({ words, holidayName }: MailContext, { kind, name }: Shift, nominal: Day): string =>
  name ? cleanLine(holidayName(name, nominal)) : words.shifts[kind];

/** Why a due date is not the nominal one, and when to pay where that is earlier than the due date. */
export function dateDetails(context: MailContext, item: Item): string[] {
  const { words, format } = context;
  const { instalment } = item;
  const { shift, nominalDate } = instalment;
  const by = payByToTell(context, item);
  return [
    ...(shift ? [words.movedFrom(format.day(nominalDate), shiftText(context, shift, nominalDate))] : []),
    ...(by ? [words.duePayBy(format.day(by))] : []),
  ];
}

/** An instalment in the table of its payment. */
export function instalmentRow(context: MailContext, item: Item): RowView {
  const { words, format } = context;
  const { payment, instalment } = item;
  const own = instalment.paymentCode ? codeView(context, codeOf(payment, instalment)) : null;
  return {
    day: format.day(instalment.dueDate),
    what: words.instalment(instalment.number, payment.state.instalments.length),
    url: null,
    details: [
      ...dateDetails(context, item),
      ...(own ? [words.codeIs(own.value)] : []),
      ...(instalment.note ? [cleanLine(instalment.note)] : []),
    ],
    amount: outstandingText(context, item),
  };
}

/** An instalment among those of other payments. */
export function digestRow(context: MailContext, item: Item): RowView {
  const { words, format, today } = context;
  const { payment, instalment } = item;
  const code = codeView(context, codeOf(payment, instalment));
  const late = instalment.dueDate < today;
  const by = payByToTell(context, item);
  const day = format.day(instalment.dueDate);
  return {
    day,
    what: [titleOf(payment), numberOf(item)].filter(Boolean).join(', '),
    url: context.links.obligation(payment.documentId),
    details: [
      [customerOf(payment), institutionOf(payment), payment.reference].filter(Boolean).join(' · '),
      code ? words.codeIs(code.value) : words.labels.codeFollows,
      ...(late ? [words.overdueSince(day)] : by ? [words.duePayBy(format.day(by))] : []),
    ],
    amount: outstandingText(context, item),
  };
}
