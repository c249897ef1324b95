import type { Core } from '@strapi/strapi';
import { table, uid, USER_UID } from '../constants';
import { connect, toBoolean, toDate } from './database';
import type { Columns } from './documents';
import { linkOf } from './links';

export const SESSION_UID = 'admin::session';
const ORIGIN = 'users-permissions';
const CHUNK = 500;

/** Access tokens live for minutes and each refresh adds one link, so a longer chain is nobody's. */
const MOST_LINKS = 20;

interface SessionRow {
  sessionId: string;
  childId: string | null;
  status: string | null;
  expiresAt: unknown;
}

const sessionColumns = { sessionId: 'session_id', childId: 'child_id', status: 'status', expiresAt: 'expires_at' };

async function readSessions(strapi: Core.Strapi, ids: readonly string[]): Promise<Map<string, SessionRow>> {
  const db = await connect(strapi);
  const { tableName } = strapi.db.metadata.get(SESSION_UID);
  const found = new Map<string, SessionRow>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows: SessionRow[] = await db(tableName)
      .whereIn('session_id', ids.slice(start, start + CHUNK))
      .where('origin', ORIGIN)
      .select(sessionColumns);
    for (const row of rows) found.set(row.sessionId, row);
  }
  return found;
}

const isCurrent = ({ status, expiresAt }: SessionRow, now: number): boolean =>
  (status === null || status === 'active') && (toDate(expiresAt)?.getTime() ?? 0) > now;

/**
 * The sessions that these ones live on in: refreshing replaces a session by its child, and sign-out deletes the last of the chain alone. Those
 * that ended are missing from the answer. One statement where nobody refreshed meanwhile.
 */
export async function readCurrentSessions(
  strapi: Core.Strapi,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const current = new Map<string, string>();
  let open = new Map([...new Set(sessionIds)].map((id) => [id, id]));
  for (let link = 0; link < MOST_LINKS && open.size > 0; link += 1) {
    const rows = await readSessions(strapi, [...new Set(open.values())]);
    const now = Date.now();
    const next = new Map<string, string>();
    for (const [asked, reached] of open) {
      const row = rows.get(reached);
      if (!row) continue;
      if (isCurrent(row, now)) current.set(asked, reached);
      else if (row.status === 'rotated' && row.childId) next.set(asked, row.childId);
    }
    open = next;
  }
  return current;
}

/** Of these users the ones who exist and are not blocked. */
export async function readUsableUsers(strapi: Core.Strapi, userIds: readonly number[]): Promise<ReadonlySet<number>> {
  const db = await connect(strapi);
  const { tableName } = strapi.db.metadata.get(USER_UID);
  const usable = new Set<number>();
  for (let start = 0; start < userIds.length; start += CHUNK) {
    const rows: { id: number; blocked: unknown }[] = await db(tableName)
      .whereIn('id', userIds.slice(start, start + CHUNK))
      .select('id', 'blocked');
    for (const { id, blocked } of rows) if (!toBoolean(blocked)) usable.add(Number(id));
  }
  return usable;
}

/** When these users last changed their password, as far as it was seen; only their contacts keep it. */
export async function readPasswordChanges(
  strapi: Core.Strapi,
  userIds: readonly number[],
): Promise<ReadonlyMap<number, Date>> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const changes = new Map<number, Date>();
  for (let start = 0; start < userIds.length; start += CHUNK) {
    const rows: { user: number; at: unknown }[] = await db(`${logins.table} as login`)
      .join(`${table.contact} as contact`, 'contact.id', `login.${logins.source}`)
      .whereIn(`login.${logins.target}`, userIds.slice(start, start + CHUNK))
      .whereNotNull('contact.password_changed_at')
      .select({ user: `login.${logins.target}`, at: 'contact.password_changed_at' });
    for (const { user, at } of rows) {
      const changed = toDate(at);
      const known = changes.get(Number(user));
      if (changed && (!known || changed > known)) changes.set(Number(user), changed);
    }
  }
  return changes;
}

/** Keeps something on the contacts of users. The contacts' hooks see nothing of it: no customer can. */
async function writeOnContacts(strapi: Core.Strapi, userIds: readonly number[], columns: Columns): Promise<void> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const contacts = db(logins.table).whereIn(logins.target, userIds).select(logins.source);
  await db(table.contact).whereIn('id', contacts).update(columns);
}

/** Keeps on a user's contacts that the password changed. */
export const writePasswordChange = (strapi: Core.Strapi, userIds: readonly number[], at: Date): Promise<void> =>
  writeOnContacts(strapi, userIds, { password_changed_at: at });

/** Keeps on a user's contacts that the user signed in. */
export const writeSignIn = (strapi: Core.Strapi, userId: number, at: Date): Promise<void> =>
  writeOnContacts(strapi, [userId], { last_sign_in_at: at });
