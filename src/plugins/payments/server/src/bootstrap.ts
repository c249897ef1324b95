import type { Core } from '@strapi/strapi';
import { startCron } from './cron';
import { startLifecycles } from './lifecycles';
import { startLive } from './live';
import { startNotices } from './notices';
import { persistTables } from './persisted-tables';
import { getService } from './services/get-service';
import { grantOnce, watchUsers } from './users';

/** Runs once the database is ready: hooks first, so that nothing is written without history, then what works by itself. */
export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await persistTables(strapi);
  await startLifecycles(strapi);
  await grantOnce(strapi);
  watchUsers(strapi);
  startLive(strapi);
  await getService(strapi, 'reminderSchedules').workOff();
  startNotices(strapi);
  startCron(strapi);
};
