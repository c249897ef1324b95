import type { SettlementCandidate, SettlementLine } from '../../../../contracts/settlements';
import type { SettlementsBody } from '../../services/settlements';

/** What staff decided of a line: to take it, and, where several would do, for which instalment. */
export interface Choice {
  readonly taken: boolean;
  readonly instalment: string | null;
}

/** A line that can only be about one thing is taken unless staff say otherwise; all others wait for them. */
export const choiceOf = (line: SettlementLine, decided: ReadonlyMap<number, Choice>): Choice =>
  decided.get(line.line) ?? { taken: line.status === 'matched', instalment: null };

/** Whether a line can be taken at all as it is decided now. */
export const canTake = ({ shares, candidates }: SettlementLine, { instalment }: Choice): boolean =>
  shares.length > 0 || candidates.some(({ documentId }) => documentId === instalment);

const lesser = (a: string, b: string): string => (Number(a) <= Number(b) ? a : b);

/** What would be marked as paid of which instalment; of one that staff chose no more than is outstanding. */
export function sharesOf(
  line: SettlementLine,
  { instalment }: Choice,
): { candidate: SettlementCandidate; amount: string }[] {
  const byId = new Map(line.candidates.map((candidate) => [candidate.documentId, candidate]));
  const chosen = instalment === null ? undefined : byId.get(instalment);
  if (chosen) {
    const { value } = chosen.outstanding;
    return [{ candidate: chosen, amount: line.amount ? lesser(line.amount.value, value) : value }];
  }
  return line.shares.flatMap(({ documentId, amount }) => {
    const candidate = byId.get(documentId);
    return candidate ? [{ candidate, amount: amount.value }] : [];
  });
}

/** What is sent: every taken line, on its own day or on the one for all. */
export function settlementsOf(
  lines: readonly SettlementLine[],
  decided: ReadonlyMap<number, Choice>,
  day: string,
): SettlementsBody['settlements'] {
  return lines.flatMap((line) => {
    const choice = choiceOf(line, decided);
    if (!choice.taken) return [];
    return sharesOf(line, choice).map(({ candidate, amount }) => ({
      instalment: candidate.documentId,
      revision: candidate.payment.revision,
      amount,
      paidOn: line.paidOn ?? day,
    }));
  });
}
