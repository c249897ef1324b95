import type { ImportReport } from '../../../contracts/import-values';
import { MOST_FINDINGS } from '../../../contracts/import-values';
import type { ColumnId, Finding, ImportKind } from '../../../domain/import';
import { requiredColumns } from '../../../domain/import';
import { toDecimal } from '../../../domain/money';
import type { CurrencyCode } from '../../../domain/money';
import type { BatchRow } from '../repositories/imports';
import type { Checked, ReadyPayment } from './check';
import type { SheetFile } from './read-file';

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 80;

const HEAVIEST_FIRST = { error: 0, confirm: 1, note: 2 } as const;

/** By weight, then by line: what keeps lines out must not be cut off behind notes. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => HEAVIEST_FIRST[a.weight] - HEAVIEST_FIRST[b.weight] || a.line - b.line);

/** What the first look at a file answers: what it holds, what is wrong with it, and what would come of the rest. */
export function reportOf(
  kind: ImportKind,
  sheet: SheetFile,
  mapping: ReadonlyArray<ColumnId | null>,
  checked: Checked,
  before: BatchRow | null,
): ImportReport {
  const { findings, bad } = checked;
  const countOf = (weight: Finding['weight']) => findings.filter((each) => each.weight === weight).length;
  return {
    kind,
    format: sheet.format,
    encoding: sheet.encoding,
    separator: sheet.separator,
    headers: [...sheet.headers],
    mapping: [...mapping],
    samples: sheet.rows.slice(0, SAMPLES).map(({ cells }) => cells.map(({ text }) => text.slice(0, SAMPLE_CHARACTERS))),
    missing: missingColumns(kind, mapping),
    lines: sheet.rows.length,
    badLines: bad.size,
    knownLines: new Set(findings.filter(({ code }) => code === 'customer-known').map(({ line }) => line)).size,
    findings: inOrder(findings)
      .slice(0, MOST_FINDINGS)
      .map((each) => ({ ...each, ...(each.params && { params: { ...each.params } }) })),
    counts: { error: countOf('error'), confirm: countOf('confirm'), note: countOf('note') },
    confirmable: (['wrong-customer', 'duplicate'] as const)
      .map((code) => ({ code, lines: findings.filter((each) => each.code === code).length }))
      .filter(({ lines }) => lines > 0),
    totals: totalsOf(checked),
    before: before && { at: before.startedAt.toISOString(), by: before.by, fileName: before.fileName },
  };
}

export const missingColumns = (kind: ImportKind, mapping: ReadonlyArray<ColumnId | null>): ColumnId[] =>
  requiredColumns(kind).filter((column) => !mapping.includes(column));

function totalsOf({ customers, payments }: Checked): ImportReport['totals'] {
  const instalments = payments.flatMap(({ plan }) => plan.instalments);
  const dates = instalments.map(({ dueDate }) => dueDate).sort();
  return {
    customers: customers.length,
    contacts: contactCount(customers),
    payments: payments.length,
    instalments: instalments.length,
    amount: inEach(payments, () => true),
    paid: inEach(payments, ({ paid }) => paid),
    firstDue: dates[0] ?? null,
    lastDue: dates.at(-1) ?? null,
  };
}

/** People named with one address are one contact. */
function contactCount(customers: Checked['customers']): number {
  const people = customers.flatMap(({ contacts }) => contacts);
  const addresses = people.flatMap(({ email }) => email?.toLowerCase() ?? []);
  return people.length - addresses.length + new Set(addresses).size;
}

function inEach(
  payments: readonly ReadyPayment[],
  counts: (row: ReadyPayment['plan']['instalments'][number]) => boolean,
): ImportReport['totals']['amount'] {
  const sums = new Map<CurrencyCode, bigint>();
  for (const { plan } of payments) {
    const own = plan.instalments.filter(counts).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    sums.set(plan.currency, (sums.get(plan.currency) ?? 0n) + own);
  }
  return [...sums].map(([currency, sum]) => ({ value: toDecimal(sum, currency), currency }));
}
