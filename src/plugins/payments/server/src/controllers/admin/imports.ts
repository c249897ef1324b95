import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/imports';
import { receiveSheet } from '../../files/received';
import { endpoint } from '../../http/endpoint';
import { mediaEndpoint } from '../../http/media';
import { getService } from '../../services/get-service';

const answer = <Data>(data: Data) => ({ data, meta: {} });

export const importControllers = (strapi: Core.Strapi) => {
  const imports = () => getService(strapi, 'imports');
  return {
    createImport: endpoint(strapi, contract.createImport, async ({ body, ctx, actor }) =>
      answer(await imports().create(body, await receiveSheet(ctx, contract.createImport), actor)),
    ),

    listImports: endpoint(strapi, contract.listImports, async ({ query }) => {
      const { items, pagination } = await imports().list(query.page, query.pageSize);
      return { data: items, meta: { pagination } };
    }),

    getImport: endpoint(strapi, contract.getImport, async ({ param }) =>
      answer(await imports().get(param('documentId'))),
    ),

    undoImport: endpoint(strapi, contract.undoImport, async ({ param, actor }) =>
      answer(await imports().undo(param('documentId'), actor)),
    ),

    getImportTemplate: mediaEndpoint(strapi, contract.getImportTemplate, async ({ query }) =>
      imports().template(query.kind, query.language),
    ),
  };
};
