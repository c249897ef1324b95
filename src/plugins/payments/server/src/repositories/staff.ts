import type { Core } from '@strapi/strapi';
import { connect } from './database';

export interface StaffMember {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
}

const MOST = 500;

/** How a member of staff is called: by name, else by address. */
export const staffName = (row: Readonly<Record<string, unknown>>): string =>
  [row.firstname, row.lastname].filter(Boolean).join(' ') || String(row.username ?? row.email ?? '');

/** Administrators who may sign in, by name. */
export async function readStaff(strapi: Core.Strapi): Promise<StaffMember[]> {
  const db = await connect(strapi);
  const users = strapi.db.metadata.get('admin::user').tableName;
  const rows: Record<string, unknown>[] = await db(users)
    .where({ is_active: true, blocked: false })
    .orderBy(['lastname', 'firstname', 'id'])
    .limit(MOST)
    .select('id', 'document_id', 'firstname', 'lastname', 'username', 'email');
  return rows.map((row) => ({ id: Number(row.id), documentId: String(row.document_id), name: staffName(row) }));
}
