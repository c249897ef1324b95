import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/extensions';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const extensionControllers = (strapi: Core.Strapi) => {
  const extensions = () => getService(strapi, 'extensions');
  return {
    previewExtension: endpoint(strapi, contract.previewExtension, async ({ body }) => {
      const { candidates, more, closed } = await extensions().preview(body);
      return { data: candidates, meta: { ...(more && { more: true as const }), closed } };
    }),

    createExtension: endpoint(strapi, contract.createExtension, async ({ body, actor }) => ({
      data: await extensions().create(body, actor),
      meta: {},
    })),

    listExtensions: endpoint(strapi, contract.listExtensions, async ({ query }) => {
      const { items, pagination } = await extensions().list(query);
      return { data: items, meta: { pagination } };
    }),

    getExtension: endpoint(strapi, contract.getExtension, async ({ param }) => ({
      data: await extensions().get(param('documentId')),
      meta: {},
    })),

    undoExtension: endpoint(strapi, contract.undoExtension, async ({ param, body, actor }) => ({
      data: await extensions().undo(param('documentId'), body, actor),
      meta: {},
    })),
  };
};
