import { checkPaymentCode, codeUseProblems } from '../../../domain/payment-code';
import type { CodeUse, SchemeId } from '../../../domain/payment-code';
import type { FieldProblem } from '../services/failure';
import type { ManualRowDraft, PlanDraft } from './draft';

/** By which rules the codes of typed rows are judged: the payment's scheme, else the institution's, and what a code serves. */
export interface RowCodeRules extends CodeUse {
  scheme: SchemeId;
}

const pathOf = (index: number) => ['instalments', index, 'paymentCode'] as const;

const shown = ({
  code,
  path,
  message,
  params,
}: {
  code: string;
  path: readonly (string | number)[];
  message: string;
  params?: object;
}): FieldProblem => ({
  path: path.join('.'),
  code,
  message,
  params: { ...params },
});

/**
 * What is wrong with the codes of the rows, as the server would say it, by the rows' places. The preview is asked for without them: a code that is
 * half typed takes no row away.
 */
export const rowCodeProblems = (
  { kind, rows }: Pick<PlanDraft, 'kind' | 'rows'>,
  rules: RowCodeRules,
): FieldProblem[] => {
  if (kind !== 'manual') return [];
  const { scheme, ...use } = rules;
  const checked = rows.map(({ paymentCode }: ManualRowDraft, index) =>
    paymentCode.trim() === '' ? null : checkPaymentCode(paymentCode, scheme, pathOf(index)),
  );
  const unreadable = checked.flatMap((code) => (code && !code.ok ? code.problems : []));
  if (unreadable.length > 0) return unreadable.map(shown);
  const instalments = checked.map((code) => ({ paymentCode: code?.ok ? code.value.value : null }));
  return codeUseProblems({ paymentCode: null, instalments }, use, {
    payment: [],
    instalment: (index) => [...pathOf(index)],
  }).map(shown);
};
