import type { Convention, PlanDraft } from '../../plan/draft';
import type { Reader } from '../../plan/reader';
import type { Failure, FieldProblem } from '../../services/failure';

/** What the fields of a plan need of the form that they stand in: creating a payment, or planning its rest anew. */
export interface PlanForm {
  plan: PlanDraft;
  changePlan: (change: (before: PlanDraft) => PlanDraft) => void;
  planProblem: (path: string) => FieldProblem | undefined;
  reader: Reader;
  /** The convention that holds where none is chosen. */
  fallbackConvention: Convention;
  /** Why no plan can be made of what is typed, with what would mend it. */
  refused: Failure | null;
}
