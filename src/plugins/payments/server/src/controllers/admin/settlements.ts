import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/settlements';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const settlementControllers = (strapi: Core.Strapi) => {
  const settlements = () => getService(strapi, 'settlements');
  return {
    previewSettlements: endpoint(strapi, contract.previewSettlements, async ({ body }) => ({
      data: await settlements().preview(body.text),
      meta: {},
    })),

    applySettlements: endpoint(strapi, contract.applySettlements, async ({ body, actor }) => ({
      data: await settlements().apply(body.settlements, { actor, loud: body.sendEmail }),
      meta: {},
    })),
  };
};
