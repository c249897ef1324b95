import type { Core } from '@strapi/types';
import * as contract from '../../../../contracts/notice';
import type { NoticeAction } from '../../../../contracts/notice';
import * as actions from '../../../../contracts/notice-actions';
import { getHealth } from '../../../../contracts/health';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const noticeControllers = (strapi: Core.Strapi) => {
  const log = () => getService(strapi, 'noticeLog');
  const notices = () => getService(strapi, 'notices');

  const act = (route: typeof actions.retryNotice, action: NoticeAction) =>
    endpoint(strapi, route, async ({ param }) => ({ data: await log().act(action, param('documentId')), meta: {} }));

  return {
    listNotices: endpoint(strapi, contract.listNotices, async ({ query }) => {
      const { items, pagination } = await log().list(query);
      return { data: items, meta: { pagination } };
    }),

    getNotice: endpoint(strapi, contract.getNotice, async ({ param }) => ({
      data: await log().get(param('documentId')),
      meta: {},
    })),

    forecastNotices: endpoint(strapi, contract.forecastNotices, async ({ query }) => {
      const { items, more } = await notices().forecast(query.days);
      return { data: items, meta: more ? { more: true as const } : {} };
    }),

    getHealth: endpoint(strapi, getHealth, async () => ({ data: await getService(strapi, 'health').get(), meta: {} })),

    retryNotice: act(actions.retryNotice, 'retry'),
    discardNotice: act(actions.discardNotice, 'discard'),
    resendNotice: act(actions.resendNotice, 'resend'),
    bouncedNotice: act(actions.bouncedNotice, 'bounced'),
    holdNotice: act(actions.holdNotice, 'hold'),

    holdReminder: endpoint(strapi, actions.holdReminder, async ({ param }) => ({
      data: await notices().holdReminder(param('documentId')),
      meta: {},
    })),

    sendMessage: endpoint(strapi, actions.sendMessage, async ({ param, body }) => ({
      data: await notices().message(param('documentId'), body),
      meta: {},
    })),

    sendTestMail: endpoint(strapi, actions.sendTestMail, async ({ body, userId }) => ({
      data: await getService(strapi, 'testMail').send(body, userId),
      meta: {},
    })),
  };
};
