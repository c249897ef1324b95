import type { Core } from '@strapi/strapi';
import type { StaffInstalment } from '../../../contracts/instalment';
import type { StaffPayment } from '../../../contracts/payment';
import { payBy } from '../../../domain/calendar';
import type { BusinessCalendar } from '../../../domain/calendar';
import type { HolidayNameOf } from '../closed-days/names';
import type { Day } from '../../../domain/day';
import { minor, toDecimal } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import { outstandingOf, shownState } from '../../../domain/state';
import { readReplaced } from '../repositories/arrangements';
import { readHistory } from '../repositories/history';
import { readReported } from '../repositories/reported';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { standingOf } from './arrangements';
import { getService } from './get-service';
import { shiftView, shiftWord } from './holiday-words';
import { shownCode } from './payment-codes';
import { staffHolidayNames } from './reader';

/** What every view of an instalment needs to know besides it. */
export interface ViewContext {
  readonly today: Day;
  readonly approachingDays: number;
  readonly calendar: BusinessCalendar;
  /** Public holidays as the reader names them. */
  readonly holidayName: HolidayNameOf;
}

export async function viewContext(strapi: Core.Strapi): Promise<ViewContext> {
  const { approachingDays } = await getService(strapi, 'settings').get();
  const calendar = await getService(strapi, 'calendar').get();
  const holidayName = await staffHolidayNames(strapi);
  return { today: await getService(strapi, 'clock').today(), approachingDays, calendar, holidayName };
}

export const moneyOf = (amount: MinorUnits | bigint, currency: CurrencyCode) => ({
  value: toDecimal(amount, currency),
  currency,
});

function instalmentView(
  payment: PaymentRecord,
  row: InstalmentRecord,
  reported: MinorUnits | null,
  { today, approachingDays, calendar, holidayName }: ViewContext,
): StaffInstalment {
  const { currency, paymentCode } = payment.state;
  const money = (amount: MinorUnits) => moneyOf(amount, currency);
  const scheme = paymentCode?.scheme ?? payment.institution?.codeScheme ?? 'free';
  return {
    documentId: row.documentId,
    number: row.number,
    of: payment.state.instalments.length,
    amount: money(row.amount),
    paid: money(row.paid),
    outstanding: money(outstandingOf(row)),
    nominalDate: row.nominalDate,
    dueDate: row.dueDate,
    payBy: payBy(row.dueDate, payment.institution?.bankDays ?? 0, calendar),
    shift: shiftView(row.shift, row.nominalDate, holidayName),
    state: shownState({ ...row, reported }, today, approachingDays),
    paymentCode: shownCode(row.paymentCode ? { value: row.paymentCode, scheme } : paymentCode),
    note: row.note,
    ownPaymentCode: row.paymentCode !== null,
    surcharge: money(row.surcharge),
    paidOn: row.paidOn,
    pinned: row.pinned,
  };
}

type History = StaffPayment['history'];
type ChangeValue = History[number]['changes'][number];

/** The history with the holidays that moved dates named as its reader names them. */
function toldHistory(entries: History, { state }: PaymentRecord, { today, holidayName }: ViewContext): History {
  const told = (change: ChangeValue): ChangeValue => {
    if (change.field !== 'shift') return change;
    const near = state.instalments.find(({ number }) => number === change.number)?.nominalDate ?? today;
    return {
      ...change,
      before: shiftWord(change.before, near, holidayName),
      after: shiftWord(change.after, near, holidayName),
    };
  };
  return entries.map((entry) => ({ ...entry, changes: entry.changes.map(told) }));
}

/** A payment as staff see it, with its history. */
export async function staffPaymentView(strapi: Core.Strapi, payment: PaymentRecord): Promise<StaffPayment> {
  const context = await viewContext(strapi);
  const reported = await readReported(strapi, [payment.documentId]);
  const { state } = payment;
  const money = (amount: MinorUnits) => moneyOf(amount, state.currency);
  const open = state.instalments.filter((row) => row.state === 'open');
  return {
    documentId: payment.documentId,
    revision: payment.revision,
    reference: payment.reference ?? '',
    customer: {
      documentId: payment.customer?.documentId ?? '',
      name: payment.customer?.name ?? '',
      taxNumber: payment.customer?.taxNumber ?? null,
      phone: payment.customer?.phone ?? null,
    },
    institution: state.institution && { ...state.institution },
    title: state.title,
    paymentCode: shownCode(state.paymentCode),
    total: money(minor(payment.stored.total)),
    paid: money(minor(payment.stored.paid)),
    outstanding: money(minor(open.reduce((sum, row) => sum + outstandingOf(row), 0))),
    state: state.state,
    overdue:
      state.state === 'open' && payment.stored.nextDueDate !== null && payment.stored.nextDueDate < context.today,
    nextDueDate: payment.stored.nextDueDate,
    instalmentCount: state.instalments.length,
    remindersPaused: state.remindersPaused,
    createdAt: payment.createdAt.toISOString(),
    updatedAt: payment.updatedAt.toISOString(),
    description: state.description,
    kind: payment.kind,
    period: payment.period,
    convention: payment.convention,
    managerComments: state.managerComments,
    lostAfter: state.lostAfter,
    arrangement: standingOf(payment, reported, context),
    lostOn: state.lostOn,
    replacedBy: state.replacedBy,
    replaces: await readReplaced(strapi, payment.documentId),
    attachments: payment.attachments.map(({ id, name, size, type }) => ({ id, name, size, type })),
    instalments: state.instalments.map((row) =>
      instalmentView(payment, row, reported.get(row.documentId) ?? null, context),
    ),
    history: toldHistory(await readHistory(strapi, payment.documentId), payment, context),
  };
}
