import type { Day } from '../../../../domain/day';
import { minor } from '../../../../domain/money';
import { outstandingOf } from '../../../../domain/state';
import type { PaymentRecord } from '../../repositories/payment-record';
import { cleanLine, cleanText } from './clean';
import { frame, referencesOf } from './context';
import type { MailContext } from './context';
import {
  codeOf,
  codeView,
  customerOf,
  dateDetails,
  digestRow,
  institutionOf,
  instalmentRow,
  numberOf,
  openInstalments,
  outstandingText,
  payByOf,
  payByToTell,
  titleOf,
} from './pieces';
import type { Item } from './pieces';
import { emptyBlock } from './view';
import type { BlockView, FactView, MailView } from './view';

/** How many instalments a mail lists before it says "and so many more". */
const MOST_ROWS = 24;

/** One or several payments that were registered, each with an open instalment. */
export function registeredMail(context: MailContext, payments: readonly PaymentRecord[]): MailView {
  const first = [...payments].sort((a, b) => (firstDue(a) < firstDue(b) ? -1 : 1))[0] as PaymentRecord;
  const values = {
    title: titleOf(first),
    total: outstandingOfPayment(context, first),
    ...firstDueOf(context, first),
    institution: institutionOf(first),
    customer: customerOf(first),
    count: String(payments.length),
    reference: referencesOf(payments.map(({ reference }) => reference ?? '')),
  };
  return {
    ...frame(context, 'registered', payments.length > 1, values),
    blocks: payments.map((payment) => paymentBlock(context, payment)),
    button: buttonTo(context, payments),
  };
}

/** When a payment is first due, and which instalment that is. */
function firstDueOf({ format }: MailContext, payment: PaymentRecord): { dueDate?: string; number?: string } {
  const [next] = openInstalments(payment);
  return next ? { dueDate: format.day(next.dueDate), number: numberOf({ payment, instalment: next }) } : {};
}

const firstDue = (payment: PaymentRecord): string => openInstalments(payment)[0]?.dueDate ?? '9999';

/** What is asked for: less than the total where a running plan was taken over. */
function outstandingOfPayment({ format }: MailContext, payment: PaymentRecord): string {
  const open = openInstalments(payment).reduce((sum, row) => sum + outstandingOf(row), 0);
  return format.money(minor(open), payment.state.currency);
}

/** The total, and, where a part of it is paid already, what is outstanding: neither is taken for the other. */
function sumFacts(context: MailContext, payment: PaymentRecord): FactView[] {
  const { words, format } = context;
  const owed = payment.state.instalments.filter(({ state }) => state !== 'cancelled');
  const total = format.money(minor(owed.reduce((sum, { amount }) => sum + amount, 0)), payment.state.currency);
  const outstanding = outstandingOfPayment(context, payment);
  return [fact(words.labels.total, total), fact(words.labels.outstanding, outstanding === total ? '' : outstanding)];
}

/** To the one payment, or to all where a mail is about several. */
export function buttonTo(context: MailContext, payments: readonly PaymentRecord[]): MailView['button'] {
  const { words, links } = context;
  const [only, another] = new Set(payments.map(({ documentId }) => documentId));
  if (only === undefined) return null;
  if (another !== undefined) return { label: words.buttons.all, url: links.all };
  return { label: words.buttons.obligation, url: links.obligation(only) };
}

function paymentBlock(context: MailContext, payment: PaymentRecord): BlockView {
  const { words, links } = context;
  const open = openInstalments(payment);
  const code = codeView(context, codeOf(payment, open.length === 1 ? open[0] : undefined));
  const single = payment.state.instalments.length === 1;
  const ownCodes = open.every(({ paymentCode }) => paymentCode !== null);
  return {
    ...emptyBlock,
    title: titleOf(payment),
    url: links.obligation(payment.documentId),
    facts: paymentFacts(context, payment),
    paragraphs: [
      ...cleanText(payment.state.description ?? ''),
      ...(code === null && !ownCodes ? [words.labels.codeFollows] : []),
    ],
    code,
    rows: single ? [] : open.slice(0, MOST_ROWS).map((instalment) => instalmentRow(context, { payment, instalment })),
    more: !single && open.length > MOST_ROWS ? words.more(open.length - MOST_ROWS) : null,
  };
}

function paymentFacts(context: MailContext, payment: PaymentRecord): FactView[] {
  const { words } = context;
  const [next] = openInstalments(payment);
  const item = next && { payment, instalment: next };
  const details = item && payment.state.instalments.length === 1 ? dateDetails(context, item) : [];
  const { dueDate, number } = firstDueOf(context, payment);
  const due = [number ? `${dueDate} (${number})` : dueDate, ...details].filter(Boolean).join(' · ');
  return [
    fact(words.labels.institution, institutionOf(payment)),
    fact(words.labels.customer, customerOf(payment)),
    ...sumFacts(context, payment),
    fact(words.labels.dueDate, due),
    fact(words.labels.reference, payment.reference ?? ''),
  ].filter(({ value }) => value !== '');
}

const fact = (label: string, value: string): FactView => ({ label, value });

/** One or several instalments that are due soon, or, overdue, not confirmed as paid; oldest first. */
export function remindersMail(context: MailContext, kind: 'reminder' | 'overdue', unsorted: readonly Item[]): MailView {
  const items = [...unsorted].sort((a, b) =>
    a.instalment.dueDate < b.instalment.dueDate ? -1 : a.instalment.dueDate > b.instalment.dueDate ? 1 : 0,
  );
  const first = items[0] as Item;
  const { payment, instalment } = first;
  const values = {
    title: titleOf(payment),
    number: numberOf(first),
    amount: outstandingText(context, first),
    dueDate: context.format.day(instalment.dueDate),
    // Who is late for the bank pays today.
    payBy: context.format.day(laterOf(payByOf(context, first), context.today)),
    institution: institutionOf(payment),
    customer: customerOf(payment),
    count: String(items.length),
    reference: referencesOf(items.map((item) => item.payment.reference ?? '')),
  };
  const digest = { ...emptyBlock, rows: items.map((item) => digestRow(context, item)) };
  return {
    ...frame(context, kind, items.length > 1, values),
    blocks: [items.length > 1 ? digest : reminderBlock(context, first)],
    button: buttonTo(
      context,
      items.map((item) => item.payment),
    ),
  };
}

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);

/** One instalment with all that paying it takes. */
export function reminderBlock(context: MailContext, item: Item): BlockView {
  const { words, format, links } = context;
  const { payment, instalment } = item;
  const by = payByToTell(context, item);
  const code = codeView(context, codeOf(payment, instalment));
  return {
    ...emptyBlock,
    title: [titleOf(payment), numberOf(item)].filter(Boolean).join(', '),
    url: links.obligation(payment.documentId),
    facts: [
      fact(words.labels.outstanding, outstandingText(context, item)),
      fact(words.labels.dueDate, format.day(instalment.dueDate)),
      fact(words.labels.payBy, by ? format.day(by) : ''),
      fact(words.labels.institution, institutionOf(payment)),
      fact(words.labels.customer, customerOf(payment)),
      fact(words.labels.reference, payment.reference ?? ''),
    ].filter(({ value }) => value !== ''),
    paragraphs: [...(instalment.note ? [cleanLine(instalment.note)] : []), ...(code ? [] : [words.labels.codeFollows])],
    code,
  };
}
