import type { Core } from '@strapi/strapi';
import type { ContactWithCustomers, createContact, createCustomer, updateContact } from '../../../contracts/customer';
import type { Pagination } from '../../../contracts/lists';
import type { BodyOf } from '../../../contracts/route';
import { table } from '../constants';
import { notFound } from '../http/errors';
import { listContactRows } from '../repositories/contact-list';
import type { ContactListQuery } from '../repositories/contact-list';
import { insertContacts, linkCustomers, readContact, readCustomersOf } from '../repositories/contacts';
import type { ContactRow } from '../repositories/contacts';
import { refreshContactSearch, refreshCustomerSearch } from '../repositories/customers';
import { inTransaction } from '../repositories/database';
import { updateDocument } from '../repositories/documents';
import type { Columns } from '../repositories/documents';
import { paginationOf } from '../repositories/paging';
import { contactWithCustomersView } from './directory-view';
import { getService } from './get-service';
import { knownDocuments } from './known-documents';

type ContactFields = BodyOf<typeof createCustomer>['contacts'][number];

/** A new contact's columns; who is not said to refuse receives notices and reminders. */
export const contactColumns = (contact: ContactFields): Columns => ({
  name: contact.name,
  email: contact.email ?? null,
  language: contact.language ?? null,
  receives_notices: contact.receivesNotices ?? true,
  receives_reminders: contact.receivesReminders ?? true,
});

/** The columns that a change names. A new address has not failed yet. */
function changedColumns(before: ContactRow, changes: Partial<ContactFields>): Columns {
  const merged = contactColumns({ ...before, ...changes });
  const moved = changes.email !== undefined && changes.email !== before.email;
  return { ...merged, ...(moved && { undeliverable_since: null }) };
}

/** The people who act for customers. */
export const contacts = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  async function read(documentId: string): Promise<ContactRow> {
    const contact = await readContact(strapi, documentId);
    if (!contact) throw notFound('Contact');
    return contact;
  }

  const actsFor = async (id: number) => (await readCustomersOf(strapi, [id])).get(id) ?? [];

  const view = async (contact: ContactRow): Promise<ContactWithCustomers> =>
    contactWithCustomersView(contact, await actsFor(contact.id));

  return {
    /** A page of contacts with the customers they act for. */
    async list(query: ContactListQuery): Promise<{ items: ContactWithCustomers[]; pagination: Pagination }> {
      const { rows, count } = await listContactRows(strapi, query);
      const customers = await readCustomersOf(
        strapi,
        rows.map(({ id }) => id),
      );
      const items = rows.map((row) => contactWithCustomersView(row, customers.get(row.id) ?? []));
      return { items, pagination: paginationOf(query.page, query.pageSize, count) };
    },

    /** Throws 404. */
    get: async (documentId: string): Promise<ContactWithCustomers> => view(await read(documentId)),

    /** A new contact who acts for these customers. Throws a 400 that names a customer that does not exist. */
    create: ({ customers, ...fields }: BodyOf<typeof createContact>): Promise<ContactWithCustomers> =>
      inTransaction(strapi, async () => {
        const customerIds = await knownDocuments(strapi, table.customer, customers, 'customers');
        const [key] = await insertContacts(strapi, [contactColumns(fields)], now());
        if (!key) throw notFound('Contact');
        await linkCustomers(strapi, key.id, customerIds);
        await refreshContactSearch(strapi, [key.id]);
        return view(await read(key.documentId));
      }),

    /** Changes what is named; `customers` is the new list of whom the contact acts for. */
    update: (
      documentId: string,
      { customers, ...changes }: BodyOf<typeof updateContact>,
    ): Promise<ContactWithCustomers> =>
      inTransaction(strapi, async () => {
        const contact = await read(documentId);
        await updateDocument(strapi, table.contact, contact.id, changedColumns(contact, changes), now());
        if (customers) {
          const left = (await actsFor(contact.id)).map(({ id }) => id);
          const customerIds = await knownDocuments(strapi, table.customer, customers, 'customers');
          await linkCustomers(strapi, contact.id, customerIds);
          await refreshCustomerSearch(strapi, left);
        }
        await refreshContactSearch(strapi, [contact.id]);
        return view(await read(documentId));
      }),
  };
};
