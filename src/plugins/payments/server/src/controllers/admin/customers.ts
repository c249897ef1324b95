import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/customer';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const customerControllers = (strapi: Core.Strapi) => {
  const customers = () => getService(strapi, 'customers');
  return {
    listCustomers: endpoint(strapi, contract.listCustomers, async ({ query }) => {
      const { items, pagination } = await customers().list(query);
      return { data: items, meta: { pagination } };
    }),

    getCustomer: endpoint(strapi, contract.getCustomer, async ({ param }) => ({
      data: await customers().get(param('documentId')),
      meta: {},
    })),

    createCustomer: endpoint(strapi, contract.createCustomer, async ({ body }) => ({
      data: await customers().create(body),
      meta: {},
    })),

    updateCustomer: endpoint(strapi, contract.updateCustomer, async ({ param, body, actor }) => ({
      data: await customers().update(param('documentId'), body, actor),
      meta: {},
    })),
  };
};
