import type { Core } from '@strapi/strapi';
import { table, uid } from '../constants';
import { paymentsOf } from './customer-data';
import { connect } from './database';
import type { DocumentKey } from './documents';
import { linkOf } from './links';

/** Takes out the contacts who act for nobody else, every secret of theirs, and the customer's links to all its people. */
export async function erasePeople(
  strapi: Core.Strapi,
  customer: DocumentKey,
  leaving: readonly DocumentKey[],
): Promise<void> {
  const db = await connect(strapi);
  const documents = leaving.map(({ documentId }) => documentId);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  await db(table.accessToken)
    .whereIn('contact_document_id', documents)
    .orWhereIn('payment_document_id', paymentsOf(db, customer.id))
    .delete();
  await db(acts.table).where(acts.source, customer.id).delete();
  await db(table.contact)
    .whereIn(
      'id',
      leaving.map(({ id }) => id),
    )
    .delete();
}

/** What stays of a customer: a row under a name of nobody, archived, so that the payments have an owner. */
export async function eraseCustomerRow(strapi: Core.Strapi, id: number, name: string, now: Date): Promise<void> {
  const db = await connect(strapi);
  await db(table.customer).where({ id }).update({
    name,
    search_text: name.toLowerCase(),
    tax_number: null,
    phone: null,
    reference: null,
    language: null,
    reminders_paused: true,
    archived_at: now,
    erased_at: now,
    updated_at: now,
  });
}
