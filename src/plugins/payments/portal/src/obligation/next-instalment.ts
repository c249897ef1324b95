import type { Obligation, ObligationInstalment } from '../../../client/src';

const payable: ReadonlySet<ObligationInstalment['state']> = new Set(['overdue', 'approaching', 'upcoming']);

/** The unpaid instalment that is due first; one that was reported waits for the office and is passed over. */
export const nextInstalment = ({ instalments }: Obligation): ObligationInstalment | null =>
  instalments
    .filter(({ state }) => payable.has(state))
    .reduce<ObligationInstalment | null>(
      (first, instalment) => (first !== null && first.dueDate <= instalment.dueDate ? first : instalment),
      null,
    );
