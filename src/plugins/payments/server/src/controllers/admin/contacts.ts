import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/customer';
import { inviteContact } from '../../../../contracts/customer-actions';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const contactControllers = (strapi: Core.Strapi) => {
  const contacts = () => getService(strapi, 'contacts');
  return {
    listContacts: endpoint(strapi, contract.listContacts, async ({ query }) => {
      const { items, pagination } = await contacts().list(query);
      return { data: items, meta: { pagination } };
    }),

    getContact: endpoint(strapi, contract.getContact, async ({ param }) => ({
      data: await contacts().get(param('documentId')),
      meta: {},
    })),

    inviteContact: endpoint(strapi, inviteContact, async ({ param }) => {
      const contact = await contacts().get(param('documentId'));
      await getService(strapi, 'signIn').invite(contact.documentId);
      return { data: contact, meta: {} };
    }),

    createContact: endpoint(strapi, contract.createContact, async ({ body }) => ({
      data: await contacts().create(body),
      meta: {},
    })),

    updateContact: endpoint(strapi, contract.updateContact, async ({ param, body }) => ({
      data: await contacts().update(param('documentId'), body),
      meta: {},
    })),
  };
};
