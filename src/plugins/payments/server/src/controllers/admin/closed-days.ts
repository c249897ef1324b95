import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/closed-days';
import * as closureContract from '../../../../contracts/office-closures';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

export const closedDayControllers = (strapi: Core.Strapi) => {
  const closedDays = () => getService(strapi, 'closedDays');
  const closures = () => getService(strapi, 'officeClosures');
  const effects = () => getService(strapi, 'closedDayEffects');
  return {
    listClosedDays: endpoint(strapi, contract.listClosedDays, async ({ query }) => {
      const { items, pagination } = await closedDays().list(query);
      return { data: items, meta: { pagination } };
    }),

    listPublicHolidays: endpoint(strapi, contract.listPublicHolidays, ({ query }) => closedDays().holidays(query)),

    getClosedDay: endpoint(strapi, contract.getClosedDay, async ({ param }) => ({
      data: await closedDays().get(param('documentId')),
      meta: {},
    })),

    createClosedDay: endpoint(strapi, contract.createClosedDay, async ({ body }) => ({
      data: await closedDays().create(body),
      meta: {},
    })),

    updateClosedDay: endpoint(strapi, contract.updateClosedDay, async ({ param, body }) => ({
      data: await closedDays().update(param('documentId'), body),
      meta: {},
    })),

    deleteClosedDay: endpoint(strapi, contract.deleteClosedDay, async ({ param }) => {
      await closedDays().remove(param('documentId'));
      return { data: { documentId: param('documentId') }, meta: {} };
    }),

    listClosedDayEffects: endpoint(strapi, contract.listClosedDayEffects, async () => {
      const { effects: data, total, more } = await effects().list();
      return { data, meta: { total, ...(more && { more: true as const }) } };
    }),

    applyClosedDayEffects: endpoint(strapi, contract.applyClosedDayEffects, async ({ body, actor }) => ({
      data: await effects().apply(body.effects, { actor, loud: body.sendEmail }),
      meta: {},
    })),

    listOfficeClosures: endpoint(strapi, closureContract.listOfficeClosures, async ({ query }) => {
      const { items, pagination } = await closures().list(query);
      return { data: items, meta: { pagination } };
    }),

    getOfficeClosure: endpoint(strapi, closureContract.getOfficeClosure, async ({ param }) => ({
      data: await closures().get(param('documentId')),
      meta: {},
    })),

    createOfficeClosure: endpoint(strapi, closureContract.createOfficeClosure, async ({ body }) => ({
      data: await closures().create(body),
      meta: {},
    })),

    updateOfficeClosure: endpoint(strapi, closureContract.updateOfficeClosure, async ({ param, body }) => ({
      data: await closures().update(param('documentId'), body),
      meta: {},
    })),

    deleteOfficeClosure: endpoint(strapi, closureContract.deleteOfficeClosure, async ({ param }) => {
      await closures().remove(param('documentId'));
      return { data: { documentId: param('documentId') }, meta: {} };
    }),
  };
};
