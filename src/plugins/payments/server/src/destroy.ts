import type { Core } from '@strapi/strapi';
import { stopCron } from './cron';
import { stopLive } from './live';
import { stopNotices } from './notices';
import { getService } from './services/get-service';

/** Runs while Strapi stops, before it cuts connections: streams say goodbye, mails in hand are finished or given back, an import is rolled back. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await stopCron(strapi);
  await Promise.all([stopLive(strapi), stopNotices(strapi), getService(strapi, 'importRuns').stop()]);
};
