import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/settings';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const settingsControllers = (strapi: Core.Strapi) => {
  const office = () => getService(strapi, 'officeSettings');
  return {
    getSettings: endpoint(strapi, contract.getSettings, async () => ({ data: await office().get(), meta: {} })),

    updateSettings: endpoint(strapi, contract.updateSettings, async ({ body }) => ({
      data: await office().update(body),
      meta: {},
    })),

    getHostConfiguration: endpoint(strapi, contract.getHostConfiguration, async () => ({
      data: await office().host(),
      meta: {},
    })),

    listHolidayCountries: endpoint(strapi, contract.listHolidayCountries, async ({ query }) => ({
      data: [...(await office().countries(query.language))],
      meta: {},
    })),
  };
};
