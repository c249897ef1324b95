import type { Core } from '@strapi/strapi';
import { addedCodeMisuse, codeUseProblems } from '../../../domain/payment-code';
import type { CodePaths, CodesInUse, CodeUse } from '../../../domain/payment-code';
import type { InstalmentRow } from '../../../domain/payment-state';
import type { Path, Problem } from '../../../domain/problem';
import { invalid } from '../http/errors';
import { findCodesInUse, lockCodesOf } from '../repositories/codes-in-use';
import type { InstitutionRules, PaymentRecord } from '../repositories/payment-record';

type Rules = Pick<InstitutionRules, 'id' | 'codeScope' | 'singleUseCodes'>;

const useOf = (institution: Rules | null): CodeUse => ({
  scope: institution?.codeScope ?? 'payment',
  singleUse: institution?.singleUseCodes ?? false,
});

const takenElsewhere = (path: Path): Problem => ({
  code: 'code-used-twice',
  path,
  message: 'This code serves one instalment only, and another payment uses it: use another code',
});

/** Single-use codes of a payment under which another payment of the institution is paid already. */
async function takenProblems(
  strapi: Core.Strapi,
  institution: Rules | null,
  { paymentCode, instalments }: CodesInUse,
  paths: CodePaths,
  payment: number | null,
): Promise<Problem[]> {
  if (!institution?.singleUseCodes) return [];
  const own = instalments.flatMap(({ paymentCode: code }) => (code ? [code] : []));
  const codes = paymentCode === null ? own : [paymentCode, ...own];
  await lockCodesOf(strapi, institution.id);
  const taken = await findCodesInUse(strapi, institution.id, codes, payment);
  const problems = paymentCode !== null && taken.has(paymentCode) ? [takenElsewhere(paths.payment)] : [];
  instalments.forEach(({ paymentCode: code }, index) => {
    if (code && taken.has(code)) problems.push(takenElsewhere(paths.instalment(index)));
  });
  return problems;
}

/** Refuses codes that the institution's rule does not let serve these instalments, or that another payment has used. */
export async function refuseMisusedCodes(
  strapi: Core.Strapi,
  institution: Rules | null,
  codes: CodesInUse,
  paths: CodePaths,
  payment: number | null = null,
): Promise<void> {
  const problems = codeUseProblems(codes, useOf(institution), paths);
  if (problems.length === 0) problems.push(...(await takenProblems(strapi, institution, codes, paths, payment)));
  if (problems.length > 0) throw invalid(problems);
}

/**
 * Refuses an edit of the plan that adds a misuse.
 *
 * @param code the one that staff wrote, where they wrote one
 */
export async function refuseNewMisuse(
  strapi: Core.Strapi,
  { id, institution, state }: PaymentRecord,
  rows: ReadonlyArray<InstalmentRow>,
  code: string | null,
): Promise<void> {
  const path = ['paymentCode'];
  const codes = (instalments: CodesInUse['instalments']): CodesInUse => {
    return { paymentCode: state.paymentCode?.value ?? null, instalments };
  };
  const problems = addedCodeMisuse(codes(state.instalments), codes(rows), useOf(institution), path);
  if (problems.length > 0) throw invalid(problems);
  const written = { paymentCode: code, instalments: [] };
  const taken = await takenProblems(strapi, institution, written, { payment: path, instalment: () => path }, id);
  if (taken.length > 0) throw invalid(taken);
}
