import type { Core } from '@strapi/strapi';
import { registerSignInRetry } from './limits/sign-in-retry';
import { limitTransport } from './notices';
import { registerPermissions } from './permissions';
import { registerPortal } from './portal';
import { indexSessions } from './users';

/** Runs before the schema is synchronised: permissions and the portal's routes are entered here, and the mail transport gets its limits. */
export const register = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerPermissions(strapi);
  registerPortal(strapi);
  indexSessions(strapi);
  registerSignInRetry(strapi);
  limitTransport(strapi);
};
