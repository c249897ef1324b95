import type { Core } from '@strapi/strapi';
import type { fillSeriesGrid, SeriesGridResult } from '../../../contracts/series-grid';
import type { BodyOf } from '../../../contracts/route';
import { parseDecimal } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { checkPaymentCode, wrongCustomer } from '../../../domain/payment-code';
import { termsOf } from '../../../domain/series';
import { findCodesInUse, lockCodesOf } from '../repositories/codes-in-use';
import type { SeriesTerms } from '../repositories/series';
import type { GridLine } from './series-grid-row';
import { datesOf, usualCode } from './series-making';
import type { OfficeRules } from './series-making';

type Item = BodyOf<typeof fillSeriesGrid>['items'][number];
type CellError = SeriesGridResult['errors'][number];

/** A line with the values that are to be written. */
export interface CheckedLine extends GridLine {
  readonly amount: MinorUnits | null;
  readonly paymentCode: SeriesTerms['paymentCode'];
}

export interface Check {
  readonly line: CheckedLine | null;
  readonly reason: SeriesGridResult['reason'];
  readonly errors: CellError[];
}

interface Options {
  readonly confirmed: readonly string[];
  readonly rules: OfficeRules;
}

const refused = (reason: SeriesGridResult['reason']): Check => ({ line: null, reason, errors: [] });

/** Why a line cannot be written at all. */
function closedReason(
  { series, number, period }: GridLine,
  item: Item,
  rules: OfficeRules,
): SeriesGridResult['reason'] {
  if (period?.state === 'skipped') return 'skipped';
  if (period?.state === 'created' && period.payment === null) return 'not-found';
  if ((period?.payment?.revision ?? period?.revision ?? 0) !== item.revision) return 'stale';
  if (period?.payment) return period.payment.state === 'open' ? null : 'closed';
  if (period) return null;
  if (!datesOf(series, number, rules)) return 'not-found';
  return series.state === 'active' ? null : 'closed';
}

function currentOf({ series, number, period }: GridLine): Pick<CheckedLine, 'amount' | 'paymentCode'> {
  if (period?.payment) return { amount: period.payment.amount, paymentCode: period.payment.paymentCode };
  const { amount } = termsOf(series, number);
  return { amount, paymentCode: period?.paymentCode ?? usualCode(series, number) };
}

/** What an existing payment does not let its amount become. */
function editErrors({ period, amount }: CheckedLine): CellError[] {
  const payment = period?.payment;
  if (!payment || amount === null || amount === payment.amount) return [];
  if (payment.instalments !== 1) {
    const message = 'This payment was given other instalments: change the amount on its page';
    return [{ field: 'amount', code: 'period-replanned', message }];
  }
  if (amount >= payment.paid) return [];
  const message = 'More is paid than that: undo the payment first, or write a higher amount';
  return [{ field: 'amount', code: 'period-part-paid', message }];
}

function checkCells(line: GridLine, item: Item, { confirmed }: Options): Check {
  const errors: CellError[] = [];
  let { amount, paymentCode } = currentOf(line);
  if (item.amount !== undefined) {
    const parsed = parseDecimal(item.amount, line.series.currency);
    if (!parsed.ok)
      errors.push(...parsed.problems.map(({ code, message }) => ({ field: 'amount' as const, code, message })));
    else if (parsed.value <= 0) {
      errors.push({ field: 'amount', code: 'amount-not-positive', message: 'The amount must be more than zero' });
    } else amount = parsed.value;
  }
  if (item.paymentCode === null) paymentCode = null;
  else if (item.paymentCode !== undefined) {
    const checked = checkPaymentCode(item.paymentCode.value, item.paymentCode.scheme);
    if (!checked.ok) {
      errors.push(...checked.problems.map(({ code, message }) => ({ field: 'paymentCode' as const, code, message })));
    } else {
      paymentCode = { value: checked.value.value, scheme: checked.value.scheme };
      if (!confirmed.includes('wrong-customer') && wrongCustomer(paymentCode, line.series.customer.taxNumber)) {
        const message = "The code carries another tax number than the customer's; confirm that it is meant";
        errors.push({ field: 'paymentCode', code: 'wrong-customer', message });
      }
    }
  }
  errors.push(...editErrors({ ...line, amount, paymentCode }));
  return { line: { ...line, amount, paymentCode }, reason: errors.length > 0 ? 'invalid' : null, errors };
}

/** Nothing is written of a line that says nothing new; a period whose usual amount is known is made all the same. */
function isUnchanged({ period, amount, paymentCode, ...line }: CheckedLine): boolean {
  const before = currentOf({ ...line, period });
  const same = before.amount === amount && before.paymentCode?.value === paymentCode?.value;
  return same && (period !== null || amount === null);
}

/** Codes that serve one payment, and serve another already, or two of these lines. */
async function misusedCodes(strapi: Core.Strapi, lines: readonly CheckedLine[]): Promise<ReadonlySet<CheckedLine>> {
  const misused = new Set<CheckedLine>();
  const single = lines.filter(({ series, paymentCode }) => series.institution?.singleUseCodes && paymentCode);
  const institutions = [...new Set(single.map(({ series }) => series.institution?.id as number))].sort((a, b) => a - b);
  for (const institution of institutions) {
    const theirs = single.filter(({ series }) => series.institution?.id === institution);
    await lockCodesOf(strapi, institution);
    const codes = theirs.map(({ paymentCode }) => paymentCode?.value as string);
    const taken = await findCodesInUse(strapi, institution, codes, null);
    for (const [index, line] of theirs.entries()) {
      const code = codes[index] as string;
      const own = line.period?.payment?.paymentCode?.value === code;
      if ((taken.has(code) && !own) || codes.indexOf(code) < index) misused.add(line);
    }
  }
  return misused;
}

/** What of a request can be written, line by line, and why not the rest. */
export async function checkLines(
  strapi: Core.Strapi,
  items: readonly Item[],
  lineOf: (item: Item) => GridLine | null,
  options: Options,
): Promise<Check[]> {
  const checks = items.map((item): Check => {
    const line = lineOf(item);
    if (!line) return refused('not-found');
    const reason = closedReason(line, item, options.rules);
    if (reason !== null) return refused(reason);
    const check = checkCells(line, item, options);
    return check.line && check.reason === null && isUnchanged(check.line) ? refused('unchanged') : check;
  });
  const right = checks.flatMap(({ line, reason }) => (line && reason === null ? [line] : []));
  const misused = await misusedCodes(strapi, right);
  const message = 'This institution’s codes serve one payment each, and this one serves another: use another code';
  return checks.map((check) =>
    check.line && misused.has(check.line)
      ? { ...check, reason: 'invalid', errors: [{ field: 'paymentCode', code: 'code-used-twice', message }] }
      : check,
  );
}
