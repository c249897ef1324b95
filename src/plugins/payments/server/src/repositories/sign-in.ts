import type { Core } from '@strapi/strapi';
import { table, uid, USER_UID } from '../constants';
import { connect, toBoolean } from './database';
import { linkOf } from './links';

/** A contact and the user it signs in as, or would. */
export interface Invited {
  readonly documentId: string;
  readonly email: string | null;
  /** Its own user, or the user who has its email address; null where there is neither. */
  readonly userId: number | null;
  readonly username: string | null;
  readonly blocked: boolean;
  /** Whether the user is its own already. */
  readonly isLinked: boolean;
}

const usersTable = (strapi: Core.Strapi): string => strapi.db.metadata.get(USER_UID).tableName;

export async function readInvited(strapi: Core.Strapi, documentId: string): Promise<Invited | null> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const [contact] = (await db(`${table.contact} as contact`)
    .leftJoin(`${logins.table} as login`, `login.${logins.source}`, 'contact.id')
    .where('contact.document_id', documentId)
    .limit(1)
    .select({ email: 'contact.email', linked: `login.${logins.target}` })) as {
    email: string | null;
    linked: unknown;
  }[];
  if (!contact) return null;
  const isLinked = contact.linked !== null && contact.linked !== undefined;
  const users = db(usersTable(strapi)).limit(1).select('id', 'username', 'blocked');
  const email = contact.email?.toLowerCase() ?? '';
  const [user] = (await (isLinked
    ? users.where({ id: contact.linked })
    : users.where({ email, provider: 'local' }))) as { id: number; username: string; blocked: unknown }[];
  return {
    documentId,
    email: contact.email,
    userId: user ? Number(user.id) : null,
    username: user?.username ?? null,
    blocked: toBoolean(user?.blocked),
    isLinked,
  };
}

/** Locks a contact until the transaction ends. SQLite has one writer at a time and needs no lock. */
export async function lockContact(strapi: Core.Strapi, documentId: string): Promise<void> {
  const db = await connect(strapi);
  if (db.dialect === 'sqlite') return;
  await db(table.contact).where({ document_id: documentId }).forUpdate().select('id');
}

/** Contacts with a login that may be used, whose own or whose user's address this is; the mail goes to the contact's. */
export async function findContactsToReset(
  strapi: Core.Strapi,
  email: string,
): Promise<{ documentId: string; email: string }[]> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const rows = (await db(`${usersTable(strapi)} as user_row`)
    .join(`${logins.table} as login`, `login.${logins.target}`, 'user_row.id')
    .join(`${table.contact} as contact`, 'contact.id', `login.${logins.source}`)
    .where('user_row.provider', 'local')
    .where((either) => {
      void either.where('user_row.email', email).orWhereRaw('lower(??) = ?', ['contact.email', email]);
    })
    .whereNotNull('contact.email')
    .select({ documentId: 'contact.document_id', email: 'contact.email', blocked: 'user_row.blocked' })) as {
    documentId: string;
    email: string;
    blocked: unknown;
  }[];
  return rows
    .filter(({ blocked }) => !toBoolean(blocked))
    .map(({ documentId, email: address }) => ({ documentId, email: address }));
}
