import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/payment-reminders';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const paymentReminderControllers = (strapi: Core.Strapi) => {
  const reminders = () => getService(strapi, 'paymentReminders');
  return {
    listPaymentReminders: endpoint(strapi, contract.listPaymentReminders, async ({ param, query }) => {
      const { items, pagination } = await reminders().list(param('documentId'), query);
      return { data: items, meta: { pagination } };
    }),

    remindOfPayment: endpoint(strapi, contract.remindOfPayment, async ({ param, body }) => ({
      data: await reminders().remindNow(param('documentId'), body.instalments),
      meta: {},
    })),
  };
};
