import type { Core } from '@strapi/strapi';
import { losePayment } from '../../../../contracts/arrangement-routes';
import * as attachment from '../../../../contracts/attachment-routes';
import * as instalmentContract from '../../../../contracts/instalment-routes';
import * as contract from '../../../../contracts/payment-routes';
import * as totals from '../../../../contracts/payment-totals';
import { previewPlan } from '../../../../contracts/plan';
import { receiveFile, receiveFiles } from '../../files/received';
import { endpoint } from '../../http/endpoint';
import type { Input } from '../../http/endpoint';
import { mediaEndpoint } from '../../http/media';
import type { RouteContract } from '../../../../contracts/route';
import { getService } from '../../services/get-service';

/** The edit that a request describes: which payment, whose, how loud, and the revision it saw. */
const editOf = (
  { param, actor }: Pick<Input<RouteContract>, 'param' | 'actor'>,
  { revision, sendEmail }: { revision: number; sendEmail: boolean },
) => ({ payment: param('documentId'), revision, intent: { actor, loud: sendEmail } });

const answer = <Data>(data: Data) => ({ data, meta: {} });

const instalmentEditOf = (
  input: Pick<Input<RouteContract>, 'param' | 'actor'>,
  body: { revision: number; sendEmail: boolean },
) => {
  const { payment, ...edit } = editOf(input, body);
  return { instalment: payment, ...edit };
};

export const paymentControllers = (strapi: Core.Strapi) => {
  const payments = () => getService(strapi, 'payments');
  const instalments = () => getService(strapi, 'instalments');
  return {
    previewPlan: endpoint(strapi, previewPlan, async ({ body }) =>
      answer(await getService(strapi, 'planPreview').preview(body)),
    ),

    listPayments: endpoint(strapi, contract.listPayments, async ({ query }) => {
      const { items, pagination } = await getService(strapi, 'paymentLists').list(query);
      return { data: items, meta: { pagination } };
    }),

    totalPayments: endpoint(strapi, totals.totalPayments, async ({ query }) =>
      answer(await getService(strapi, 'paymentLists').totals(query)),
    ),

    exportPayments: mediaEndpoint(strapi, totals.exportPayments, ({ query }) =>
      getService(strapi, 'paymentLists').export(query),
    ),

    addAttachment: endpoint(strapi, attachment.addAttachment, async (input) => {
      const file = await receiveFile(input.ctx, attachment.addAttachment);
      return answer(await getService(strapi, 'paymentAttachments').add(editOf(input, input.body), file));
    }),

    removeAttachment: endpoint(strapi, attachment.removeAttachment, async (input) =>
      answer(await getService(strapi, 'paymentAttachments').remove(editOf(input, input.query), input.param('id'))),
    ),

    readAttachment: mediaEndpoint(strapi, attachment.readAttachment, ({ param }) =>
      getService(strapi, 'paymentAttachments').read(param('documentId'), param('id')),
    ),

    getPayment: endpoint(strapi, contract.getPayment, async ({ param }) =>
      answer(await payments().get(param('documentId'))),
    ),

    createPayment: endpoint(strapi, contract.createPayment, async ({ body: { sendEmail, ...input }, actor, ctx }) => {
      const files = await receiveFiles(ctx, contract.createPayment);
      return answer(await payments().create(input, { actor, loud: sendEmail }, files));
    }),

    updatePayment: endpoint(strapi, contract.updatePayment, async (input) => {
      const { revision, sendEmail, ...changes } = input.body;
      return answer(await payments().update(editOf(input, { revision, sendEmail }), changes));
    }),

    deletePayment: endpoint(strapi, contract.deletePayment, async (input) => {
      const edit = editOf(input, input.query);
      await payments().remove(edit);
      return answer({ documentId: edit.payment });
    }),

    cancelPayment: endpoint(strapi, contract.cancelPayment, async (input) =>
      answer(await payments().cancel(editOf(input, input.body))),
    ),

    losePayment: endpoint(strapi, losePayment, async (input) => {
      const { reason, replacedBy = null } = input.body;
      const { intent, ...edit } = editOf(input, input.body);
      return answer(await payments().lose({ ...edit, intent: { ...intent, reason } }, replacedBy));
    }),

    reopenPayment: endpoint(strapi, contract.reopenPayment, async (input) =>
      answer(await payments().reopen(editOf(input, input.body))),
    ),

    pausePayment: endpoint(strapi, contract.pausePayment, async (input) =>
      answer(await payments().setPaused(editOf(input, input.body), true)),
    ),

    resumePayment: endpoint(strapi, contract.resumePayment, async (input) =>
      answer(await payments().setPaused(editOf(input, input.body), false)),
    ),

    replanPayment: endpoint(strapi, instalmentContract.replanPayment, async (input) => {
      const { revision, sendEmail, ...wish } = input.body;
      return answer(await instalments().replan(editOf(input, { revision, sendEmail }), wish));
    }),

    addInstalment: endpoint(strapi, instalmentContract.addInstalment, async (input) => {
      const { revision, sendEmail, ...added } = input.body;
      return answer(await instalments().add(editOf(input, { revision, sendEmail }), added));
    }),

    updateInstalment: endpoint(strapi, instalmentContract.updateInstalment, async (input) => {
      const { revision, sendEmail, ...changes } = input.body;
      return answer(await instalments().update(instalmentEditOf(input, { revision, sendEmail }), changes));
    }),

    deleteInstalment: endpoint(strapi, instalmentContract.deleteInstalment, async (input) =>
      answer(await instalments().remove(instalmentEditOf(input, input.query))),
    ),

    settleInstalment: endpoint(strapi, instalmentContract.settleInstalment, async (input) => {
      const { revision, sendEmail, ...paid } = input.body;
      return answer(await instalments().settle(instalmentEditOf(input, { revision, sendEmail }), paid));
    }),

    unsettleInstalment: endpoint(strapi, instalmentContract.unsettleInstalment, async (input) =>
      answer(await instalments().unsettle(instalmentEditOf(input, input.body))),
    ),
  };
};
