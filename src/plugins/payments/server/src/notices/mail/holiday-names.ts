import type { Core } from '@strapi/types';
import { getService } from '../../services/get-service';
import type { ContextInput } from './context';

/** Names of the office's public holidays in each language that mails are written in. */
export async function holidayNamesOf(strapi: Core.Strapi): Promise<ContextInput['holidayNames']> {
  const calendar = getService(strapi, 'calendar');
  return { el: await calendar.holidayNames('el'), en: await calendar.holidayNames('en') };
}
