import type { Core } from '@strapi/types';
import type { ForecastItem } from '../../../contracts/notice';
import { addDays } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { toDecimal } from '../../../domain/money';
import { outstandingOf } from '../../../domain/state';
import { pointsOf } from '../record/reminder-schedule';
import { readPaymentsByDocument } from '../repositories/notices-context';
import { readRecipients } from '../repositories/notices-recipients';
import type { PaymentRecord } from '../repositories/payment-record';
import { readDuePayments, readDueRows, readKnownReminders } from '../repositories/reminders-due';
import type { DueRow } from '../repositories/reminders-due';
import { readReported } from '../repositories/reported';
import { getService } from '../services/get-service';
import { remind } from './remind';
import type { RemindInput } from './remind';
import { byCustomer } from './sweep';

const MOST = 1_000;

/** The reminders that would go out from now to so many days from now, by day: the sweep's own decisions, taken ahead. */
export async function forecast(strapi: Core.Strapi, days: number): Promise<{ items: ForecastItem[]; more: boolean }> {
  const today = await getService(strapi, 'clock').today();
  const until = { today: addDays(today, days), hourPassed: true };
  const ids = await readDuePayments(strapi, until, MOST);
  const rows = await readDueRows(strapi, ids, until);
  const payments = await readPaymentsByDocument(strapi, [...new Set(rows.map(({ payment }) => payment))]);
  const customers = [...new Set(rows.flatMap(({ customer }) => customer ?? []))];
  const { ladder } = await getService(strapi, 'settings').get();
  const input: Omit<RemindInput, 'time' | 'now'> = {
    rules: { calendar: await getService(strapi, 'calendar').get(), ladder },
    contacts: byCustomer(await readRecipients(strapi, 'customer', customers)),
    reported: await readReported(strapi, [...payments.keys()]),
    known: await readKnownReminders(
      strapi,
      rows.map(({ documentId }) => documentId),
    ),
    byHand: [],
  };
  const items = rows
    .flatMap((row) => itemsOf(row, payments.get(row.payment), today, until.today, input))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return { items: items.slice(0, MOST), more: items.length > MOST || ids.length === MOST };
}

/** Each step of an instalment in the window, as the sweep of its day would decide it. */
function itemsOf(
  row: DueRow,
  payment: PaymentRecord | undefined,
  today: Day,
  until: Day,
  input: Omit<RemindInput, 'time' | 'now'>,
): ForecastItem[] {
  if (!payment || row.remindStep === null) return [];
  const first = row.remindStep;
  const points = pointsOf(row, row.institution, input.rules).filter(({ step, on }) => step >= first && on <= until);
  return points.flatMap(({ step, on }, index) => {
    const day = on < today ? today : on;
    // Of steps that have passed only the latest goes.
    const next = points[index + 1];
    if (next && next.on <= day) return [];
    const time = { today: day, hourPassed: true };
    const { sending, skipped } = remind([{ ...row, remindStep: step }], {
      ...input,
      time,
      now: new Date(`${day}T12:00:00Z`),
    });
    return [
      {
        day,
        kind: row.dueDate < day ? ('overdue' as const) : ('reminder' as const),
        step,
        ...subjectOf(row, payment),
        contacts: sending.map(({ recipient }) => ({ documentId: recipient.contact, name: recipient.name })),
        reason: sending.length > 0 ? null : (skipped[0]?.reason ?? 'held-back'),
      },
    ];
  });
}

function subjectOf(row: DueRow, payment: PaymentRecord): Pick<ForecastItem, 'instalment' | 'payment' | 'customer'> {
  const { state, customer, reference, documentId } = payment;
  const number = state.instalments.find((one) => one.documentId === row.documentId)?.number ?? 1;
  return {
    instalment: {
      documentId: row.documentId,
      number,
      of: state.instalments.length,
      outstanding: { value: toDecimal(outstandingOf(row), state.currency), currency: state.currency },
      dueDate: row.dueDate,
    },
    payment: { documentId, title: state.title, reference: reference ?? '' },
    customer: { documentId: customer?.documentId ?? '', name: customer?.name ?? '' },
  };
}
