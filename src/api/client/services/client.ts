import { factories } from '@strapi/strapi';

/** A client of the office's register. */
export interface Client {
  readonly number: string;
  readonly name: string;
  readonly vatNumber?: string | null;
  readonly phone?: string | null;
  readonly contactPerson?: string | null;
  readonly email?: string | null;
}

/**
 * How any Strapi code joins its own records to the plugin's: by the plugin's service, with the record's own key as the reference. The
 * plugin finds or makes the customer, and people by their addresses, so that telling it twice changes nothing.
 */
export default factories.createCoreService('api::client.client', ({ strapi }) => ({
  /** Throws the plugin's ValidationError, which names the field; the write of the client is then undone with it. */
  async tellPayments({ number, name, vatNumber, phone, contactPerson, email }: Client): Promise<void> {
    await strapi
      .plugin('payments')
      .service('customers')
      .upsertByReference({
        reference: `client ${number}`,
        name,
        taxNumber: vatNumber || null,
        phone: phone || null,
        contacts: email ? [{ name: contactPerson || name, email }] : [],
      });
  },
}));
