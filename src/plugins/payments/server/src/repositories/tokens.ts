import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, toDate } from './database';

export type TokenPurpose = 'invitation' | 'password-reset' | 'link' | 'calendar' | 'unsubscribe';

export interface NewToken {
  readonly documentId: string;
  readonly hash: string;
  readonly purpose: TokenPurpose;
  readonly contact: string;
  readonly payment: string | null;
  /** Where it was sent, for tokens that prove who reads that address. */
  readonly email: string | null;
  readonly expiresAt: Date | null;
}

export interface TokenRow extends NewToken {
  readonly id: number;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const newTokenId = (): string => createId();

const columns = {
  id: 'id',
  documentId: 'document_id',
  hash: 'hash',
  purpose: 'purpose',
  contact: 'contact_document_id',
  payment: 'payment_document_id',
  email: 'email',
  expiresAt: 'expires_at',
  usedAt: 'used_at',
  revokedAt: 'revoked_at',
};

const tokenOf = (row: Record<string, unknown>): TokenRow =>
  ({
    ...row,
    id: Number(row.id),
    expiresAt: toDate(row.expiresAt),
    usedAt: toDate(row.usedAt),
    revokedAt: toDate(row.revokedAt),
  }) as TokenRow;

/** Inserts tokens; one whose hash is there already stays as it is. */
export async function insertTokens(strapi: Core.Strapi, tokens: readonly NewToken[], now: Date): Promise<void> {
  if (tokens.length === 0) return;
  const db = await connect(strapi);
  const rows = tokens.map((token) => ({
    document_id: token.documentId,
    hash: token.hash,
    purpose: token.purpose,
    contact_document_id: token.contact,
    payment_document_id: token.payment,
    email: token.email,
    expires_at: token.expiresAt,
    created_at: now,
    updated_at: now,
    published_at: now,
  }));
  await db(table.accessToken).insert(rows).onConflict('hash').ignore();
}

export async function findToken(strapi: Core.Strapi, hash: string): Promise<TokenRow | null> {
  const db = await connect(strapi);
  const [row] = (await db(table.accessToken).where({ hash }).limit(1).select(columns)) as Record<string, unknown>[];
  return row ? tokenOf(row) : null;
}

/** The newest token of a contact that was neither used nor revoked. */
export async function newestToken(
  strapi: Core.Strapi,
  purpose: TokenPurpose,
  contact: string,
): Promise<TokenRow | null> {
  const db = await connect(strapi);
  const [row] = (await db(table.accessToken)
    .where({ contact_document_id: contact, purpose })
    .whereNull('used_at')
    .whereNull('revoked_at')
    .orderBy('id', 'desc')
    .limit(1)
    .select(columns)) as Record<string, unknown>[];
  return row ? tokenOf(row) : null;
}

/** How many tokens of a purpose a contact got since then. */
export async function countTokens(
  strapi: Core.Strapi,
  purpose: TokenPurpose,
  contact: string,
  since: Date,
): Promise<number> {
  const db = await connect(strapi);
  const [row] = (await db(table.accessToken)
    .where({ contact_document_id: contact, purpose })
    .where('created_at', '>=', since)
    .count({ count: '*' })) as { count: number | string }[];
  return Number(row?.count ?? 0);
}

/** Marks a token used; false where somebody else used it meanwhile. */
export async function takeToken(strapi: Core.Strapi, id: number, now: Date): Promise<boolean> {
  const db = await connect(strapi);
  const taken = await db(table.accessToken)
    .where({ id })
    .whereNull('used_at')
    .update({ used_at: now, updated_at: now });
  return Number(taken) === 1;
}

/** Revokes a contact's tokens of these purposes. */
export async function revokeTokens(
  strapi: Core.Strapi,
  purposes: readonly TokenPurpose[],
  contact: string,
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  await db(table.accessToken)
    .where({ contact_document_id: contact })
    .whereIn('purpose', purposes)
    .whereNull('revoked_at')
    .update({ revoked_at: now, updated_at: now });
}

/** Forgets tokens that expired before then: they open nothing and only fill the table. */
export async function deleteExpiredTokens(strapi: Core.Strapi, before: Date): Promise<void> {
  const db = await connect(strapi);
  await db(table.accessToken).where('expires_at', '<', before).delete();
}
