import type { Client } from '../../services/client';

interface ClientEvent {
  readonly result: Client;
}

const tellPayments = async ({ result }: ClientEvent): Promise<void> => {
  // A host may run without the plugin, for instance while it is being installed.
  if (strapi.plugin('payments')) await strapi.service('api::client.client').tellPayments(result);
};

/**
 * Every write of a client reaches the plugin in the same transaction. Deleting one leaves its customer: what was owed and paid stays on
 * record, and staff archive the customer when nothing is open.
 */
export default { afterCreate: tellPayments, afterUpdate: tellPayments };
