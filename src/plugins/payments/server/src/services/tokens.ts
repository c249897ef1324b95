import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  deleteExpiredTokens,
  findToken,
  insertTokens,
  newestToken,
  newTokenId,
  revokeTokens,
} from '../repositories/tokens';
import type { NewToken, TokenPurpose, TokenRow } from '../repositories/tokens';
import { getService } from './get-service';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a secret works, in milliseconds; null until it is revoked. */
const lifetimes: Readonly<Record<TokenPurpose, number | null>> = {
  invitation: 7 * DAY_MS,
  'password-reset': HOUR_MS,
  link: 30 * DAY_MS,
  calendar: null,
  unsubscribe: null,
};

/** What expired so long ago is deleted. */
const KEPT_AFTER_EXPIRY_MS = 90 * DAY_MS;

/** The database keeps hashes alone: who reads it cannot use what it holds. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const isToken = (token: string): boolean => /^[\w-]{43}$/.test(token);

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date | null;
}

/** Secret addresses: each opens one thing, for one contact. */
export const tokens = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  /** A secret that can be shown again, from what the host keeps out of the database. */
  const derived = (purpose: TokenPurpose, documentId: string): string => {
    const [key = ''] = strapi.config.get<string[]>('server.app.keys', []);
    return createHmac('sha256', key).update(`payments:${purpose}:${documentId}`).digest('base64url');
  };
  const rowOf = (
    token: string,
    values: Pick<NewToken, 'purpose' | 'contact'> & Partial<NewToken>,
  ): NewToken & IssuedToken => {
    const lifetime = lifetimes[values.purpose];
    const expiresAt = lifetime === null ? null : new Date(now().getTime() + lifetime);
    return { documentId: newTokenId(), payment: null, email: null, ...values, hash: hashOf(token), expiresAt, token };
  };
  const issue = async (values: Pick<NewToken, 'purpose' | 'contact'> & Partial<NewToken>): Promise<IssuedToken> => {
    const row = rowOf(randomBytes(32).toString('base64url'), values);
    await insertTokens(strapi, [row], now());
    return { token: row.token, expiresAt: row.expiresAt };
  };

  return {
    /** A single-use secret that was sent to an address: whoever brings it reads mail there. */
    issueFor: (purpose: 'invitation' | 'password-reset', contact: string, email: string): Promise<IssuedToken> =>
      issue({ purpose, contact, email }),

    /**
     * Links that open one obligation without a password for 30 days, one for each pair, in the order given.
     *
     * @returns the secrets; the portal opens them at `/link#<secret>`
     */
    async issueLinks(pairs: readonly { contact: string; payment: string }[]): Promise<string[]> {
      const rows = pairs.map((pair) => rowOf(randomBytes(32).toString('base64url'), { purpose: 'link', ...pair }));
      await insertTokens(strapi, rows, now());
      return rows.map(({ token }) => token);
    },

    /** The secret by which a contact's mails switch its reminders off: always the same one. */
    async unsubscribeOf(contact: string): Promise<string> {
      const token = derived('unsubscribe', contact);
      await insertTokens(strapi, [rowOf(token, { purpose: 'unsubscribe', contact })], now());
      return token;
    },

    /** The secret of a contact's calendar, or null where it has none, or the host's keys are others than when it was made. */
    async calendarOf(contact: string): Promise<string | null> {
      const row = await newestToken(strapi, 'calendar', contact);
      const token = row && derived('calendar', row.documentId);
      return token && hashOf(token) === row.hash ? token : null;
    },

    /** A new secret of a contact's calendar; those before stop working. */
    async renewCalendar(contact: string): Promise<string> {
      await revokeTokens(strapi, ['calendar'], contact, now());
      const documentId = newTokenId();
      const token = derived('calendar', documentId);
      await insertTokens(strapi, [rowOf(token, { purpose: 'calendar', contact, documentId })], now());
      return token;
    },

    /** The row of a secret that works: not guessed, used, revoked or expired, and made for this. */
    async find(purposes: readonly TokenPurpose[], token: string): Promise<TokenRow | null> {
      if (!isToken(token)) return null;
      const row = await findToken(strapi, hashOf(token));
      const works =
        row !== null &&
        purposes.includes(row.purpose) &&
        row.usedAt === null &&
        row.revokedAt === null &&
        (row.expiresAt === null || row.expiresAt > now());
      return works ? row : null;
    },

    /** Makes a contact's secrets of these purposes useless. */
    revoke: (purposes: readonly TokenPurpose[], contact: string): Promise<void> =>
      revokeTokens(strapi, purposes, contact, now()),

    /** Forgets what expired long ago. */
    tidy: (): Promise<void> => deleteExpiredTokens(strapi, new Date(now().getTime() - KEPT_AFTER_EXPIRY_MS)),
  };
};
