import type { Change, ChangeValue } from '../../../../domain/diff';
import { isDay } from '../../../../domain/day';
import type { Day } from '../../../../domain/day';
import type { PaymentRecord } from '../../repositories/payment-record';
import { cleanLine } from './clean';
import { frame, referencesOf } from './context';
import type { MailContext } from './context';
import { buttonTo, reminderBlock } from './payments-mail';
import { customerOf, institutionOf, openInstalments, titleOf } from './pieces';
import { emptyBlock } from './view';
import type { BlockView, ChangeView, MailView } from './view';

/** How many changes a mail lists of one payment before it says "and so many more". */
const MOST_CHANGES = 40;

/** How many payments a mail lists before it says the same. */
const MOST_PAYMENTS = 40;

/** A payment with what was edited of it within the window, and why. */
export interface Edited {
  readonly payment: PaymentRecord;
  readonly changes: readonly Change[];
  readonly reasons: readonly string[];
}

/** What was edited within the window, old → new, and, of one payment, what is to be paid next. */
export function updatedMail(context: MailContext, edited: readonly Edited[]): MailView {
  const [{ payment }] = edited as [Edited];
  const several = edited.length > 1;
  const values = {
    title: titleOf(payment),
    customer: customerOf(payment),
    institution: institutionOf(payment),
    count: String(edited.length),
    reference: referencesOf(edited.map((each) => each.payment.reference ?? '')),
  };
  return {
    ...frame(context, 'updated', several, values),
    blocks: several ? severalBlocks(context, edited) : oneBlocks(context, edited[0] as Edited),
    button: buttonTo(
      context,
      edited.map((each) => each.payment),
    ),
  };
}

function oneBlocks(context: MailContext, edited: Edited): BlockView[] {
  const { payment, reasons } = edited;
  const changed = { ...changedBlock(context, edited), facts: reasonFacts(context, reasons) };
  const [next] = openInstalments(payment);
  if (!next) return [changed];
  const upcoming = reminderBlock(context, { payment, instalment: next });
  return [changed, { ...upcoming, title: context.words.labels.nextInstalment, url: null }];
}

/** What all have in common, such as a decree, is said once, above them. */
function severalBlocks(context: MailContext, edited: readonly Edited[]): BlockView[] {
  const { words } = context;
  const left = edited.length - MOST_PAYMENTS;
  const reasons = [...new Set(edited.flatMap((each) => each.reasons))];
  const common = reasons.filter((reason) => edited.every((each) => each.reasons.includes(reason)));
  const blocks = edited.slice(0, MOST_PAYMENTS).map((each): BlockView => {
    const { payment } = each;
    const facts = [
      { label: words.labels.customer, value: customerOf(payment) },
      { label: words.labels.institution, value: institutionOf(payment) },
      { label: words.labels.reference, value: payment.reference ?? '' },
    ].filter(({ value }) => value !== '');
    const own = each.reasons.filter((reason) => !common.includes(reason));
    return { ...changedBlock(context, each), facts: [...facts, ...reasonFacts(context, own)] };
  });
  return [
    ...(common.length > 0 ? [{ ...emptyBlock, facts: reasonFacts(context, common) }] : []),
    ...blocks,
    ...(left > 0 ? [{ ...emptyBlock, more: words.more(left) }] : []),
  ];
}

const reasonFacts = ({ words }: MailContext, reasons: readonly string[]) =>
  reasons.map((reason) => ({ label: words.labels.reason, value: cleanLine(reason) }));

function changedBlock(context: MailContext, { payment, changes }: Edited): BlockView {
  const { words, links } = context;
  const shown = changes.filter(({ field }) => field in words.fields && field !== 'paymentCodeScheme');
  const told = shown.length > 0 ? shown : changes;
  return {
    ...emptyBlock,
    title: titleOf(payment),
    url: links.obligation(payment.documentId),
    changes: told.slice(0, MOST_CHANGES).map((change) => changeView(context, payment, change)),
    more: told.length > MOST_CHANGES ? words.more(told.length - MOST_CHANGES) : null,
  };
}
function changeView(context: MailContext, payment: PaymentRecord, change: Change): ChangeView {
  const { words } = context;
  const field = words.fields[change.field] ?? change.field;
  const { length } = payment.state.instalments;
  const isRow = change.number !== undefined && length > 1;
  return {
    what: isRow ? `${words.instalment(change.number as number, length)}: ${field}` : field,
    before: valueText(context, payment, change, change.before),
    after: valueText(context, payment, change, change.after),
  };
}

const MONEY = new Set(['total', 'amount', 'paid']);

function valueText(context: MailContext, payment: PaymentRecord, change: Change, value: ChangeValue): string {
  const { words, format } = context;
  const { field } = change;
  if (value === null || value === '') return words.nothing;
  const text = String(value);
  if (MONEY.has(field)) return format.decimal(text, payment.state.currency);
  if (field === 'state')
    return Object.hasOwn(words.states, text) ? words.states[text as keyof typeof words.states] : text;
  if (field === 'shift')
    return Object.hasOwn(words.shifts, text)
      ? words.shifts[text as keyof typeof words.shifts]
      : cleanLine(context.holidayName(text, nearOf(context, payment, change)));
  return isDay(text) ? format.day(text) : cleanLine(text);
}

/** A day of the year in which a closed day moved an instalment. */
const nearOf = ({ today }: MailContext, { state }: PaymentRecord, { of }: Change): Day =>
  state.instalments.find(({ documentId }) => documentId === of)?.nominalDate ?? today;
