import type { Core } from '@strapi/strapi';
import { stopCron } from './cron';
import { stopLive } from './live';
import { stopNotices } from './notices';

/** Runs while Strapi stops, before it cuts connections: streams say goodbye, mails in hand are finished or given back. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await stopCron(strapi);
  await Promise.all([stopLive(strapi), stopNotices(strapi)]);
};
