import type { Obligation, ObligationInstalment } from '../../../client/src';

/** One field of an obligation, before and after, as the history tells it too. */
export type Change = Obligation['history'][number]['changes'][number];

type Field = [field: string, value: string | null];

/** What turns overdue by the passing of a night was changed by nobody, and what is reported by the reader. */
const storedState = (state: string): string =>
  ['overdue', 'approaching', 'upcoming', 'reported'].includes(state) ? 'open' : state;

const obligationFields = (obligation: Obligation): Field[] => [
  ['customer', obligation.customer.name],
  ['institution', obligation.institution?.name ?? null],
  ['title', obligation.title],
  ['description', obligation.description],
  ['total', obligation.total.value],
  ['paymentCode', obligation.paymentCode?.display ?? null],
  ['state', storedState(obligation.state)],
];

/** An instalment's own code; one that it only takes over from its obligation is told once, there. */
const ownCode = ({ paymentCode }: ObligationInstalment, obligation: Obligation): string | null =>
  paymentCode?.value === obligation.paymentCode?.value ? null : (paymentCode?.display ?? null);

const instalmentFields = (instalment: ObligationInstalment, obligation: Obligation): Field[] => [
  ['amount', instalment.amount.value],
  ['dueDate', instalment.dueDate],
  ['paid', instalment.paid.value],
  ['state', storedState(instalment.state)],
  ['paymentCode', ownCode(instalment, obligation)],
  ['note', instalment.note],
  // Acceptance shows as a payment; only a refusal is news of its own.
  ['receipt', instalment.receipt?.state === 'rejected' ? 'rejected' : null],
];

const compare = (before: Field[], after: Field[], about: Pick<Change, 'number' | 'of'> = {}): Change[] => {
  const earlier = new Map(before);
  return after
    .filter(([field, value]) => earlier.get(field) !== value)
    .map(([field, value]) => ({ ...about, field, before: earlier.get(field) ?? null, after: value }));
};

/** A payment in full is told by the state; the amount paid would only say it again. */
const withoutEcho = (changes: Change[]): Change[] =>
  changes.some(({ field, after }) => field === 'state' && after === 'paid')
    ? changes.filter(({ field }) => field !== 'paid')
    : changes;

const compareInstalments = (before: Obligation, after: Obligation): Change[] => {
  const earlier = new Map(before.instalments.map((instalment) => [instalment.documentId, instalment]));
  const kept = new Set(after.instalments.map(({ documentId }) => documentId));
  const changed = after.instalments.flatMap((instalment) => {
    const { documentId: of, number, amount, dueDate } = instalment;
    const known = earlier.get(of);
    if (known)
      return withoutEcho(compare(instalmentFields(known, before), instalmentFields(instalment, after), { number, of }));
    return [
      { of, number, field: 'amount', before: null, after: amount.value },
      { of, number, field: 'dueDate', before: null, after: dueDate },
    ];
  });
  const removed = before.instalments
    .filter(({ documentId }) => !kept.has(documentId))
    .map(({ documentId: of, number, amount }) => ({ of, number, field: 'amount', before: amount.value, after: null }));
  return [...changed, ...removed];
};

const compareAttachments = (before: Obligation, after: Obligation): Change[] => {
  const has = ({ attachments }: Obligation, id: string): boolean => attachments.some((file) => file.id === id);
  const added = after.attachments.filter(({ id }) => !has(before, id));
  const removed = before.attachments.filter(({ id }) => !has(after, id));
  return [
    ...added.map(({ id, name }) => ({ field: 'attachments', of: id, before: null, after: name })),
    ...removed.map(({ id, name }) => ({ field: 'attachments', of: id, before: name, after: null })),
  ];
};

/** What a reader who saw `before` has to know about `after`. */
export const differenceOf = (before: Obligation, after: Obligation): Change[] => [
  ...compare(obligationFields(before), obligationFields(after)),
  ...compareInstalments(before, after),
  ...compareAttachments(before, after),
];
