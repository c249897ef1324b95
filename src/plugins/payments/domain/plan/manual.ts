import type { BusinessCalendar, Convention } from '../calendar';
import { minor, toDecimal, toEnglish } from '../money';
import type { CurrencyCode } from '../money';
import { ok, refuse } from '../problem';
import type { Problem, Result } from '../problem';
import { placeTypedDate } from './single';
import { MAX_INSTALMENTS } from './types';
import type { ManualPlanInput, ManualRow, PlannedInstalment } from './types';

/** Rows as staff typed them, in their order; two may share a date. The total must be allocated to the last cent. */
export function manualRows(
  input: ManualPlanInput,
  convention: Convention,
  calendar: BusinessCalendar,
): Result<PlannedInstalment[]> {
  const problems = [...wrongNumber(input.instalments.length), ...wrongAmounts(input)];
  const instalments: PlannedInstalment[] = [];
  input.instalments.forEach((typed, index) => {
    const path = ['instalments', index, 'date'];
    const placed = placeTypedDate(typed.date, typed.pinned === true, convention, calendar, path);
    if (placed.ok)
      instalments.push({ number: index + 1, amount: typed.amount, ...placed.value, paid: false, ...extras(typed) });
    else problems.push(...placed.problems);
  });
  return problems.length > 0 ? refuse(...problems) : ok(instalments);
}

function extras({ paymentCode, note }: ManualRow): Pick<ManualRow, 'paymentCode' | 'note'> {
  return { ...(paymentCode === undefined ? {} : { paymentCode }), ...(note === undefined ? {} : { note }) };
}

function wrongNumber(count: number): Problem[] {
  if (count === 0)
    return [{ code: 'instalments-missing', path: ['instalments'], message: 'Add at least one instalment' }];
  if (count <= MAX_INSTALMENTS) return [];
  const message = `A plan has at most ${MAX_INSTALMENTS} instalments: remove ${count - MAX_INSTALMENTS}`;
  return [{ code: 'count-invalid', path: ['instalments'], message, params: { most: MAX_INSTALMENTS } }];
}

function wrongAmounts({ total, currency, instalments }: ManualPlanInput): Problem[] {
  if (total < 1) return [{ code: 'total-not-positive', path: ['total'], message: 'The total must be more than zero' }];
  const problems = instalments.flatMap(({ amount }, index): Problem[] =>
    amount >= 1
      ? []
      : [
          {
            code: 'amount-not-positive',
            path: ['instalments', index, 'amount'],
            message: 'The amount must be more than zero',
          },
        ],
  );
  if (problems.length > 0 || instalments.length === 0) return problems;
  return unallocated(
    instalments.reduce((left, { amount }) => left - amount, total as number),
    currency,
  );
}

function unallocated(left: number, currency: CurrencyCode): Problem[] {
  if (left === 0) return [];
  const path = ['instalments'];
  if (!Number.isSafeInteger(left)) {
    return [
      { code: 'amount-out-of-range', path, message: 'The instalments are too large to add up: write smaller amounts' },
    ];
  }
  const amount = minor(Math.abs(left));
  const message =
    left > 0
      ? `${toEnglish(amount, currency)} of the total is still to allocate: add it to an instalment, or add one`
      : `The instalments exceed the total by ${toEnglish(amount, currency)}: lower one, or raise the total`;
  return [{ code: 'unallocated', path, message, params: { left: toDecimal(minor(left), currency) } }];
}
