import type { Core } from '@strapi/strapi';
import { uid } from '../constants';
import { checkHooks } from './boot-check';
import { directoryHooks } from './directory';
import { paymentHooks } from './payment-hooks';
import { wrapWrites } from './transactions';

/** Subscribes the plugin's hooks, makes bare writes atomic with them, and proves that both hold. */
export async function startLifecycles(strapi: Core.Strapi): Promise<void> {
  wrapWrites(strapi, new Set(Object.values(uid)));
  for (const hooks of [...paymentHooks(strapi), ...directoryHooks(strapi)])
    strapi.db.lifecycles.subscribe(hooks as never);
  await checkHooks(strapi);
}
