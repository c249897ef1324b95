import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/institution';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const institutionControllers = (strapi: Core.Strapi) => {
  const institutions = () => getService(strapi, 'institutions');
  return {
    listInstitutions: endpoint(strapi, contract.listInstitutions, async ({ query }) => {
      const { items, pagination } = await institutions().list(query);
      return { data: items, meta: { pagination } };
    }),

    getInstitution: endpoint(strapi, contract.getInstitution, async ({ param }) => ({
      data: await institutions().get(param('documentId')),
      meta: {},
    })),

    createInstitution: endpoint(strapi, contract.createInstitution, async ({ body }) => ({
      data: await institutions().create(body),
      meta: {},
    })),

    updateInstitution: endpoint(strapi, contract.updateInstitution, async ({ param, body, actor }) => ({
      data: await institutions().update(param('documentId'), body, actor),
      meta: {},
    })),

    deleteInstitution: endpoint(strapi, contract.deleteInstitution, async ({ param }) => {
      await institutions().remove(param('documentId'));
      return { data: { documentId: param('documentId') }, meta: {} };
    }),
  };
};
