import type { Core } from '@strapi/strapi';
import { routes } from '../../../contracts';
import type { RouteContract } from '../../../contracts/route';
import { removeReceivedFiles } from '../files/received';
import { limits, rateLimit } from '../limits/rate-limit';
import type { Limit } from '../limits/rate-limit';
import { requireSession } from '../users/session';

/** Who asks more often than people do is told to wait. */
const limited: Readonly<Record<string, Limit>> = {
  acceptInvitation: limits.secrets,
  requestPasswordReset: limits.resets,
  getLink: limits.secrets,
  createReceiptByLink: limits.receipts,
  createReceipt: limits.receipts,
  unsubscribe: limits.secrets,
  getCalendarFeed: limits.feeds,
};

const limitOf = ({ id }: RouteContract) => {
  const limit = limited[id];
  return limit ? [rateLimit(limit)] : [];
};

const filesOf = ({ file }: RouteContract) => (file ? [removeReceivedFiles] : []);

/**
 * The contact's half of the contract as Strapi's content-API routes; each handler bears its contract's name. Only users-permissions may sign a contact's
 * request: an API token has no contact behind it.
 */
export const contentApiRoutes = ({ strapi }: { strapi: Core.Strapi }) => {
  const session = requireSession(strapi);
  const ofContact = (route: RouteContract) => ({
    method: route.method,
    path: route.path,
    handler: `contact.${route.id}`,
    config: {
      auth: { strategies: ['users-permissions'] },
      middlewares: [...filesOf(route), session, ...limitOf(route)],
    },
  });
  const ofAnybody = (route: RouteContract) => ({
    method: route.method,
    path: route.path,
    handler: `anybody.${route.id}`,
    config: { auth: false, middlewares: [...filesOf(route), ...limitOf(route)] },
  });
  return {
    type: 'content-api' as const,
    routes: [
      ...routes.filter(({ scope }) => scope === 'contact').map(ofContact),
      ...routes.filter(({ scope }) => scope === 'public').map(ofAnybody),
    ],
  };
};
