import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { createCustomer } from '../../../contracts/customer';
import type { CustomerValue, updateCustomer } from '../../../contracts/customer';
import type { reassignCustomer } from '../../../contracts/customer-actions';
import type { Pagination } from '../../../contracts/lists';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import type { listStaff } from '../../../contracts/staff';
import { line } from '../../../contracts/values';
import { table } from '../constants';
import { ConflictError, invalidField, notFound } from '../http/errors';
import { parse } from '../http/parse';
import { SYSTEM } from '../record/actor';
import type { Actor } from '../record/actor';
import { findContactsByEmail, insertContacts, linkContacts } from '../repositories/contacts';
import {
  findCustomerByReference,
  listCustomerRows,
  readCustomer,
  refreshContactSearch,
  refreshCustomerSearch,
} from '../repositories/customers';
import type { CustomerListQuery, CustomerRow } from '../repositories/customers';
import { inTransaction, isDuplicateKey } from '../repositories/database';
import { insertDocument, namedColumns, updateDocument } from '../repositories/documents';
import type { Columns } from '../repositories/documents';
import { paginationOf } from '../repositories/paging';
import { readCustomersOfStaff, writeResponsible } from '../repositories/responsible';
import { readStaff } from '../repositories/staff';
import type { StaffMember } from '../repositories/staff';
import { contactColumns } from './contacts';
import { knownDocuments } from './known-documents';
import { customerView } from './directory-view';
import { stopSeriesOf } from '../repositories/series';
import { getService } from './get-service';
import { refreshObligations } from './refresh-obligations';

type NewCustomer = BodyOf<typeof createCustomer>;
type CustomerFields = Omit<NewCustomer, 'contacts' | 'existingContacts'>;
type CustomerChanges = BodyOf<typeof updateCustomer>;

/** A record of the host's own register of clients. */
const hostRecord = createCustomer.body.omit({ existingContacts: true }).extend({ reference: line(100) });
export type HostRecord = z.input<typeof hostRecord>;

const customerColumns = (fields: Partial<CustomerFields>): Columns =>
  namedColumns({
    name: fields.name,
    tax_number: fields.taxNumber,
    phone: fields.phone,
    language: fields.language,
    reference: fields.reference,
    reminders_paused: fields.remindersPaused,
  });

const referenceTaken = (): ConflictError => {
  const message = 'Another customer has this reference; choose another, or leave it out';
  return new ConflictError(message, {
    errors: [{ path: ['reference'], message, name: 'ConflictError', code: 'reference-taken' }],
  });
};

/** The only key of a customer that can be taken is its reference, whoever took it a moment ago. */
async function namingReference<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDuplicateKey(error) ? referenceTaken() : error;
  }
}

const isOf =
  (documentId: string) =>
  (member: StaffMember): boolean =>
    member.documentId === documentId;

