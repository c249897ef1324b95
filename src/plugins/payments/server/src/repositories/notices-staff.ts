import type { Core } from '@strapi/types';
import { connect } from './database';

/** A member of staff as mail is addressed to them. */
export interface StaffMember {
  readonly name: string;
  readonly email: string;
}

export async function readStaffMember(strapi: Core.Strapi, id: number): Promise<StaffMember | null> {
  const db = await connect(strapi);
  const users = strapi.db.metadata.get('admin::user').tableName;
  const row = (await db(users).where({ id }).first('firstname', 'lastname', 'email')) as
    { firstname: string | null; lastname: string | null; email: string | null } | undefined;
  if (!row?.email) return null;
  return { name: [row.firstname, row.lastname].filter(Boolean).join(' ') || row.email, email: row.email };
}
