import type { Core } from '@strapi/strapi';
import type { HolidayNameOf } from '../closed-days/names';
import { getService } from './get-service';

interface RequestState {
  readonly route?: { readonly info?: { readonly type?: string } };
  readonly user?: { readonly preferedLanguage?: string | null };
}

/**
 * Language in which the administrator who asks reads the admin: Greek where the profile says so, else English, which is what Strapi's panel
 * shows to who chose nothing. Null outside a request of the admin.
 */
export function staffLanguage(strapi: Core.Strapi): 'el' | 'en' | null {
  const state = strapi.requestContext.get()?.state as RequestState | undefined;
  if (state?.route?.info?.type !== 'admin') return null;
  return state.user?.preferedLanguage?.startsWith('el') ? 'el' : 'en';
}

/** Public holidays as the administrator who asks names them; outside a request of the admin they stay as they are kept. */
export async function staffHolidayNames(strapi: Core.Strapi): Promise<HolidayNameOf> {
  const language = staffLanguage(strapi);
  return language ? getService(strapi, 'calendar').holidayNames(language) : (name) => name;
}
