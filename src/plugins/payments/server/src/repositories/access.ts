import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { table, uid } from '../constants';
import { connect } from './database';
import { linkOf } from './links';

/** A customer by the name that its contacts know it under. */
export interface CustomerRef {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
}

/** What a signed-in user, or the holder of a secret address, may see: everything else does not exist for them. */
export interface Scope {
  /** DocumentIds of the contacts who look. */
  readonly contacts: ReadonlySet<string>;
  /** The language of the first contact that has one; null where the office's is theirs. */
  readonly language: string | null;
  /** The customers that these contacts act for, by name. */
  readonly customers: readonly CustomerRef[];
  /** Which of the contacts act for a customer, by the customer's documentId. */
  readonly actors: ReadonlyMap<string, readonly string[]>;
  /** DocumentId of the one payment that may be seen, where it is a link that looks. */
  readonly only?: string;
}

interface ScopeRow {
  contact: string;
  language: string | null;
  id: number | null;
  documentId: string | null;
  name: string | null;
}

function scopeOf(rows: readonly ScopeRow[]): Scope {
  const customers = new Map<string, CustomerRef>();
  const actors = new Map<string, string[]>();
  for (const { contact, id, documentId, name } of rows) {
    if (id === null || documentId === null) continue;
    customers.set(documentId, { id: Number(id), documentId, name: name ?? '' });
    actors.set(documentId, [...(actors.get(documentId) ?? []), contact]);
  }
  return {
    contacts: new Set(rows.map(({ contact }) => contact)),
    language: rows.find(({ language }) => language)?.language ?? null,
    customers: [...customers.values()],
    actors,
  };
}

/** The customers of contacts, who are chosen by the caller. */
const customersOf = (strapi: Core.Strapi, contacts: Knex.QueryBuilder): Knex.QueryBuilder => {
  const acts = linkOf(strapi, uid.customer, 'contacts');
  return contacts
    .leftJoin(`${acts.table} as acts`, `acts.${acts.target}`, 'contact.id')
    .leftJoin(`${table.customer} as customer`, 'customer.id', `acts.${acts.source}`)
    .orderBy([{ column: 'customer.name' }, { column: 'customer.id' }, { column: 'contact.id' }])
    .select({
      contact: 'contact.document_id',
      language: 'contact.language',
      id: 'customer.id',
      documentId: 'customer.document_id',
      name: 'customer.name',
    });
};

/** The scope of a users-permissions user, in one statement; empty for a user who is nobody's login. */
export async function readScope(strapi: Core.Strapi, userId: number): Promise<Scope> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const contacts = db(`${logins.table} as login`)
    .join(`${table.contact} as contact`, 'contact.id', `login.${logins.source}`)
    .where(`login.${logins.target}`, userId);
  return scopeOf((await customersOf(strapi, contacts)) as ScopeRow[]);
}

/** The scope of one contact, with a login or without; empty once the contact is gone. */
export async function readScopeOfContact(strapi: Core.Strapi, contactDocumentId: string): Promise<Scope> {
  const db = await connect(strapi);
  const contacts = db(`${table.contact} as contact`).where('contact.document_id', contactDocumentId);
  return scopeOf((await customersOf(strapi, contacts)) as ScopeRow[]);
}

/** Bound values of one statement are limited; a list of keys is asked for in pieces. */
const CHUNK = 500;

/** Which users act for these customers: customer's documentId → ids of users. Asked before anything is told to a stream. */
export async function readUsersOfCustomers(
  strapi: Core.Strapi,
  customerDocumentIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const db = await connect(strapi);
  const logins = linkOf(strapi, uid.contact, 'user');
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const users = new Map<string, Set<number>>();
  for (let start = 0; start < customerDocumentIds.length; start += CHUNK) {
    const rows: { customer: string; user: number }[] = await db(`${table.customer} as customer`)
      .join(`${acts.table} as acts`, `acts.${acts.source}`, 'customer.id')
      .join(`${logins.table} as login`, `login.${logins.source}`, `acts.${acts.target}`)
      .whereIn('customer.document_id', customerDocumentIds.slice(start, start + CHUNK))
      .select({ customer: 'customer.document_id', user: `login.${logins.target}` });
    for (const { customer, user } of rows) {
      const known = users.get(customer) ?? new Set<number>();
      users.set(customer, known.add(Number(user)));
    }
  }
  return users;
}