/** Who owes, with the people who act for them. */
export const customers = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  async function refuseTaken(reference: string | null | undefined, ownId: number | null): Promise<void> {
    if (!reference) return;
    const holder = await findCustomerByReference(strapi, reference);
    if (holder && holder.id !== ownId) throw referenceTaken();
  }

  async function read(documentId: string): Promise<CustomerRow> {
    const customer = await readCustomer(strapi, documentId);
    if (!customer) throw notFound('Customer');
    return customer;
  }

  async function write(customer: CustomerRow, changes: CustomerChanges, actor: Actor): Promise<void> {
    const { contacts, ...fields } = changes;
    await refuseTaken(fields.reference, customer.id);
    await updateDocument(strapi, table.customer, customer.id, customerColumns(fields), now());
    if (contacts) {
      await linkContacts(strapi, customer.id, await knownDocuments(strapi, table.contact, contacts, 'contacts'));
    }
    await refreshCustomerSearch(strapi, [customer.id]);
    if (fields.name === undefined || fields.name === customer.name) return;
    const changed = [{ field: 'customerName', before: customer.name, after: fields.name }];
    await refreshObligations(strapi, { column: 'customer_ref', id: customer.id }, { changes: changed, actor });
  }

  /**
   * A record's people after those whom the customer has: whoever else has the address, else new contacts. Whom the customer has already,
   * under that address or, without one, that name, is not said again.
   */
  async function peopleOf(customer: CustomerRow, said: NewCustomer['contacts']): Promise<number[]> {
    const keyOf = ({ email, name }: { email?: string | null; name: string }) => email?.toLowerCase() ?? ` ${name}`;
    const own = new Set(customer.contacts.map(keyOf));
    const strangers = new Map(said.map((contact) => [keyOf(contact), contact]));
    for (const key of own) strangers.delete(key);
    const emails = [...strangers.values()].flatMap(({ email }) => email ?? []);
    const found = new Map(
      (await findContactsByEmail(strapi, emails)).map(({ id, email }) => [email.toLowerCase(), id]),
    );
    const unknown = [...strangers].filter(([key]) => !found.has(key)).map(([, contact]) => contact);
    const added = await insertContacts(strapi, unknown.map(contactColumns), now());
    return [...customer.contacts.map(({ id }) => id), ...found.values(), ...added.map(({ id }) => id)];
  }

  return {
    /** Who may answer for a customer. */
    staff: async (): Promise<AnswerOf<typeof listStaff>['data']> =>
      (await readStaff(strapi)).map(({ documentId, name }) => ({ documentId, name })),

    /** A page of customers, by name, tax number, email or reference; accents, case and final sigma do not matter. */
    async list(query: CustomerListQuery): Promise<{ items: CustomerValue[]; pagination: Pagination }> {
      const { rows, count } = await listCustomerRows(strapi, query);
      return { items: rows.map(customerView), pagination: paginationOf(query.page, query.pageSize, count) };
    },

    /** Throws 404. */
    get: async (documentId: string): Promise<CustomerValue> => customerView(await read(documentId)),

    /**
     * A new customer with new and known contacts: everything or nothing.
     *
     * @throws 400 naming a contact that does not exist, 409 naming a reference that is taken
     */
    create: ({ contacts, existingContacts, ...fields }: NewCustomer): Promise<CustomerValue> =>
      namingReference(() =>
        inTransaction(strapi, async () => {
          await refuseTaken(fields.reference, null);
          const known = await knownDocuments(strapi, table.contact, existingContacts, 'existingContacts');
          const columns = { reminders_paused: false, ...customerColumns(fields) };
          const { id, documentId } = await insertDocument(strapi, table.customer, columns, now());
          const added = await insertContacts(strapi, contacts.map(contactColumns), now());
          await linkContacts(strapi, id, [...added.map((contact) => contact.id), ...known]);
          await refreshContactSearch(
            strapi,
            added.map((contact) => contact.id),
          );
          await refreshCustomerSearch(strapi, [id]);
          return customerView(await read(documentId));
        }),
      ),

    /** Changes what is named; open obligations show a new name at once, without an email. */
    update: (documentId: string, changes: CustomerChanges, actor: Actor): Promise<CustomerValue> =>
      namingReference(() =>
        inTransaction(strapi, async () => {
          await write(await read(documentId), changes, actor);
          return customerView(await read(documentId));
        }),
      ),

    /**
     * Archives a customer or takes it back; says so a second time without harm. Its series stop, and go on only when staff let them. Notices and reminders ask for it each time they go, so that
     * nothing that waits has to be taken back.
     */
    archive: (documentId: string, archived: boolean): Promise<CustomerValue> =>
      inTransaction(strapi, async () => {
        const customer = await read(documentId);
        if ((customer.archivedAt !== null) !== archived) {
          await updateDocument(strapi, table.customer, customer.id, { archived_at: archived ? now() : null }, now());
          if (archived) await stopSeriesOf(strapi, customer.id, now());
        }
        return customerView(await read(documentId));
      }),

    /**
     * Names who answers for a customer, and, for `all`, for every customer of whom it was before.
     *
     * @throws 400 naming a member of staff who does not exist or may not sign in
     */
    reassign: (
      documentId: string,
      { responsible, all }: BodyOf<typeof reassignCustomer>,
    ): Promise<{ customer: CustomerValue; reassigned: number }> =>
      inTransaction(strapi, async () => {
        const customer = await read(documentId);
        const staff = responsible === null ? null : (await readStaff(strapi)).find(isOf(responsible));
        if (staff === undefined)
          throw invalidField(['responsible'], 'There is no such member of staff', 'staff-unknown');
        const before = customer.responsible;
        const ids = all && before ? await readCustomersOfStaff(strapi, before.id) : [customer.id];
        await writeResponsible(strapi, ids, staff?.id ?? null);
        return { customer: customerView(await read(documentId)), reassigned: ids.length };
      }),

    /**
     * Keeps a customer in step with a record of the host's own register, found by `reference` or made. People are matched by email, also
     * with contacts of other customers: who acts for two of the host's clients is one contact with one login. Nobody is taken off the
     * customer, because staff may have added them. Calling it again with the same record changes nothing.
     *
     * @throws a ValidationError that names the field
     */
    async upsertByReference(record: HostRecord, actor: Actor = SYSTEM): Promise<CustomerValue> {
      const { contacts, ...fields } = parse(hostRecord, record);
      const attempt = () =>
        inTransaction(strapi, async () => {
          const known = await findCustomerByReference(strapi, fields.reference);
          const { documentId } = known ?? (await this.create({ ...fields, contacts: [], existingContacts: [] }));
          const customer = await read(documentId);
          if (known) await write(customer, fields, actor);
          const people = await peopleOf(customer, contacts);
          await linkContacts(strapi, customer.id, people);
          await refreshContactSearch(strapi, people);
          await refreshCustomerSearch(strapi, [customer.id]);
          return customerView(await read(documentId));
        });
      try {
        return await attempt();
      } catch (error) {
        // Somebody made the customer between our look and our write; inside the caller's transaction there is no second try.
        if (!(error instanceof ConflictError) || strapi.db.inTransaction()) throw error;
        return attempt();
      }
    },
  };
};
