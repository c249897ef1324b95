import type { Core } from '@strapi/strapi';
import * as contract from '../../../../contracts/series';
import * as grid from '../../../../contracts/series-grid';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

const answer = <Data>(data: Data) => ({ data, meta: {} });

/** Recurring obligations, and the grid of a month. */
export const seriesControllers = (strapi: Core.Strapi) => {
  const series = () => getService(strapi, 'series');
  const cells = () => getService(strapi, 'seriesGrid');
  return {
    listSeries: endpoint(strapi, contract.listSeries, async ({ query }) => {
      const { items, pagination } = await series().list(query);
      return { data: items, meta: { pagination } };
    }),

    getSeries: endpoint(strapi, contract.getSeries, async ({ param }) =>
      answer(await series().get(param('documentId'))),
    ),

    createSeries: endpoint(strapi, contract.createSeries, async ({ body }) => answer(await series().create(body))),

    updateSeries: endpoint(strapi, contract.updateSeries, async ({ param, body }) =>
      answer(await series().update(param('documentId'), body)),
    ),

    deleteSeries: endpoint(strapi, contract.deleteSeries, async ({ param, query }) => {
      const documentId = param('documentId');
      await series().remove(documentId, query.revision);
      return answer({ documentId });
    }),

    getSeriesGrid: endpoint(strapi, grid.getSeriesGrid, async ({ query }) => answer(await cells().get(query))),

    fillSeriesGrid: endpoint(strapi, grid.fillSeriesGrid, async ({ body, actor }) =>
      answer(await cells().fill(body, actor)),
    ),
  };
};
