import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/customer-data';
import { endpoint } from '../../http/endpoint';
import { mediaEndpoint } from '../../http/media';
import { getService } from '../../services/get-service';

export const customerDataControllers = (strapi: Core.Strapi) => {
  const data = () => getService(strapi, 'customerData');
  return {
    previewErasure: endpoint(strapi, contract.previewErasure, async ({ param }) => ({
      data: await data().preview(param('documentId')),
      meta: {},
    })),

    eraseCustomer: endpoint(strapi, contract.eraseCustomer, async ({ param, body, actor }) => ({
      data: await data().erase(param('documentId'), body, actor),
      meta: {},
    })),

    exportCustomer: endpoint(strapi, contract.exportCustomer, async ({ param }) => ({
      data: await data().export(param('documentId')),
      meta: {},
    })),

    exportCustomerArchive: mediaEndpoint(strapi, contract.exportCustomerArchive, async ({ param }) => ({
      type: 'application/zip',
      body: await data().archive(param('documentId')),
      filename: `customer-${param('documentId')}.zip`,
    })),
  };
};
