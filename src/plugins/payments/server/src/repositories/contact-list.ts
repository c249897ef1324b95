import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { listContacts } from '../../../contracts/customer';
import type { QueryOf } from '../../../contracts/route';
import { table, uid } from '../constants';
import { contactOf, readableContacts } from './contacts';
import type { ContactRow } from './contacts';
import { connect } from './database';
import type { Connection } from './database';
import { linkOf } from './links';
import { countUpTo } from './paging';
import { matchesSearch } from './search';

export type ContactListQuery = QueryOf<typeof listContacts>;

// the search text begins with the name without accents and case
const sortColumns = { name: 'search_text', createdAt: 'created_at' } as const;

/** Narrows contacts to those with whom something is amiss. A row that a script made may say nothing of what it receives: it does not refuse. */
function inState(
  strapi: Core.Strapi,
  db: Connection,
  query: Knex.QueryBuilder,
  state: ContactListQuery['state'],
): void {
  if (state === 'flagged') void query.whereNotNull('undeliverable_since');
  if (state === 'no-address') void query.whereNull('email');
  if (state === 'opted-out')
    void query.where((refuses) => refuses.where('receives_notices', false).orWhere('receives_reminders', false));
  if (state === 'no-login') {
    const logins = linkOf(strapi, uid.contact, 'user');
    void query.whereNotIn('id', db(logins.table).select(logins.source));
  }
}

/** A page of contacts and how many there are. */
export async function listContactRows(
  strapi: Core.Strapi,
  { q, state, sort, page, pageSize }: ContactListQuery,
): Promise<{ rows: ContactRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const matching = () => {
    const query = db(table.contact).select('id');
    if (q) matchesSearch(query, 'search_text', q);
    inState(strapi, db, query, state);
    return query;
  };
  const count = await countUpTo(db, matching());
  const column = sortColumns[sort.field];
  const ids: { id: number }[] = await matching()
    .orderBy([
      { column, order: sort.direction },
      { column: 'id', order: sort.direction },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const order = ids.map(({ id }) => Number(id));
  const rows: Record<string, unknown>[] = await readableContacts(strapi, db).whereIn('contact.id', order);
  const byId = new Map(rows.map((row) => [Number(row.id), contactOf(row)]));
  return { rows: order.flatMap((id) => byId.get(id) ?? []), count };
}
