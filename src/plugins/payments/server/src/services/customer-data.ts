import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { CustomerData, Erasure, eraseCustomer } from '../../../contracts/customer-data';
import type { BodyOf } from '../../../contracts/route';
import { USER_UID } from '../constants';
import { customerArchive } from '../export/customer-archive';
import { fileStore } from '../files/store';
import { needsConfirmation, notFound } from '../http/errors';
import { wakeLive } from '../live';
import type { Actor } from '../record/actor';
import { readCustomerFiles } from '../repositories/customer-files';
import { readPeople, readStored } from '../repositories/customer-data';
import type { Person } from '../repositories/customer-data';
import { readCustomer, refreshContactSearch } from '../repositories/customers';
import type { CustomerRow } from '../repositories/customers';
import { appendEvents } from '../repositories/event-log';
import { afterCommit, errorName, inTransaction } from '../repositories/database';
import { eraseExtensions } from '../repositories/erase-extensions';
import { eraseHistory } from '../repositories/erase-history';
import { eraseImports } from '../repositories/erase-imports';
import { countNotices, eraseNotices } from '../repositories/erase-notices';
import type { NoticeOwner } from '../repositories/erase-notices';
import {
  countPayments,
  erasePayments,
  eraseSeries,
  lockPaymentsOf,
  readReferences,
} from '../repositories/erase-payments';
import type { ErasedPayment } from '../repositories/erase-payments';
import { eraseCustomerRow, erasePeople } from '../repositories/erase-people';
import { usesSessions } from '../users/session';
import { getService } from './get-service';

/** What stands in a customer's place, in the office's language. */
const nobody = (locale: string): string => (locale.startsWith('el') ? 'Διαγραμμένος πελάτης' : 'Erased customer');

/** A word of a few letters stands in mails about anybody. */
const isTelling = (word: string | null): word is string => word !== null && word.length > 3;

