import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { groupCalendar, listCalendar } from '../../../../contracts/calendar';
import { endpoint } from '../../http/endpoint';
import { getService } from '../../services/get-service';

/** One address, two answers: the instalments of a window, or the window day by day. */
export const calendarControllers = (strapi: Core.Strapi) => {
  const list = endpoint(strapi, listCalendar, async ({ query }) => {
    const { items, pagination, closedDays } = await getService(strapi, 'staffCalendar').list(query);
    return { data: items, meta: { pagination, closedDays } };
  });
  const byDay = endpoint(strapi, groupCalendar, async ({ query }) => {
    const { days, closedDays } = await getService(strapi, 'staffCalendar').byDay(query);
    return { data: days, meta: { closedDays } };
  });
  return {
    listCalendar: (ctx: Context) => ('groupBy' in ctx.query ? byDay(ctx) : list(ctx)),
  };
};
