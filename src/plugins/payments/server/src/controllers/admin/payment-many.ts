import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/payment-many';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

const answer = <Data>(data: Data) => ({ data, meta: {} });

/** One obligation of many customers. */
export const paymentManyControllers = (strapi: Core.Strapi) => {
  const many = () => getService(strapi, 'paymentMany');
  return {
    findMany: endpoint(strapi, contract.findMany, async ({ body }) => answer(await many().find(body))),

    previewMany: endpoint(strapi, contract.previewMany, async ({ body }) => answer(await many().preview(body))),

    createMany: endpoint(strapi, contract.createMany, async ({ body, actor }) =>
      answer(await many().create(body, { actor, loud: body.sendEmail })),
    ),
  };
};
