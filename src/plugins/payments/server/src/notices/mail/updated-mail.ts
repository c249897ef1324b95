import type { Change, ChangeValue } from '../../../../domain/diff';
import { isDay } from '../../../../domain/day';
import type { PaymentRecord } from '../../repositories/payment-record';
import { cleanLine } from './clean';
import { frame } from './context';
import type { MailContext } from './context';
import { reminderBlock } from './payments-mail';
import { customerOf, institutionOf, openInstalments, titleOf } from './pieces';
import { emptyBlock } from './view';
import type { ChangeView, MailView } from './view';

/** How many changes a mail lists before it says "and so many more". */
const MOST_CHANGES = 40;

/** What was edited within the window, old → new, and what is to be paid next. */
export function updatedMail(context: MailContext, payment: PaymentRecord, changes: readonly Change[]): MailView {
  const { words, links } = context;
  const shown = changes.filter(({ field }) => field in words.fields && field !== 'paymentCodeScheme');
  const told = shown.length > 0 ? shown : changes;
  const values = {
    title: titleOf(payment),
    customer: customerOf(payment),
    institution: institutionOf(payment),
    reference: payment.reference ?? '',
  };
  const changed = {
    ...emptyBlock,
    title: titleOf(payment),
    url: links.obligation(payment.documentId),
    changes: told.slice(0, MOST_CHANGES).map((change) => changeView(context, payment, change)),
    more: told.length > MOST_CHANGES ? words.more(told.length - MOST_CHANGES) : null,
  };
  const [next] = openInstalments(payment);
  const upcoming = next && {
    ...reminderBlock(context, { payment, instalment: next }),
    title: words.labels.nextInstalment,
    url: null,
  };
  return {
    ...frame(context, 'updated', false, values),
    blocks: upcoming ? [changed, upcoming] : [changed],
    button: { label: words.buttons.obligation, url: links.obligation(payment.documentId) },
  };
}

function changeView(context: MailContext, payment: PaymentRecord, change: Change): ChangeView {
  const { words } = context;
  const field = words.fields[change.field] ?? change.field;
  const { length } = payment.state.instalments;
  const isRow = change.number !== undefined && length > 1;
  return {
    what: isRow ? `${words.instalment(change.number as number, length)}: ${field}` : field,
    before: valueText(context, payment, change.field, change.before),
    after: valueText(context, payment, change.field, change.after),
  };
}

const MONEY = new Set(['total', 'amount', 'paid']);

function valueText({ words, format }: MailContext, payment: PaymentRecord, field: string, value: ChangeValue): string {
  if (value === null || value === '') return words.nothing;
  const text = String(value);
  if (MONEY.has(field)) return format.decimal(text, payment.state.currency);
  if (field === 'state')
    return Object.hasOwn(words.states, text) ? words.states[text as keyof typeof words.states] : text;
  if (field === 'shift')
    return Object.hasOwn(words.shifts, text) ? words.shifts[text as keyof typeof words.shifts] : cleanLine(text);
  return isDay(text) ? format.day(text) : cleanLine(text);
}
