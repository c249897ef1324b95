import type { Core } from '@strapi/strapi';
import * as access from '../../../../contracts/access';
import { getCalendarFeed } from '../../../../contracts/me';
import { createReceiptByLink } from '../../../../contracts/receipt';
import { receiveFile } from '../../files/received';
import { endpoint } from '../../http/endpoint';
import { mediaEndpoint } from '../../http/media';
import { openApiDocument } from '../../openapi/document';
import { getService } from '../../services/get-service';
import { contentApiUrl } from '../../services/public-address';

/** What needs no sign-in: a secret stands in its place, or there is nothing to protect. */
export const anybody = ({ strapi }: { strapi: Core.Strapi }) => ({
  acceptInvitation: endpoint(strapi, access.acceptInvitation, ({ body: { token, password }, ctx }) =>
    getService(strapi, 'signIn').accept(ctx, token, password),
  ),

  requestPasswordReset: endpoint(strapi, access.requestPasswordReset, async ({ body: { email } }) => {
    getService(strapi, 'signIn').requestReset(email);
    return { data: {}, meta: {} };
  }),

  getLink: endpoint(strapi, access.getLink, ({ param }) => getService(strapi, 'links').get(param('token'))),

  createReceiptByLink: endpoint(strapi, createReceiptByLink, async ({ param, body: { instalment, ...claim }, ctx }) => {
    const { scope, contact } = await getService(strapi, 'links').open(param('token'));
    const file = await receiveFile(ctx, createReceiptByLink);
    ctx.status = 201;
    return getService(strapi, 'receipts').create(scope, instalment, claim, file, contact);
  }),

  unsubscribe: endpoint(strapi, access.unsubscribe, async ({ param }) => {
    await getService(strapi, 'ownSettings').unsubscribe(param('token'));
    return { data: {}, meta: {} };
  }),

  getCalendarFeed: mediaEndpoint(strapi, getCalendarFeed, ({ param }) =>
    getService(strapi, 'calendarFeed').get(param('token')),
  ),

  getOpenApi: endpoint(strapi, access.getOpenApi, async () => openApiDocument(contentApiUrl(strapi))),
});
