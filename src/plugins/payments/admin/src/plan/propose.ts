import { proposeThird } from '../../../domain/plan';
import type { Proposal } from '../../../domain/plan';
import type { PlanDraft, ProposedField } from './draft';
import type { Reader } from './reader';

const FIELDS: readonly ProposedField[] = ['total', 'amount', 'count'];

const knownOf = (draft: PlanDraft, reader: Reader, without: ProposedField) => {
  const amountOf = (field: 'total' | 'amount') => {
    const amount = field === without ? undefined : reader.amount(draft[field], draft.currency);
    return amount?.ok ? { [field]: amount.value } : {};
  };
  const count = /^\d{1,6}$/.test(draft.count.trim()) && without !== 'count' ? { count: Number(draft.count) } : {};
  return { ...amountOf('total'), ...amountOf('amount'), ...count };
};

const written = (proposal: Proposal, draft: PlanDraft, reader: Reader): string =>
  proposal.field === 'count' ? String(proposal.value) : reader.writeAmount(proposal.value, draft.currency);

/** The field that may be filled: the one proposed before, or the only one that is empty. */
const openField = (draft: PlanDraft): ProposedField | undefined => {
  if (draft.proposed) return draft.proposed;
  const empty = FIELDS.filter((field) => draft[field].trim() === '');
  return empty.length === 1 ? empty[0] : undefined;
};

/** One of the three was typed into: it is one's own now, and the third follows before the next field is reached. */
export const typedInto = (draft: PlanDraft, field: ProposedField, text: string, reader: Reader): PlanDraft =>
  withThird({ ...draft, [field]: text, proposed: draft.proposed === field ? null : draft.proposed }, field, reader);

/**
 * After total, amount or number was filled in: the third, where the other two are known. What staff typed is never
 * overwritten; what the form proposed follows the other two until somebody types into it.
 */
export const withThird = (draft: PlanDraft, edited: ProposedField, reader: Reader): PlanDraft => {
  const field = openField(draft);
  if (draft.kind !== 'automatic' || !field || field === edited) return draft;
  const proposal = proposeThird(knownOf(draft, reader, field));
  // a proposal made before is not one for what is typed now
  if (proposal?.field !== field) return draft.proposed ? { ...draft, [field]: '', proposed: null } : draft;
  return { ...draft, [field]: written(proposal, draft, reader), proposed: field };
};
