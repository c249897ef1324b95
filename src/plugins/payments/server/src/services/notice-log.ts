import type { Core } from '@strapi/types';
import type { NoticeAction, NoticeDetail, NoticeItem } from '../../../contracts/notice';
import type { Pagination } from '../../../contracts/lists';
import { ConflictError, notFound } from '../http/errors';
import { wakeDispatcher } from '../notices';
import type { RemindNowPayload } from '../notices/notice';
import { inTransaction } from '../repositories/database';
import { changeNotice, flagContact, lockNotice, skipRemindersOf } from '../repositories/notices-actions';
import type { LockedNotice } from '../repositories/notices-actions';
import { listNoticeRows, readNoticeRow, readReminderLog } from '../repositories/notices-log';
import type { NoticeListQuery } from '../repositories/notices-log';
import { insertNotices, newNoticeId } from '../repositories/notices-queue';
import { paginationOf } from '../repositories/paging';
import { getService } from './get-service';
import { actionsOf, noticeView } from './notice-view';

/** The delivery log, and what staff do with what is in it. */
export const noticeLog = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  async function item(documentId: string): Promise<NoticeItem> {
    const row = await readNoticeRow(strapi, documentId);
    if (!row) throw notFound('Notice');
    return noticeView(row);
  }

  /** @returns the documentId of the notice to show afterwards */
  type Action = (notice: LockedNotice, at: Date) => Promise<string>;

  const actions: Readonly<Record<NoticeAction, Action>> = {
    /** The address was flagged when it failed: who tries again believes that it works. */
    async retry(notice, at) {
      await flagContact(strapi, notice.contact, null);
      await changeNotice(strapi, notice.id, { state: 'queued', reason: null, error: null }, at);
      return notice.documentId;
    },
    async discard(notice, at) {
      await skipRemindersOf(strapi, notice.documentId, 'discarded', at);
      await changeNotice(strapi, notice.id, { state: 'discarded' }, at);
      return notice.documentId;
    },
    async hold(notice, at) {
      await skipRemindersOf(strapi, notice.documentId, 'held-back', at);
      await changeNotice(strapi, notice.id, { state: 'suppressed', reason: 'held-back' }, at);
      return notice.documentId;
    },
    async bounced(notice, at) {
      await flagContact(strapi, notice.contact, at);
      await changeNotice(strapi, notice.id, { state: 'failed', error: 'It came back, as staff say' }, at);
      return notice.documentId;
    },
    async resend(notice, at) {
      const documentId = newNoticeId();
      const { kind, contact, customer, payment } = notice;
      const payload = (await remindedBy(notice)) ?? (notice.payload as object | null) ?? {};
      const none = { foldKey: null, suppressed: null, byStaff: true };
      await insertNotices(
        strapi,
        [{ documentId, kind, contact, customer, payment, payload, sendAfter: at, ...none }],
        at,
      );
      return documentId;
    },
  };

  /** What a mail of reminders is about, by name: a second one carries no reminders of its own. */
  async function remindedBy({ kind, documentId, payload }: LockedNotice): Promise<RemindNowPayload | null> {
    if (kind !== 'reminder' && kind !== 'overdue') return null;
    const rows = await readReminderLog(strapi, documentId);
    if (rows.length === 0) return payload as RemindNowPayload;
    return {
      payments: [...new Set(rows.map(({ payment }) => payment))],
      instalments: rows.map(({ instalment, dueDate }) => ({ instalment, dueDate })),
    };
  }

  return {
    async list(query: NoticeListQuery): Promise<{ items: NoticeItem[]; pagination: Pagination }> {
      const { rows, count } = await listNoticeRows(strapi, query);
      return { items: rows.map(noticeView), pagination: paginationOf(query.page, query.pageSize, count) };
    },

    async get(documentId: string): Promise<NoticeDetail> {
      const row = await readNoticeRow(strapi, documentId);
      if (!row) throw notFound('Notice');
      return {
        ...noticeView(row),
        html: (row.html as string | null) ?? null,
        text: (row.text as string | null) ?? null,
        reminders: await readReminderLog(strapi, documentId),
      };
    },

    /**
     * Does with a notice what staff ask.
     *
     * @throws 404 where there is no such notice, 409 where its state does not allow it
     */
    async act(action: NoticeAction, documentId: string): Promise<NoticeItem> {
      const shown = await inTransaction(strapi, async () => {
        const notice = await lockNotice(strapi, documentId);
        if (!notice) throw notFound('Notice');
        if (notice.emptied || !actionsOf(notice.kind, notice.state).includes(action)) {
          throw new ConflictError(`A notice that is ${notice.state} cannot be asked for this: ${action}`, {
            current: await item(documentId),
          });
        }
        return actions[action](notice, now());
      });
      wakeDispatcher(strapi);
      return item(shown);
    },
  };
};
