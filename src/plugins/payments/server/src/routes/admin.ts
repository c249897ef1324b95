import { routes } from '../../../contracts';
import { removeReceivedFiles } from '../files/received';
import { PLUGIN_ID } from '../constants';

const staffRoutes = routes.filter(({ scope, path }) => scope === 'staff' && !path.includes('?'));

/** The staff's half of the contract as Strapi's admin routes; each handler bears its contract's name. */
export const adminRoutes = {
  type: 'admin' as const,
  routes: staffRoutes.map(({ id, method, path, action, file }) => ({
    method,
    path,
    handler: `staff.${id}`,
    config: {
      ...(file && { middlewares: [removeReceivedFiles] }),
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [`plugin::${PLUGIN_ID}.${action}`] } },
      ],
    },
  })),
};
