import type { Core } from '@strapi/strapi';
import { table, uid, USER_UID } from '../constants';
import { connect, toBoolean } from './database';
import { linkOf } from './links';

/** A contact's own settings. */
export interface OwnContact {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: string | null;
  readonly reminders: boolean;
}

/** The contacts that sign in as this user, the oldest first. */
export async function readOwnContacts(strapi: Core.Strapi, userId: number): Promise<OwnContact[]> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const rows = (await db(`${logins.table} as login`)
    .join(`${table.contact} as contact`, 'contact.id', `login.${logins.source}`)
    .where(`login.${logins.target}`, userId)
    .orderBy('contact.id')
    .select({
      id: 'contact.id',
      documentId: 'contact.document_id',
      name: 'contact.name',
      email: 'contact.email',
      language: 'contact.language',
      reminders: 'contact.receives_reminders',
    })) as (Omit<OwnContact, 'reminders'> & { reminders: unknown })[];
  return rows.map((row) => ({ ...row, id: Number(row.id), reminders: toBoolean(row.reminders) }));
}

/** Writes what a contact may change of itself, on all contacts that sign in as one user. */
export async function writeOwnSettings(
  strapi: Core.Strapi,
  ids: readonly number[],
  { language, reminders }: { language?: string | null; reminders?: boolean },
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  await db(table.contact)
    .whereIn('id', ids)
    .update({
      ...(language !== undefined && { language }),
      ...(reminders !== undefined && { receives_reminders: reminders }),
      updated_at: now,
    });
}

/** Switches a contact's reminders off; false where there is no such contact. */
export async function stopReminders(strapi: Core.Strapi, contactDocumentId: string, now: Date): Promise<boolean> {
  const db = await connect(strapi);
  const changed = await db(table.contact)
    .where({ document_id: contactDocumentId })
    .update({ receives_reminders: false, updated_at: now });
  return Number(changed) > 0;
}

/** A contact's login and language; null where there is no such contact, or its login is blocked. */
export async function readLogin(
  strapi: Core.Strapi,
  contactDocumentId: string,
): Promise<{ userId: number | null; language: string | null } | null> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const [row] = (await db(`${table.contact} as contact`)
    .leftJoin(`${logins.table} as login`, `login.${logins.source}`, 'contact.id')
    .leftJoin(`${strapi.db.metadata.get(USER_UID).tableName} as account`, 'account.id', `login.${logins.target}`)
    .where('contact.document_id', contactDocumentId)
    .limit(1)
    .select({ language: 'contact.language', userId: 'account.id', blocked: 'account.blocked' })) as {
    language: string | null;
    userId: number | null;
    blocked: unknown;
  }[];
  if (!row || toBoolean(row.blocked)) return null;
  return { userId: row.userId === null ? null : Number(row.userId), language: row.language };
}
