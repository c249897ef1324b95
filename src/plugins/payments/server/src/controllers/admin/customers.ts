import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/customer';
import * as actions from '../../../../contracts/customer-actions';
import { listStaff } from '../../../../contracts/staff';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const customerControllers = (strapi: Core.Strapi) => {
  const customers = () => getService(strapi, 'customers');
  return {
    listStaff: endpoint(strapi, listStaff, async () => ({ data: await customers().staff(), meta: {} })),

    listCustomers: endpoint(strapi, contract.listCustomers, async ({ query }) => {
      const { items, pagination } = await customers().list(query);
      return { data: items, meta: { pagination } };
    }),

    getCustomer: endpoint(strapi, contract.getCustomer, async ({ param }) => ({
      data: await customers().get(param('documentId')),
      meta: {},
    })),

    archiveCustomer: endpoint(strapi, actions.archiveCustomer, async ({ param, body }) => ({
      data: await customers().archive(param('documentId'), body.archived),
      meta: {},
    })),

    reassignCustomer: endpoint(strapi, actions.reassignCustomer, async ({ param, body }) => {
      const { customer, reassigned } = await customers().reassign(param('documentId'), body);
      return { data: customer, meta: { reassigned } };
    }),

    getStatement: endpoint(strapi, actions.getStatement, async ({ param, query }) => ({
      data: await getService(strapi, 'statements').of(param('documentId'), query),
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
