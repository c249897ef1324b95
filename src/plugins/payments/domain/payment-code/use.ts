import type { Path, Problem } from '../problem';

/** What an institution books its codes by. */
export interface CodeUse {
  /** One code for the whole payment, or one for each instalment. */
  scope: 'payment' | 'instalment';
  /** A code serves one instalment and no other. */
  singleUse: boolean;
}

/** The codes of a payment: its own, which holds where an instalment has none, and the instalments'. */
export interface CodesInUse {
  paymentCode: string | null;
  instalments: ReadonlyArray<{ paymentCode?: string | null; state?: 'open' | 'paid' | 'cancelled' }>;
}

/** Where the request names the payment's code, and the code of an instalment by its index. */
export interface CodePaths {
  payment: Path;
  instalment: (index: number) => Path;
}

/**
 * What the institution's rule has against these codes, once they are normalised. The payment's own code counts for every
 * instalment without one; cancelled instalments pay nothing under any.
 */
export function codeUseProblems({ paymentCode, instalments }: CodesInUse, use: CodeUse, paths: CodePaths): Problem[] {
  const paying = instalments.filter(isPaying);
  const sharing = paying.filter((row) => !row.paymentCode).length;
  if (paymentCode !== null && use.scope === 'instalment' && paying.length > 1) return [perInstalment(paths.payment)];
  if (!use.singleUse) return [];
  const problems: Problem[] = [];
  if (paymentCode !== null && sharing > 1) problems.push(usedTwice(paths.payment));
  const seen = new Set(paymentCode !== null && sharing > 0 ? [paymentCode] : []);
  instalments.forEach(({ paymentCode: own, state }, index) => {
    if (!own || state === 'cancelled') return;
    if (seen.has(own)) problems.push(usedTwice(paths.instalment(index)));
    seen.add(own);
  });
  return problems;
}

/**
 * What an edit of the plan adds to what the rule has against its codes. A misuse that was there before, from a rule that came
 * later, stands in no edit's way, so that staff can mend one code after the other.
 */
export function addedCodeMisuse(before: CodesInUse, after: CodesInUse, use: CodeUse, path: Path): Problem[] {
  const isShared = ({ paymentCode, instalments }: CodesInUse) =>
    paymentCode !== null && instalments.filter(isPaying).length > 1;
  if (use.scope === 'instalment' && isShared(after) && !isShared(before)) return [perInstalment(path)];
  if (!use.singleUse) return [];
  const earlier = usesByCode(before);
  const isWorse = [...usesByCode(after)].some(([code, uses]) => uses > 1 && uses > (earlier.get(code) ?? 0));
  return isWorse ? [usedTwice(path)] : [];
}

/** How many instalments are paid under each code. */
function usesByCode({ paymentCode, instalments }: CodesInUse): Map<string, number> {
  const uses = new Map<string, number>();
  for (const row of instalments.filter(isPaying)) {
    const code = row.paymentCode || paymentCode;
    if (code) uses.set(code, (uses.get(code) ?? 0) + 1);
  }
  return uses;
}

function isPaying({ state }: CodesInUse['instalments'][number]): boolean {
  return state !== 'cancelled';
}

function perInstalment(path: Path): Problem {
  const message = 'This institution issues a code for each instalment: write it on the instalment, and none here';
  return { code: 'code-per-instalment', path, message };
}

function usedTwice(path: Path): Problem {
  return {
    code: 'code-used-twice',
    path,
    message: 'This institution’s codes serve one instalment each: use another code',
  };
}
