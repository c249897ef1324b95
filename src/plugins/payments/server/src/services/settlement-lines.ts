import type { SettlementCandidate, SettlementLine } from '../../../contracts/settlements';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import type { Problem } from '../../../domain/problem';
import type { ListedLine } from '../../../domain/settlement-list';
import { matchListed } from '../../../domain/settlement-match';
import { outstandingOf } from '../../../domain/state';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import type { KnownKey } from '../repositories/settlement-keys';
import { moneyOf } from './payment-view';

/** As many as staff can look through for one line. */
const MOST_CANDIDATES = 50;

interface Item {
  readonly payment: PaymentRecord;
  readonly row: InstalmentRecord;
}

/** The instalments under a key; one that has a code of its own is not paid under its payment's. */
function itemsOf(known: readonly KnownKey[], payments: ReadonlyMap<number, PaymentRecord>): Item[] {
  const items = new Map<number, Item>();
  for (const { payment: id, instalment } of known) {
    const payment = payments.get(id);
    for (const row of payment?.state.instalments ?? []) {
      const isMeant = instalment === null || row.id === instalment;
      if (payment && isMeant && row.state !== 'cancelled') items.set(row.id, { payment, row });
    }
  }
  return [...items.values()].sort(
    (a, b) => a.row.dueDate.localeCompare(b.row.dueDate) || a.payment.id - b.payment.id || a.row.number - b.row.number,
  );
}

const candidateView = ({ payment, row }: Item, outstanding: MinorUnits): SettlementCandidate => ({
  documentId: row.documentId,
  payment: {
    documentId: payment.documentId,
    title: payment.state.title,
    reference: payment.reference ?? '',
    revision: payment.revision,
  },
  customer: { documentId: payment.customer?.documentId ?? '', name: payment.customer?.name ?? '' },
  number: row.number,
  of: payment.state.instalments.length,
  dueDate: row.dueDate,
  outstanding: moneyOf(outstanding, payment.state.currency),
});

const unreadable = ({ line, text }: ListedLine, { code, message, params = {} }: Problem): SettlementLine => ({
  line,
  text,
  status: 'unreadable',
  amount: null,
  paidOn: null,
  problem: { code, message, params: { ...params } },
  shares: [],
  candidates: [],
});

/** A day that is still to come is none on which somebody has paid. */
const futureDay = (today: Day): Problem => ({
  code: 'paid-in-the-future',
  path: [],
  message: 'The day of payment is still to come: use today or an earlier day',
  params: { today },
});

/** Matches line after line: what an earlier line of the list pays is not outstanding for a later one. */
export function matchLines(
  lines: readonly ListedLine[],
  known: ReadonlyMap<number, readonly KnownKey[]>,
  payments: ReadonlyMap<number, PaymentRecord>,
  { currency, today }: { currency: CurrencyCode; today: Day },
): SettlementLine[] {
  const taken = new Map<string, number>();
  const left = ({ row }: Item): MinorUnits => minor(outstandingOf(row) - (taken.get(row.documentId) ?? 0));
  return lines.map((listed): SettlementLine => {
    const { line, text, read } = listed;
    if (!read.ok) return unreadable(listed, read.problems[0] as Problem);
    const { amount, paidOn } = read.value;
    if (paidOn !== null && paidOn > today) return unreadable(listed, futureDay(today));
    const items = itemsOf(known.get(line) ?? [], payments);
    const payables = items.map((item) => ({
      documentId: item.row.documentId,
      payment: item.payment.documentId,
      dueDate: item.row.dueDate,
      number: item.row.number,
      outstanding: left(item),
    }));
    const { status, shares } = matchListed(payables, amount);
    const meant = new Set(shares.map(({ documentId }) => documentId));
    const open = items.filter(
      (item, index) => left(item) > 0 && (index < MOST_CANDIDATES || meant.has(item.row.documentId)),
    );
    const candidates = open.map((item) => candidateView(item, left(item)));
    if (status === 'matched') {
      for (const share of shares) taken.set(share.documentId, (taken.get(share.documentId) ?? 0) + share.amount);
    }
    return {
      line,
      text,
      status,
      amount: amount === null ? null : moneyOf(amount, currency),
      paidOn,
      problem: null,
      shares: shares.map((share) => ({ documentId: share.documentId, amount: moneyOf(share.amount, currency) })),
      candidates,
    };
  });
}
