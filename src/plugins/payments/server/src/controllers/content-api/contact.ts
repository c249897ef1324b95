import type { Core } from '@strapi/strapi';
import * as me from '../../../../contracts/me';
import * as obligation from '../../../../contracts/obligation';
import * as receipt from '../../../../contracts/receipt';
import { receiveFile } from '../../files/received';
import { endpoint } from '../../http/endpoint';
import { mediaEndpoint } from '../../http/media';
import { openStream } from '../../live';
import { getService } from '../../services/get-service';

const obligations = (strapi: Core.Strapi) => {
  const service = () => getService(strapi, 'obligations');
  return {
    listObligations: endpoint(strapi, obligation.listObligations, ({ userId, query }) => service().list(userId, query)),
    getObligation: endpoint(strapi, obligation.getObligation, ({ userId, param }) =>
      service().get(userId, param('documentId')),
    ),
    listInstalments: endpoint(strapi, obligation.listInstalments, ({ userId, query }) =>
      service().listInstalments(userId, query),
    ),
    getSummary: endpoint(strapi, obligation.getSummary, ({ userId }) => service().summary(userId)),
    getAttachment: mediaEndpoint(strapi, receipt.getAttachment, ({ userId, param }) =>
      getService(strapi, 'attachments').get(userId, param('documentId'), param('id')),
    ),
    getQrCode: mediaEndpoint(strapi, receipt.getQrCode, ({ userId, param }) =>
      getService(strapi, 'qr').get(userId, param('documentId')),
    ),
    streamEvents: openStream(strapi),
  };
};

const receipts = (strapi: Core.Strapi) => {
  const service = () => getService(strapi, 'receipts');
  const scopeOf = (userId: number) => getService(strapi, 'access').of(userId);
  return {
    createReceipt: endpoint(strapi, receipt.createReceipt, async ({ userId, param, body, actor, ctx }) => {
      const file = await receiveFile(ctx, receipt.createReceipt);
      ctx.status = 201;
      return service().create(await scopeOf(userId), param('documentId'), body, file, actor);
    }),
    withdrawReceipt: endpoint(strapi, receipt.withdrawReceipt, async ({ userId, param, actor }) =>
      service().withdraw(await scopeOf(userId), param('documentId'), actor),
    ),
    getReceiptFile: mediaEndpoint(strapi, receipt.getReceiptFile, async ({ userId, param }) =>
      service().file(await scopeOf(userId), param('documentId')),
    ),
  };
};

const settings = (strapi: Core.Strapi) => {
  const service = () => getService(strapi, 'ownSettings');
  return {
    getMe: endpoint(strapi, me.getMe, ({ userId }) => service().get(userId)),
    updateMe: endpoint(strapi, me.updateMe, ({ userId, body }) => service().update(userId, body)),
    renewCalendarFeed: endpoint(strapi, me.renewCalendarFeed, ({ userId }) => service().renewCalendar(userId)),
    revokeCalendarFeed: endpoint(strapi, me.revokeCalendarFeed, ({ userId }) => service().revokeCalendar(userId)),
  };
};

/** What a signed-in contact may do; each action bears its contract's name. */
export const contact = ({ strapi }: { strapi: Core.Strapi }) => ({
  ...obligations(strapi),
  ...receipts(strapi),
  ...settings(strapi),
});