/** All that is stored about a customer: to hand it out, and to take it away. */
export const customerData = ({ strapi }: { strapi: Core.Strapi }) => {
  async function read(documentId: string): Promise<CustomerRow> {
    const customer = await readCustomer(strapi, documentId);
    if (!customer) throw notFound('Customer');
    return customer;
  }

  async function ownerOf(customer: CustomerRow, people: readonly Person[]): Promise<NoticeOwner> {
    const ids = (shared: boolean) => people.filter((one) => one.shared === shared).map(({ documentId }) => documentId);
    const own = people.filter(({ shared }) => !shared).flatMap(({ name, email }) => [name, email]);
    const references = await readReferences(strapi, customer.id);
    const words = [customer.name, customer.taxNumber, ...own, ...references].filter(isTelling);
    return { customer, leaving: ids(false), shared: ids(true), words };
  }

  const named = (people: readonly Person[], shared: boolean): Erasure['contacts'] =>
    people.filter((one) => one.shared === shared).map(({ documentId, name }) => ({ documentId, name }));

  const loginsOf = (people: readonly Person[]): number[] => [
    ...new Set(people.flatMap(({ shared, login }) => (shared || login === null ? [] : [login]))),
  ];

  /** Files go once nothing names them any more; one that cannot be removed is told to whoever runs the server. */
  async function removeFiles(keys: readonly string[]): Promise<void> {
    const store = await fileStore(strapi);
    for (const key of keys) {
      await store.remove(key).catch((error: unknown) => {
        strapi.log.error(`payments: an erased file is still in the storage: ${key}: ${errorName(error)}`);
      });
    }
  }

  /** Ends the sessions in any case; the login itself may serve the host for other things. */
  async function eraseLogins(users: readonly number[], remove: boolean): Promise<void> {
    for (const id of users) {
      if (usesSessions(strapi)) await strapi.sessionManager('users-permissions').invalidateRefreshToken(String(id));
      if (remove) await strapi.db.query(USER_UID).delete({ where: { id } });
    }
  }

  /** What was still to pay is cancelled, and its history says so. */
  const sayCancelled = (
    { documentId }: CustomerRow,
    payments: readonly ErasedPayment[],
    actor: Actor,
    at: Date,
  ): Promise<void> =>
    appendEvents(
      strapi,
      payments
        .filter(({ isOpen }) => isOpen)
        .map((payment) => ({
          paymentDocumentId: payment.documentId,
          customerDocumentId: documentId,
          kind: 'updated',
          actor,
          loud: false,
          visible: true,
          version: payment.version + 1,
          at,
          changes: [{ field: 'state', before: 'open', after: 'cancelled' }],
          staffChanges: [],
        })),
    );

  async function stored(customer: CustomerRow): Promise<CustomerData> {
    const data = await readStored(strapi, customer, await readPeople(strapi, customer.id));
    const exportedAt = getService(strapi, 'clock').now().toISOString();
    return { exportedAt, customer: customer.documentId, data: data as CustomerData['data'] };
  }

  async function preview(customer: CustomerRow): Promise<{ erasure: Erasure; people: Person[]; keys: string[] }> {
    const people = await readPeople(strapi, customer.id);
    const { files, receipts } = await readCustomerFiles(strapi, customer.id);
    const keys = files.map(({ key }) => key);
    const erasure = {
      ...(await countPayments(strapi, customer.id)),
      receipts,
      files: keys.length,
      notices: await countNotices(strapi, await ownerOf(customer, people)),
      contacts: named(people, false),
      sharedContacts: named(people, true),
      logins: loginsOf(people).length,
    };
    return { erasure, people, keys };
  }

  return {
    /** Throws 404. */
    preview: async (documentId: string): Promise<Erasure> => (await preview(await read(documentId))).erasure,

    /** Everything stored, with what staff wrote. Throws 404. */
    export: async (documentId: string): Promise<CustomerData> => stored(await read(documentId)),

    /** The same with the files themselves, as a ZIP archive that is made while it is sent. Throws 404. */
    async archive(documentId: string): Promise<Readable> {
      const customer = await read(documentId);
      const { files } = await readCustomerFiles(strapi, customer.id);
      return customerArchive(await stored(customer), files, await fileStore(strapi));
    },

    /**
     * Erases for good: names, numbers, addresses, texts, codes, files, secrets, and logins. Amounts, days, states and the fact of each event and mail
     * stay, under a customer who is nobody. All of it or nothing; files go after the commit.
     *
     * @throws 404, and 400 asking for a confirmation where something is still to pay
     */
    erase: (documentId: string, { logins, confirmed }: BodyOf<typeof eraseCustomer>, actor: Actor): Promise<Erasure> =>
      inTransaction(strapi, async () => {
        const customer = await read(documentId);
        const payments = await lockPaymentsOf(strapi, customer.id);
        const { erasure, people, keys } = await preview(customer);
        if (erasure.open > 0 && !confirmed.includes('open-obligations')) {
          const message = `${erasure.open} obligations have something left to pay; erasing cancels them`;
          throw needsConfirmation([{ code: 'open-obligations', message }]);
        }
        const now = getService(strapi, 'clock').now();
        const { locale } = await getService(strapi, 'settings').get();
        const leaving = people.filter(({ shared }) => !shared);
        const owner = await ownerOf(customer, people);
        await eraseNotices(strapi, owner, now);
        const typed = [...owner.words, ...[customer.phone, customer.reference].filter(isTelling)];
        await eraseImports(strapi, typed);
        await eraseExtensions(strapi, typed);
        await eraseHistory(strapi, customer);
        await erasePeople(strapi, customer, leaving);
        await erasePayments(strapi, customer, now);
        await sayCancelled(customer, payments, actor, now);
        await eraseSeries(strapi, customer, now);
        await eraseLogins(loginsOf(people), logins);
        await eraseCustomerRow(strapi, customer.id, nobody(locale), now);
        await refreshContactSearch(
          strapi,
          people.filter(({ shared }) => shared).map(({ id }) => id),
        );
        await afterCommit(strapi, async () => {
          strapi.log.info(`payments: customer ${documentId} was erased by ${actor.kind} ${actor.id ?? ''}`);
          wakeLive(strapi);
          await removeFiles(keys);
        });
        return { ...erasure, logins: logins ? erasure.logins : 0 };
      }),
  };
};
