import type { Core } from '@strapi/strapi';
import type { PlanPart } from '../../../contracts/plan';
import type { BusinessCalendar, Convention } from '../../../domain/calendar';
import { parseDecimal } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import type { SchemeId } from '../../../domain/payment-code';
import { createPlan } from '../../../domain/plan';
import type { CodeRules, Plan, PlanInput } from '../../../domain/plan';
import type { Path, Result } from '../../../domain/problem';
import { invalid, valueOf } from '../http/errors';
import type { InstitutionRules } from '../repositories/payment-record';
import { getService } from './get-service';

type Amounts =
  { ok: true; values: MinorUnits[] } | { ok: false; problems: (Result<never> & { ok: false })['problems'] };

/** Reads several decimals, so that every wrong one is named at once. */
function parseAll(currency: CurrencyCode, decimals: ReadonlyArray<readonly [string, Path]>): Amounts {
  const results = decimals.map(([value, path]) => parseDecimal(value, currency, path));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, values: results.flatMap((result) => (result.ok ? [result.value] : [])) };
}

function decimalsOf(part: PlanPart): ReadonlyArray<readonly [string, Path]> {
  const total = [part.total.value, ['total', 'value']] as const;
  if (part.kind === 'single') return [total];
  if (part.kind === 'automatic') return [total, [part.amount, ['amount']]];
  return [total, ...part.instalments.map(({ amount }, index) => [amount, ['instalments', index, 'amount']] as const)];
}

/** A plan part as the domain reads it. Throws a 400 that names every amount that cannot be read. */
export function planInputOf(part: PlanPart, prefix: Path = []): PlanInput {
  const currency = part.total.currency as CurrencyCode;
  const amounts = parseAll(currency, decimalsOf(part));
  if (!amounts.ok) throw invalid(amounts.problems, prefix);
  const [total, ...rest] = amounts.values as [MinorUnits, ...MinorUnits[]];
  const { convention, alreadyPaid } = part;
  const common = {
    currency,
    total,
    ...(convention && { convention }),
    ...(alreadyPaid !== undefined && { alreadyPaid }),
  };
  if (part.kind === 'single') {
    return { kind: 'single', ...common, date: part.date, pinned: part.pinned ?? false };
  }
  if (part.kind === 'automatic') {
    const { count, firstDate, period, endOfMonth = false } = part;
    return { kind: 'automatic', ...common, amount: rest[0] as MinorUnits, count, firstDate, period, endOfMonth };
  }
  return {
    kind: 'manual',
    ...common,
    ...(part.period && { period: part.period }),
    instalments: part.instalments.map(({ date, pinned = false, paymentCode, note }, index) => ({
      amount: rest[index] as MinorUnits,
      date,
      pinned,
      ...(paymentCode && { paymentCode }),
      ...(note && { note }),
    })),
  };
}

/** Makes plans: one piece of code for the preview and for what is saved. */
export const plan = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The rows of a plan.
   *
   * @param institution whose convention is the default, before the office's, and by whose rules instalments have codes of their own
   * @param options.scheme of the payment's own code, which its instalments' follow; else the institution's
   * @param options.prefix where the plan part stands in the request, for the paths of errors
   * @throws a 400 with the repairs where the plan cannot be
   */
  async make(
    part: PlanPart,
    institution: InstitutionRules | null,
    options: { prefix?: Path; calendar?: BusinessCalendar; scheme?: SchemeId } = {},
  ): Promise<Plan> {
    const settings = await getService(strapi, 'settings').get();
    const calendar = options.calendar ?? (await getService(strapi, 'calendar').get());
    const defaultConvention: Convention = institution?.convention ?? settings.convention;
    const today = await getService(strapi, 'clock').today();
    const input = planInputOf(part, options.prefix);
    const codes: CodeRules = {
      scheme: options.scheme ?? institution?.codeScheme ?? 'free',
      scope: institution?.codeScope ?? 'payment',
      singleUse: institution?.singleUseCodes ?? false,
    };
    const context = { calendar, defaultConvention, today, codes };
    return valueOf(createPlan(input, context), options.prefix);
  },
});
