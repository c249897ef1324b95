import type { Core } from '@strapi/strapi';
import { startCron } from './cron';
import { startLifecycles } from './lifecycles';
import { startLive } from './live';
import { startNotices } from './notices';
import { persistTables } from './persisted-tables';
import { getService } from './services/get-service';
import { grantOnce, watchUsers } from './users';

/** What works by itself; started in one go, so that a stop comes before all of it or after. */
const startWork = (strapi: Core.Strapi): void => {
  startNotices(strapi);
  startCron(strapi);
  void getService(strapi, 'reminderSchedules').workOff();
};

/**
 * Runs once the database is ready: hooks first, so that nothing is written without history. What works by itself waits until the server
 * listens: commands such as `strapi export` load a host, too, and must send nothing of an office whose server is elsewhere, or is a copy.
 */
export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await persistTables(strapi);
  await startLifecycles(strapi);
  await grantOnce(strapi);
  watchUsers(strapi);
  startLive(strapi);
  strapi.server.httpServer.once('listening', () => startWork(strapi));
};
