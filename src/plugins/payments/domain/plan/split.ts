import { minor, toDecimal, toEnglish, wholeTimes } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import { ok, refuse } from '../problem';
import type { Problem, Repair, Result } from '../problem';
import { MAX_INSTALMENTS } from './types';

/** A total as `count` instalments of `amount`, the last of which takes what is left. */
export interface Split {
  total: MinorUnits;
  amount: MinorUnits;
  count: number;
}

/** What the last instalment must bear; negative where the others already exceed the total. */
export function lastAmount({ total, amount, count }: Split): number {
  return total - amount * (count - 1);
}

/**
 * The last instalment is more than zero and exceeds the others by less than one minor unit per instalment, which is all
 * that dividing a total can leave. Products beyond 2^53 are rounded, but never below the total, so no comparison errs.
 */
function addsUp(split: Split): boolean {
  const last = lastAmount(split);
  return last >= 1 && last - split.amount < split.count;
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MAX_INSTALMENTS;
}

/** ⌊total ÷ count⌋, or null where nothing would be left for some instalment. */
function amountFor(total: MinorUnits, count: number): MinorUnits | null {
  const amount = wholeTimes(total, count);
  return amount >= 1 ? minor(amount) : null;
}

/** ⌈total ÷ amount⌉, or null where that is more instalments than a plan may have. */
function countFor(total: MinorUnits, amount: MinorUnits): number | null {
  const count = wholeTimes(total, amount) + (total % amount === 0 ? 0 : 1);
  return isCount(count) ? count : null;
}

/** The amounts of an automatic plan, or what is wrong with the three numbers, and what would mend each. */
export function splitTotal(split: Split, currency: CurrencyCode): Result<MinorUnits[]> {
  const problems = unusable(split, currency);
  if (problems.length > 0) return refuse(...problems);
  if (!addsUp(split)) return refuse(impossible(split, currency));
  const amounts = new Array<MinorUnits>(split.count).fill(split.amount);
  amounts[split.count - 1] = minor(lastAmount(split));
  return ok(amounts);
}

/** Each number by itself; a repair is offered where the other two can say what it should be. */
function unusable({ total, amount, count }: Split, currency: CurrencyCode): Problem[] {
  const problems: Problem[] = [];
  if (total < 1) {
    problems.push({ code: 'total-not-positive', path: ['total'], message: 'The total must be more than zero' });
  }
  if (amount < 1) {
    const better = total >= 1 && isCount(count) ? amountFor(total, count) : null;
    const message = `The amount must be more than zero${better ? `: use ${toEnglish(better, currency)}` : ''}`;
    const repairs = better ? [{ amount: toDecimal(better, currency) }] : [];
    problems.push({ code: 'amount-not-positive', path: ['amount'], message, repairs });
  }
  if (!isCount(count)) {
    const better = total >= 1 && amount >= 1 ? countFor(total, amount) : null;
    const message = `The number of instalments must be from 1 to ${MAX_INSTALMENTS}${better ? `: use ${better}` : ''}`;
    const repairs = better ? [{ count: better }] : [];
    problems.push({ code: 'count-invalid', path: ['count'], message, params: { most: MAX_INSTALMENTS }, repairs });
  }
  return problems;
}

function impossible(split: Split, currency: CurrencyCode): Problem {
  const { total, amount, count } = split;
  const { repairs, advice } = mend(split, currency);
  const params = { count, amount: toDecimal(amount, currency), total: toDecimal(total, currency) };
  const product = `${count} × ${toEnglish(amount, currency)}`;
  if (lastAmount(split) < 1) {
    const message = `${product} leaves nothing of ${toEnglish(total, currency)} for the last: use ${advice}`;
    return { code: 'count-too-large', path: ['count'], message, params, repairs };
  }
  const left = minor(lastAmount(split) - amount);
  const message = `${product} leaves ${toEnglish(left, currency)} of ${toEnglish(total, currency)}: use ${advice}`;
  return {
    code: 'count-too-small',
    path: ['count'],
    message,
    params: { ...params, left: toDecimal(left, currency) },
    repairs,
  };
}

/** The count that fits the amount and the amount that fits the count; at least one of them exists. */
function mend({ total, amount, count }: Split, currency: CurrencyCode): { repairs: Repair[]; advice: string } {
  const repairs: Repair[] = [];
  const advice: string[] = [];
  const betterCount = countFor(total, amount);
  if (betterCount !== null) {
    repairs.push({ count: betterCount });
    advice.push(betterCount === 1 ? '1 instalment' : `${betterCount} instalments`);
  }
  const betterAmount = amountFor(total, count);
  if (betterAmount !== null) {
    repairs.push({ amount: toDecimal(betterAmount, currency) });
    advice.push(`${toEnglish(betterAmount, currency)} each`);
  }
  return { repairs, advice: advice.join(', or ') };
}

export type Proposal = { field: 'total' | 'amount'; value: MinorUnits } | { field: 'count'; value: number };

/**
 * Filling two of total, amount and number proposes the third. Null where not exactly two are known, or where they leave
 * the third no possible value.
 */
export function proposeThird(known: { total?: MinorUnits; amount?: MinorUnits; count?: number }): Proposal | null {
  const { total, amount, count } = known;
  if ([total, amount].some((value) => value !== undefined && value < 1)) return null;
  if (count !== undefined && !isCount(count)) return null;
  if (total !== undefined && amount !== undefined && count === undefined) {
    const proposed = countFor(total, amount);
    return proposed === null ? null : { field: 'count', value: proposed };
  }
  if (total !== undefined && count !== undefined && amount === undefined) {
    const proposed = amountFor(total, count);
    return proposed === null ? null : { field: 'amount', value: proposed };
  }
  if (amount !== undefined && count !== undefined && total === undefined) {
    return Number.isSafeInteger(amount * count) ? { field: 'total', value: minor(amount * count) } : null;
  }
  return null;
}
