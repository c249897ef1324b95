import type { Core } from '@strapi/strapi';
import type { AmountToFollow, Call, ThreatenedArrangement, TodayInstalment, TodayPage } from '../../../contracts/today';
import { addDays } from '../../../domain/day';
import { notFound } from '../http/errors';
import { isOneAddress } from '../notices/address';
import type { Actor } from '../record/actor';
import { insertCall, readLastCalls } from '../repositories/calls';
import type { CallRow } from '../repositories/calls';
import { readLastNotices } from '../repositories/last-notices';
import { readRecipients } from '../repositories/notices-recipients';
import type { Recipient } from '../repositories/notices-recipients';
import { findPaymentOfInstalment, findPaymentId, readPayment } from '../repositories/payment-reads';
import { readReported } from '../repositories/reported';
import type { CalendarRow } from '../repositories/staff-calendar';
import { readWaiting } from '../repositories/series-waiting';
import type { WaitingPeriod } from '../repositories/series-waiting';
import { INCOMPLETE_DAYS, readTodayList } from '../repositories/today';
import { outstandingIn } from './arrangements';
import type { Threatened } from './arrangements';
import { getService } from './get-service';
import { moneyOf, viewContext } from './payment-view';
import { titleOf } from './series-making';
import { calendarInstalmentView } from './staff-calendar';

/** How much of each list the page shows; the lists themselves are a click away. */
const SHOWN = 50;

const callView = ({ at, by, note }: CallRow): Call => ({ at: at.toISOString(), by, note });

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

const reaches = ({ receivesNotices, undeliverable, email }: Recipient): boolean =>
  receivesNotices && !undeliverable && isOneAddress(email);

const sectionOf = <Item>(items: Item[], { total, more }: { total: number; more?: boolean | undefined }) => ({
  items,
  total,
  ...(more && { more: true as const }),
});

const toFollowView = ({ series, number, nominalDate, dueDate }: WaitingPeriod): AmountToFollow => ({
  series: series.documentId,
  number,
  title: titleOf(series, nominalDate),
  customer: { documentId: series.customer.documentId, name: series.customer.name, phone: series.customer.phone },
  institution: series.institution && { documentId: series.institution.documentId, name: series.institution.name },
  nominalDate,
  dueDate,
});

const arrangementView = ({ payment, lostAfter, standing }: Threatened): ThreatenedArrangement => ({
  payment: { documentId: payment.documentId, title: payment.state.title, reference: payment.reference ?? '' },
  customer: {
    documentId: payment.customer?.documentId ?? '',
    name: payment.customer?.name ?? '',
    phone: payment.customer?.phone ?? null,
  },
  institution: payment.state.institution && { ...payment.state.institution },
  outstanding: moneyOf(outstandingIn(payment), payment.state.currency),
  lostAfter,
  ...standing,
});

/** The page that staff open first. */
export const today = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Everything that staff need beside the rows themselves, for all lists at once. */
  async function viewsOf(rows: readonly CalendarRow[]): Promise<(row: CalendarRow) => TodayInstalment> {
    const context = await viewContext(strapi);
    const payments = [...new Set(rows.map((row) => String(row.payment_document_id)))];
    const customers = [...new Set(rows.map((row) => String(row.customer_document_id)))];
    const reported = await readReported(strapi, payments);
    const calls = await readLastCalls(strapi, payments);
    const recipients = await readRecipients(strapi, 'customer', customers);
    const contactsOf = (row: CalendarRow) =>
      recipients.filter(({ customer }) => customer === String(row.customer_document_id));
    const told = rows.map((row) => ({
      instalment: String(row.document_id),
      payment: String(row.payment_document_id),
      contacts: contactsOf(row).map(({ contact }) => contact),
    }));
    const notices = await readLastNotices(strapi, told, getService(strapi, 'clock').now());
    return (row) => {
      const view = calendarInstalmentView(row, reported.get(String(row.document_id)), context);
      const notice = notices.get(view.documentId);
      const called = calls.get(view.documentId);
      return {
        ...view,
        payment: { ...view.payment, reference: text(row.reference) ?? '', revision: Number(row.revision) },
        customer: { ...view.customer, phone: text(row.customer_phone) },
        lastNotice: notice ? { ...notice, at: notice.at.toISOString() } : null,
        called: called ? callView(called) : null,
        reachable: contactsOf(row).some(reaches),
      };
    };
  }

  return {
    /** What the day asks for, in a number of statements that does not grow with it. */
    async page(): Promise<TodayPage> {
      const date = await getService(strapi, 'clock').today();
      const due = await readTodayList(strapi, 'due', date, SHOWN);
      const overdue = await readTodayList(strapi, 'overdue', date, SHOWN);
      const incomplete = await readTodayList(strapi, 'incomplete', date, SHOWN);
      const waiting = await readWaiting(strapi, addDays(date, INCOMPLETE_DAYS), SHOWN);
      const threatened = await getService(strapi, 'arrangements').threatened(SHOWN);
      const view = await viewsOf([...due.rows, ...overdue.rows, ...incomplete.rows]);
      const first = { page: 1, pageSize: SHOWN };
      const pending = { field: 'createdAt', direction: 'asc' } as const;
      const newest = { field: 'createdAt', direction: 'desc' } as const;
      const receipts = await getService(strapi, 'receiptReview').list({ ...first, state: 'pending', sort: pending });
      const problems = { ...first, state: 'problem', kind: 'all', reason: 'all', sort: newest } as const;
      const failed = await getService(strapi, 'noticeLog').list(problems);
      return {
        date,
        due: sectionOf(due.rows.map(view), due.count),
        overdue: sectionOf(overdue.rows.map(view), overdue.count),
        incomplete: sectionOf(incomplete.rows.map(view), incomplete.count),
        toFollow: sectionOf(waiting.rows.map(toFollowView), waiting.count),
        arrangements: sectionOf(threatened.rows.map(arrangementView), threatened.count),
        receipts: sectionOf(receipts.items, receipts.pagination),
        failed: sectionOf(failed.items, failed.pagination),
      };
    },

    /** Notes that somebody telephoned. @throws 404 where there is no such instalment */
    async noteCall(instalment: string, note: string | null, actor: Actor): Promise<Call> {
      const documentId = await findPaymentOfInstalment(strapi, instalment);
      const id = documentId === null ? null : await findPaymentId(strapi, documentId);
      const payment = id === null ? null : await readPayment(strapi, id);
      const row = payment?.state.instalments.find((each) => each.documentId === instalment);
      if (!payment || !row) throw notFound('Instalment');
      const at = getService(strapi, 'clock').now();
      await insertCall(strapi, {
        payment: payment.documentId,
        customer: payment.customer?.documentId ?? null,
        version: payment.version,
        instalment,
        number: row.number,
        note,
        actor,
        at,
      });
      return callView({ at, by: actor.name, note });
    },
  };
};
