import type { Core } from '@strapi/strapi';
import { actInBulk } from '../../../../contracts/bulk';
import * as review from '../../../../contracts/receipt-review';
import * as contract from '../../../../contracts/today';
import { bulkPermission, requireAction } from '../../http/allowed';
import { endpoint } from '../../http/endpoint';
import { mediaEndpoint } from '../../http/media';
import { getService } from '../../services/get-service';

const answer = <Data>(data: Data) => ({ data, meta: {} });

/** What the day asks for, receipts to review, and what is done to many at once. */
export const todayControllers = (strapi: Core.Strapi) => {
  const today = () => getService(strapi, 'today');
  const receipts = () => getService(strapi, 'receiptReview');
  return {
    getToday: endpoint(strapi, contract.getToday, async () => answer(await today().page())),

    noteCall: endpoint(strapi, contract.noteCall, async ({ param, body, actor }) =>
      answer(await today().noteCall(param('documentId'), body.note || null, actor)),
    ),

    listReceipts: endpoint(strapi, review.listReceipts, async ({ query }) => {
      const { items, pagination } = await receipts().list(query);
      return { data: items, meta: { pagination } };
    }),

    acceptReceipt: endpoint(strapi, review.acceptReceipt, async ({ param, body, actor }) =>
      answer(await receipts().accept(param('documentId'), body, actor)),
    ),

    rejectReceipt: endpoint(strapi, review.rejectReceipt, async ({ param, body, actor }) =>
      answer(await receipts().reject(param('documentId'), body.reason, actor)),
    ),

    readReceiptFile: mediaEndpoint(strapi, review.readReceiptFile, ({ param }) => receipts().file(param('documentId'))),

    actInBulk: endpoint(strapi, actInBulk, async ({ body, actor, ctx }) => {
      requireAction(ctx, bulkPermission[body.action]);
      return answer(await getService(strapi, 'bulk').act(body, actor));
    }),
  };
};
