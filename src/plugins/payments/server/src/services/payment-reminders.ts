import type { Core } from '@strapi/types';
import type { Pagination } from '../../../contracts/lists';
import type { listPaymentReminders, TakenUpReminder } from '../../../contracts/payment-reminders';
import type { QueryOf } from '../../../contracts/route';
import { invalidFields, notFound } from '../http/errors';
import type { RemindedNow } from '../notices/by-hand';
import { readPaymentsByDocument } from '../repositories/notices-context';
import { paginationOf } from '../repositories/paging';
import { listReminderRows } from '../repositories/payment-reminders';
import { getService } from './get-service';

/** The reminders of one payment: what became of them, and one more by hand. */
export const paymentReminders = ({ strapi }: { strapi: Core.Strapi }) => {
  async function payment(documentId: string) {
    const found = (await readPaymentsByDocument(strapi, [documentId])).get(documentId);
    if (!found) throw notFound('Payment');
    return found;
  }

  return {
    /** Throws 404. */
    async list(
      documentId: string,
      query: QueryOf<typeof listPaymentReminders>,
    ): Promise<{ items: TakenUpReminder[]; pagination: Pagination }> {
      await payment(documentId);
      const { rows, count } = await listReminderRows(strapi, documentId, query);
      return { items: rows, pagination: paginationOf(query.page, query.pageSize, count) };
    },

    /**
     * Reminds of some of its instalments at once.
     *
     * @throws 404 where there is no such payment, 400 that names each instalment that is not part of it
     */
    async remindNow(documentId: string, instalments: readonly string[]): Promise<RemindedNow[]> {
      const rows = (await payment(documentId)).state.instalments;
      const foreign = instalments.flatMap((instalment, index) =>
        rows.some((row) => row.documentId === instalment)
          ? []
          : [
              {
                path: ['instalments', index],
                message: `${instalment} is no instalment of this payment; choose one of its own`,
                code: 'instalment-unknown',
              },
            ],
      );
      if (foreign.length > 0) throw invalidFields(foreign);
      return getService(strapi, 'notices').remindNow([...new Set(instalments)]);
    },
  };
};
