import type { Core } from '@strapi/strapi';
import { registerCrossOrigin } from './http/cross-origin';
import { registerSignInRetry } from './limits/sign-in-retry';
import { limitTransport } from './notices';
import { registerPermissions } from './permissions';
import { registerPortal } from './portal';
import { readCommitted, tellFailedCommits } from './repositories/transactions';
import { indexSessions, registerSignInNotes } from './users';
import { allowWebhooks } from './webhooks';

/** Runs before the schema is synchronised: permissions and the portal's routes are entered here, and the mail transport
 * and the database's transactions get their rules. */
export const register = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  readCommitted(strapi);
  tellFailedCommits(strapi);
  await registerPermissions(strapi);
  registerPortal(strapi);
  indexSessions(strapi);
  registerSignInRetry(strapi);
  registerSignInNotes(strapi);
  registerCrossOrigin(strapi);
  limitTransport(strapi);
  allowWebhooks(strapi);
};
