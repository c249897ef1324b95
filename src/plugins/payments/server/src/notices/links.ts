import type { Core } from '@strapi/types';
import { getConfig, getService } from '../services/get-service';
import { contentApiUrl, portalAddress, publicUrl } from '../services/public-address';
import type { Links } from './mail/context';

/** One contact and one payment that a mail to it speaks of. */
export interface LinkPair {
  readonly contact: string;
  readonly payment: string;
}

/** Links of one mail, and the secrets in them, which the log must not keep. */
export interface SecretLinks {
  readonly links: Links;
  readonly secrets: readonly string[];
}

/** Where mails lead without a secret. Where the host serves no portal, all links lead to its own site. */
function plainLinks(strapi: Core.Strapi): Links {
  const base = publicUrl(strapi);
  const portalPath = getConfig(strapi, 'portalPath');
  if (portalPath === false) return { obligation: () => base, all: base, settings: base };
  const portal = `${base}${portalPath}`;
  return {
    obligation: (payment) => `${portal}/obligations/${payment}`,
    all: portal,
    settings: `${portal}/settings`,
  };
}

/**
 * Makes the signed links of a batch of mails in one statement: each opens one obligation for one contact, without a password.
 *
 * @returns the links of a contact's mail about these payments
 */
export async function signLinks(
  strapi: Core.Strapi,
  pairs: readonly LinkPair[],
): Promise<(contact: string, payments: readonly string[]) => SecretLinks> {
  const plain = plainLinks(strapi);
  const signs = getConfig(strapi, 'portalPath') !== false && getConfig(strapi, 'features').signedLinks;
  if (!signs) return () => ({ links: plain, secrets: [] });
  const different = [...new Map(pairs.map((pair) => [keyOf(pair.contact, pair.payment), pair])).entries()];
  const tokens = await getService(strapi, 'tokens').issueLinks(different.map(([, pair]) => pair));
  const signed = new Map(different.map(([key], index) => [key, tokens[index] as string]));
  return (contact, payments) => ({
    links: {
      ...plain,
      obligation(payment) {
        const token = signed.get(keyOf(contact, payment));
        return (token && portalAddress(strapi, 'link', token)) ?? plain.obligation(payment);
      },
    },
    secrets: payments.flatMap((payment) => signed.get(keyOf(contact, payment)) ?? []),
  });
}

const keyOf = (contact: string, payment: string): string => `${contact}|${payment}`;

/** The secrets by which mails switch a contact's reminders off with one click. */
export async function unsubscribeTokens(
  strapi: Core.Strapi,
  contacts: readonly string[],
): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const contact of new Set(contacts)) {
    tokens.set(contact, await getService(strapi, 'tokens').unsubscribeOf(contact));
  }
  return tokens;
}

/** Where a mail reader posts to when somebody unsubscribes (RFC 8058). */
export const unsubscribeUrl = (strapi: Core.Strapi, token: string): string =>
  `${contentApiUrl(strapi)}/unsubscribe/${token}`;
