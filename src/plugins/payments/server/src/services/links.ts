import type { Core } from '@strapi/strapi';
import type { getLink } from '../../../contracts/access';
import type { AnswerOf } from '../../../contracts/route';
import { notFound } from '../http/errors';
import type { Actor } from '../record/actor';
import { readScopeOfContact } from '../repositories/access';
import type { Scope } from '../repositories/access';
import { readObligationRow } from '../repositories/obligations';
import { getConfig, getService } from './get-service';

/** What a signed link from a mail opens: one obligation, as its contact sees it, without a sign-in. */
export const links = ({ strapi }: { strapi: Core.Strapi }) => {
  /**
   * The scope of a link: its one obligation, and nothing else of that customer. Asked anew each time, so that a link dies with the contact's part.
   *
   * @throws 404 for a link that was guessed, revoked or has expired, where the contact no longer acts for the customer, and for all
   * links where the host switched them off
   */
  async function open(token: string): Promise<{ scope: Scope; payment: string; contact: Actor }> {
    if (!getConfig(strapi, 'features').signedLinks) throw notFound('Link');
    const row = await getService(strapi, 'tokens').find(['link'], token);
    const scope = row && (await readScopeOfContact(strapi, row.contact));
    const obligation = row?.payment && scope ? await readObligationRow(strapi, scope, row.payment) : null;
    if (!scope || !obligation) throw notFound('Link');
    const customers = scope.customers.filter(({ documentId }) => documentId === obligation.customer.documentId);
    const contact: Actor = { kind: 'contact', id: null, name: null };
    return { scope: { ...scope, customers, only: obligation.documentId }, payment: obligation.documentId, contact };
  }

  return {
    open,

    async get(token: string): Promise<AnswerOf<typeof getLink>> {
      const { scope, payment } = await open(token);
      const { data } = await getService(strapi, 'obligations').getOfScope(scope, payment);
      const { officeName } = await getService(strapi, 'settings').get();
      const today = await getService(strapi, 'clock').today();
      return { data: { office: officeName, today, obligation: data }, meta: {} };
    },
  };
};
