import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/mail-texts';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const mailTextControllers = (strapi: Core.Strapi) => {
  const texts = () => getService(strapi, 'mailTexts');
  return {
    listMailTexts: endpoint(strapi, contract.listMailTexts, async () => ({ data: await texts().list(), meta: {} })),

    updateMailText: endpoint(strapi, contract.updateMailText, async ({ body }) => ({
      data: await texts().update(body),
      meta: {},
    })),

    previewMailText: endpoint(strapi, contract.previewMailText, async ({ body, userId }) => ({
      data: await texts().preview(body, userId),
      meta: {},
    })),
  };
};
