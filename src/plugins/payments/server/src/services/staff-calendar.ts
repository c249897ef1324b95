import type { Core } from '@strapi/strapi';
import type { CalendarDay, CalendarInstalment, closedDay } from '../../../contracts/calendar';
import type { Pagination } from '../../../contracts/lists';
import type { z } from 'zod';
import { payBy } from '../../../domain/calendar';
import { daysAfter, fromEpochDay, toEpochDay } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { CurrencyCode } from '../../../domain/money';
import type { SchemeId } from '../../../domain/payment-code';
import { outstandingOf, shownState } from '../../../domain/state';
import { invalidField } from '../http/errors';
import { readOfficeClosures } from '../repositories/closed-days';
import { paginationOf } from '../repositories/paging';
import { readReported } from '../repositories/reported';
import { groupCalendarRows, listCalendarRows } from '../repositories/staff-calendar';
import type { CalendarGroupQuery, CalendarQuery, CalendarRow, CalendarSum } from '../repositories/staff-calendar';
import { closedName } from './holiday-words';
import { shownCode } from './payment-codes';
import { moneyOf, viewContext } from './payment-view';
import type { ViewContext } from './payment-view';

type ClosedDay = z.output<typeof closedDay>;

/** How many instalments of a day the month view names. */
const FIRST_OF_DAY = 4;

/** An instalment of any payment, as lists across payments show it. */
export function calendarInstalmentView(
  row: CalendarRow,
  reported: number | undefined,
  context: ViewContext,
): CalendarInstalment {
  const currency = row.currency as CurrencyCode;
  const dueDate = row.due_date as Day;
  const stored = {
    state: row.state as 'open' | 'paid' | 'cancelled',
    amount: minor(Number(row.amount)),
    paid: minor(Number(row.paid ?? 0)),
    dueDate,
  };
  const scheme = (row.payment_code_scheme ?? row.code_scheme ?? 'free') as SchemeId;
  const code = row.own_code ?? row.payment_code;
  return {
    documentId: String(row.document_id),
    payment: { documentId: String(row.payment_document_id), title: String(row.title) },
    customer: { documentId: String(row.customer_document_id ?? ''), name: String(row.customer_name ?? '') },
    institution: row.institution_document_id
      ? { documentId: String(row.institution_document_id), name: String(row.institution_name) }
      : null,
    number: Number(row.number),
    of: Number(row.instalment_count),
    amount: moneyOf(stored.amount, currency),
    outstanding: moneyOf(outstandingOf(stored), currency),
    dueDate,
    payBy: payBy(dueDate, Number(row.bank_days ?? 0), context.calendar),
    state: shownState(
      { ...stored, reported: reported === undefined ? null : minor(reported) },
      context.today,
      context.approachingDays,
    ),
    paymentCode: shownCode(code ? { value: String(code), scheme } : null),
  };
}

function daysOf(sums: readonly CalendarSum[], first: readonly CalendarInstalment[]): CalendarDay[] {
  const days = new Map<Day, CalendarDay>();
  for (const { date, currency, count, outstanding } of sums) {
    const day = days.get(date) ?? { date, count: 0, outstanding: [], first: [] };
    day.count += count;
    if (outstanding > 0) day.outstanding.push(moneyOf(outstanding, currency as CurrencyCode));
    days.set(date, day);
  }
  for (const instalment of first) days.get(instalment.dueDate)?.first.push(instalment);
  return [...days.values()];
}

function refuseWindow({ from, to }: { from: Day; to: Day }, mostDays: number): void {
  if (to < from) throw invalidField(['to'], 'The window ends before it begins', 'window-reversed');
  if (toEpochDay(to) - toEpochDay(from) >= mostDays) {
    throw invalidField(['to'], `The window is longer than ${mostDays} days; ask for a part of it`, 'window-too-long');
  }
}

/** All instalments of all customers, by their deadlines. */
export const staffCalendar = ({ strapi }: { strapi: Core.Strapi }) => {
  async function views(rows: readonly CalendarRow[], context: ViewContext): Promise<CalendarInstalment[]> {
    const reported = await readReported(strapi, [...new Set(rows.map((row) => String(row.payment_document_id)))]);
    return rows.map((row) => calendarInstalmentView(row, reported.get(String(row.document_id)), context));
  }

  /** Closed days of a window by name, weekends left out; closures of the office and expected holidays move nothing. */
  async function closedDays(from: Day, to: Day, { calendar, holidayName }: ViewContext): Promise<ClosedDay[]> {
    const closures = await readOfficeClosures(strapi, from, to);
    const days: ClosedDay[] = [];
    for (let day = toEpochDay(from); day <= toEpochDay(to); day = daysAfter(day, 1)) {
      const date = fromEpochDay(day);
      const reason = calendar.closed(day);
      if (reason && reason.kind !== 'weekend')
        days.push({ date, name: closedName(reason, date, holidayName) ?? '', kind: reason.kind });
      const expected = calendar.expected(day);
      if (expected !== null) days.push({ date, name: holidayName(expected, date), kind: 'expected' });
      for (const closure of closures) {
        if (closure.startDate <= date && date <= closure.endDate)
          days.push({ date, name: closure.name, kind: 'office' });
      }
    }
    return days;
  }

  return {
    /** A page of a window's instalments, with its closed days. */
    async list(
      query: CalendarQuery,
    ): Promise<{ items: CalendarInstalment[]; pagination: Pagination; closedDays: ClosedDay[] }> {
      refuseWindow(query, 370);
      const context = await viewContext(strapi);
      const { rows, count } = await listCalendarRows(strapi, query, context.today);
      return {
        items: await views(rows, context),
        pagination: paginationOf(query.page, query.pageSize, count),
        closedDays: await closedDays(query.from, query.to, context),
      };
    },

    /** The window day by day: how many, how much, the first four. */
    async byDay(query: CalendarGroupQuery): Promise<{ days: CalendarDay[]; closedDays: ClosedDay[] }> {
      refuseWindow(query, 62);
      const context = await viewContext(strapi);
      const { sums, first } = await groupCalendarRows(strapi, query, context.today, FIRST_OF_DAY);
      return {
        days: daysOf(sums, await views(first, context)),
        closedDays: await closedDays(query.from, query.to, context),
      };
    },
  };
};
