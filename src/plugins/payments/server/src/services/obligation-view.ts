import type { ObligationInstalment } from '../../../contracts/instalment';
import type { HistoryEntry, Obligation, ObligationItem } from '../../../contracts/obligation';
import { payBy } from '../../../domain/calendar';
import type { BusinessCalendar } from '../../../domain/calendar';
import type { Day } from '../../../domain/day';
import type { Change, ChangeValue } from '../../../domain/diff';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import { outstandingOf, shownState } from '../../../domain/state';
import type { HolidayNameOf } from '../closed-days/names';
import { shiftView, shiftWord } from './holiday-words';
import type { ActorKind, HistoryRow } from '../repositories/events';
import type { ObligationInstalmentRow } from '../repositories/obligation-instalments';
import type { ObligationRow } from '../repositories/obligation-row';
import type { ReceiptRow } from '../repositories/receipt-row';
import { epcOf } from './epc';
import { shownCode } from './payment-codes';
import { moneyOf } from './payment-view';

/**
 * What a customer is answered. Every object here names its fields one by one: a column that is added to a table is in no answer until
 * somebody writes it here.
 */
export interface Viewer {
  readonly today: Day;
  readonly calendar: BusinessCalendar;
  readonly approachingDays: number;
  /** DocumentIds of the viewer's own contacts; receipts of others are not shown. */
  readonly contacts: ReadonlySet<string>;
  /** Public holidays as the viewer names them: with an instalment they are kept in the office's language. */
  readonly holidayName: HolidayNameOf;
}

export type ObligationSummary = Omit<ObligationItem, 'next'>;

export const obligationSummary = (row: ObligationRow, { today }: Viewer): ObligationSummary => {
  const overdue = row.state === 'open' && row.nextDueDate !== null && row.nextDueDate < today;
  return {
    documentId: row.documentId,
    customer: { documentId: row.customer.documentId, name: row.customer.name },
    title: row.title,
    description: row.description,
    institution: row.institution && { name: row.institution.name, payUrl: row.institution.payUrl },
    paymentCode: shownCode(paymentCodeOf(row)),
    total: moneyOf(row.total, row.currency),
    paid: moneyOf(row.paid, row.currency),
    outstanding: moneyOf(row.outstanding, row.currency),
    state: overdue ? 'overdue' : row.state,
    nextDueDate: row.nextDueDate,
    instalmentCount: row.instalmentCount,
    version: row.version,
    changedAt: row.changedAt.toISOString(),
  };
};

/** The most that a receipt of any contact, which staff have not reviewed, says was paid. */
export const reportedOf = ({ receipts }: ObligationInstalmentRow): MinorUnits | null =>
  receipts
    .filter(({ state }) => state === 'pending')
    .reduce<MinorUnits | null>((most, { amount }) => (most === null || amount > most ? amount : most), null);

export const receiptView = (
  receipt: ReceiptRow,
  currency: CurrencyCode,
): NonNullable<ObligationInstalment['receipt']> => ({
  documentId: receipt.documentId,
  state: receipt.state,
  paidOn: receipt.paidOn,
  amount: moneyOf(receipt.amount, currency),
  comment: receipt.comment,
  reason: receipt.reason,
  hasFile: receipt.hasFile,
});

/** The viewer's own receipt that counts: the one that waits, else the newest. */
const ownReceipt = ({ receipts }: ObligationInstalmentRow, { contacts }: Viewer): ReceiptRow | null => {
  const own = receipts.filter(({ contact }) => contacts.has(contact));
  return own.find(({ state }) => state === 'pending') ?? own[0] ?? null;
};

const paymentCodeOf = ({ paymentCode, paymentCodeScheme }: ObligationRow) =>
  paymentCode === null ? null : { value: paymentCode, scheme: paymentCodeScheme ?? 'free' };

/** The code an instalment is paid under, its own before the payment's. */
const codeOf = (row: ObligationInstalmentRow, of: ObligationRow) => {
  const scheme = of.paymentCodeScheme ?? of.institution?.codeScheme ?? 'free';
  return shownCode(row.paymentCode === null ? paymentCodeOf(of) : { value: row.paymentCode, scheme });
};

export const instalmentView = (
  row: ObligationInstalmentRow,
  of: ObligationRow,
  viewer: Viewer,
): ObligationInstalment => {
  const receipt = ownReceipt(row, viewer);
  const reported = reportedOf(row);
  return {
    documentId: row.documentId,
    number: row.number,
    of: of.instalmentCount,
    amount: moneyOf(row.amount, of.currency),
    paid: moneyOf(row.paid, of.currency),
    outstanding: moneyOf(outstandingOf(row), of.currency),
    nominalDate: row.nominalDate,
    dueDate: row.dueDate,
    payBy: payBy(row.dueDate, of.institution?.bankDays ?? 0, viewer.calendar),
    shift: shiftView(row.shift, row.nominalDate, viewer.holidayName),
    state: shownState({ ...row, reported }, viewer.today, viewer.approachingDays),
    paymentCode: codeOf(row, of),
    note: row.note,
    qr: epcOf(row, of)?.ok ?? false,
    receipt: receipt && receiptView(receipt, of.currency),
  };
};

/** A day of the year of the closed day that a change names. */
type NearOf = (change: Change) => Day;

const nearOf =
  (instalments: readonly ObligationInstalmentRow[], { today }: Viewer): NearOf =>
  ({ of }) =>
    instalments.find(({ documentId }) => documentId === of)?.nominalDate ?? today;

const toldChange = (change: Change, { holidayName }: Viewer, near: NearOf): HistoryEntry['changes'][number] => {
  const { field, number, before, after } = change;
  const told = (value: ChangeValue): ChangeValue =>
    field === 'shift' ? shiftWord(value, near(change), holidayName) : value;
  return { field, ...(number !== undefined && { number }), before: told(before), after: told(after) };
};

const authors: Record<ActorKind, HistoryEntry['by']> = {
  admin: 'office',
  contact: 'contact',
  system: 'system',
  script: 'system',
};

/** The name of the customer before is another customer's, so a change of customer tells no one anything. */
const historyEntry = ({ at, actorKind, reason, changes }: HistoryRow, viewer: Viewer, near: NearOf): HistoryEntry => ({
  at: at.toISOString(),
  by: authors[actorKind],
  reason,
  changes: changes.filter(({ field }) => field !== 'customer').map((change) => toldChange(change, viewer, near)),
});

export const obligationView = (
  row: ObligationRow,
  instalments: readonly ObligationInstalmentRow[],
  history: readonly HistoryRow[],
  viewer: Viewer,
): Obligation => ({
  ...obligationSummary(row, viewer),
  instalments: instalments.map((instalment) => instalmentView(instalment, row, viewer)),
  attachments: row.attachments.map(({ id, name, size, type }) => ({ id, name, size, type })),
  history: history.map((row) => historyEntry(row, viewer, nearOf(instalments, viewer))),
});
