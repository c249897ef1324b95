import type { Core } from '@strapi/strapi';
import type { StaffAction } from '../../contracts/route';
import { PLUGIN_ID } from './constants';

const actions: Readonly<Record<StaffAction, string>> = {
  read: 'See payments, customers and the calendar',
  create: 'Register payments and customers',
  update: 'Change payments and customers',
  delete: 'Delete payments',
  settle: 'Mark instalments as paid',
  review: 'Review receipts',
  send: 'Send and resend notices',
  import: 'Import',
  institutions: 'Manage institutions',
  settings: 'Change the settings, closed days and office closures',
};

/** Enters what roles of the admin can be allowed to do, in their *Plugins* tab. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: { registerMany(actions: object[]): Promise<void> };
  };
  await actionProvider.registerMany(
    Object.entries(actions).map(([uid, displayName]) => ({
      section: 'plugins',
      pluginName: PLUGIN_ID,
      uid,
      displayName,
    })),
  );
}
