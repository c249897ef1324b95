import type { Core } from '@strapi/strapi';
import { addDays } from '../../../domain/day';
import { inTransaction } from '../repositories/database';
import { claimOverdue } from '../repositories/overdue';
import { tellOverdue } from '../webhooks';
import { getService } from './get-service';

const BATCH = 500;

/** What fell due longer ago is no news: after a long stop, or where the plugin is new to old payments, it stays unsaid. */
const NEWS_DAYS = 7;

/** Tells webhooks of instalments that became overdue, each once for its due date, however many processes look. */
export async function tellOfOverdue(strapi: Core.Strapi): Promise<void> {
  const today = await getService(strapi, 'clock').today();
  const window = { from: addDays(today, -NEWS_DAYS), today };
  for (;;) {
    const told = await inTransaction(strapi, async () => {
      const rows = await claimOverdue(strapi, window, BATCH);
      await tellOverdue(strapi, rows);
      return rows.length;
    });
    if (told < BATCH) return;
  }
}
