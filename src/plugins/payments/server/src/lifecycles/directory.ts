import type { Core } from '@strapi/strapi';
import { uid } from '../constants';
import { email } from '../../../contracts/customer';
import { parseBic, parseIban } from '../../../domain/iban';
import { invalidField, valueOf } from '../http/errors';
import { currentIntent } from '../record/actor';
import { haveOtherAddress, readCustomersOf } from '../repositories/contacts';
import {
  haveAnyPayment,
  readCustomerNames,
  refreshContactSearch,
  refreshCustomerSearch,
} from '../repositories/customers';
import { afterCommit } from '../repositories/database';
import { readInstitutions, refreshInstitutionSearch } from '../repositories/institutions';
import type { InstitutionRow } from '../repositories/institutions';
import { getService } from '../services/get-service';
import { followPayments, strayedPayments } from '../repositories/followed-links';
import { followInstitution } from '../services/institutions';
import { refreshObligations } from '../services/refresh-obligations';
import { createdRows, dataOf, lockAndRead, nameDocuments, touchedRows } from './event';
import type { HookEvent } from './event';
import { settle } from './payment-hooks';
import { checkContactValues, checkCustomerValues, checkInstitutionValues } from './values';

type Hooks<State> = Partial<
  Record<
    'beforeCreate' | 'afterCreate' | 'beforeUpdate' | 'afterUpdate' | 'beforeDelete' | 'afterDelete',
    (event: HookEvent<State>) => Promise<void>
  >
>;

/** `*Many` writes fire only `*Many` hooks; ours read the rows themselves, so one hook serves both. */
const subscriberOf = <State>(model: string, hooks: Hooks<State>) => ({
  models: [model],
  ...hooks,
  ...Object.fromEntries(Object.entries(hooks).map(([name, hook]) => [`${name}Many`, hook])),
});

/**
 * The lifecycle hooks on who owes, who acts for them, who is owed and what is closed, for writes by the document service or
 * `strapi.db.query`: searches stay right, customers see what changed, reminders follow, and what is in use is not deleted. The plugin's
 * own services write past them and do the same by themselves.
 */
export const directoryHooks = (strapi: Core.Strapi) => [
  subscriberOf(uid.customer, onCustomers(strapi)),
  subscriberOf(uid.contact, onContacts(strapi)),
  subscriberOf(uid.institution, onInstitutions(strapi)),
  subscriberOf(uid.closedDay, onClosedDays(strapi)),
];

function onCustomers(strapi: Core.Strapi): Hooks<{ names?: ReadonlyMap<number, string> }> {
  /** Payments that were connected or disconnected from the customer's side: no hook of theirs has seen it. */
  async function followTheirPayments(event: HookEvent<unknown>, customers: readonly number[]): Promise<void> {
    if (!dataOf(event).some((data) => 'payments' in data)) return;
    const before = await lockAndRead(strapi, await strayedPayments(strapi, customers));
    await followPayments(strapi, [...before.keys()]);
    for (const [id, payment] of before) await settle(strapi, id, payment);
  }

  return {
    async beforeCreate(event) {
      nameDocuments(event);
      for (const data of dataOf(event)) checkCustomerValues(data, true);
    },
    async afterCreate(event) {
      const ids = await createdRows(strapi, event);
      await refreshCustomerSearch(strapi, ids);
      await followTheirPayments(event, ids);
    },
    async beforeUpdate(event) {
      for (const data of dataOf(event)) checkCustomerValues(data, false);
      event.state = { names: await readCustomerNames(strapi, await touchedRows(strapi, event)) };
    },
    async afterUpdate(event) {
      const { names = new Map<number, string>() } = event.state;
      const ids = [...names.keys()];
      await refreshCustomerSearch(strapi, ids);
      await followTheirPayments(event, ids);
      const now = await readCustomerNames(strapi, ids);
      for (const [id, before] of names) {
        const after = now.get(id) ?? before;
        if (after === before) continue;
        const changes = [{ field: 'customerName', before, after }];
        const { actor } = currentIntent(strapi);
        await refreshObligations(strapi, { column: 'customer_ref', id }, { changes, actor });
      }
    },
    async beforeDelete(event) {
      if (!(await haveAnyPayment(strapi, 'customer_ref', await touchedRows(strapi, event)))) return;
      throw invalidField([], 'A customer with payments cannot be deleted; archive it instead', 'customer-in-use');
    },
  };
}

/** One address and no more, since a list of them would reach people whom nobody entered. */
function checkAddress(data: Record<string, unknown>): void {
  if (!('email' in data)) return;
  const address = typeof data.email === 'string' ? data.email.trim() : data.email;
  data.email = address === '' || address === undefined ? null : address;
  if (data.email === null || email.safeParse(data.email).success) return;
  throw invalidField(['email'], 'email must be one address such as eleni@example.com', 'email-invalid');
}

function onContacts(strapi: Core.Strapi): Hooks<{ ids?: readonly number[]; customers?: readonly number[] }> {
  const customersOf = async (ids: readonly number[]): Promise<number[]> =>
    [...(await readCustomersOf(strapi, ids)).values()].flat().map(({ id }) => id);

  return {
    async beforeCreate(event) {
      nameDocuments(event);
      for (const data of dataOf(event)) {
        checkContactValues(data, true);
        checkAddress(data);
      }
    },
    async afterCreate(event) {
      const ids = await createdRows(strapi, event);
      await refreshContactSearch(strapi, ids);
      await refreshCustomerSearch(strapi, await customersOf(ids));
    },
    async beforeUpdate(event) {
      const ids = await touchedRows(strapi, event);
      for (const data of dataOf(event)) {
        checkContactValues(data, false);
        checkAddress(data);
        if (!('email' in data) || 'undeliverableSince' in data) continue;
        // A new address has not failed yet.
        if (await haveOtherAddress(strapi, ids, data.email as string | null)) data.undeliverableSince = null;
      }
      event.state = { ids, customers: await customersOf(ids) };
    },
    async afterUpdate({ state: { ids = [], customers = [] } }) {
      await refreshContactSearch(strapi, ids);
      await refreshCustomerSearch(strapi, [...new Set([...customers, ...(await customersOf(ids))])]);
    },
    async beforeDelete(event) {
      event.state = { customers: await customersOf(await touchedRows(strapi, event)) };
    },
    async afterDelete({ state: { customers = [] } }) {
      await refreshCustomerSearch(strapi, customers);
    },
  };
}

/** IBAN and BIC as they are stored, or a ValidationError that names the field. */
function checkAccount(data: Record<string, unknown>): void {
  if (typeof data.iban === 'string' && data.iban !== '') data.iban = valueOf(parseIban(data.iban, ['iban']));
  if (typeof data.bic === 'string' && data.bic !== '') data.bic = valueOf(parseBic(data.bic, ['bic']));
}

function onInstitutions(strapi: Core.Strapi): Hooks<{ before?: readonly InstitutionRow[] }> {
  return {
    async beforeCreate(event) {
      nameDocuments(event);
      for (const data of dataOf(event)) {
        checkInstitutionValues(data, true);
        checkAccount(data);
      }
    },
    async afterCreate(event) {
      await refreshInstitutionSearch(strapi, await createdRows(strapi, event));
    },
    async beforeUpdate(event) {
      for (const data of dataOf(event)) {
        checkInstitutionValues(data, false);
        checkAccount(data);
      }
      event.state = { before: await readInstitutions(strapi, await touchedRows(strapi, event)) };
    },
    async afterUpdate({ state: { before = [] } }) {
      const ids = before.map(({ id }) => id);
      await refreshInstitutionSearch(strapi, ids);
      const now = new Map((await readInstitutions(strapi, ids)).map((row) => [row.id, row]));
      const { actor } = currentIntent(strapi);
      for (const row of before) await followInstitution(strapi, row, now.get(row.id) ?? row, actor);
      await afterCommit(strapi, () => getService(strapi, 'reminderSchedules').workOff());
    },
    async beforeDelete(event) {
      if (!(await haveAnyPayment(strapi, 'institution_ref', await touchedRows(strapi, event)))) return;
      throw invalidField(
        [],
        'An institution that payments name cannot be deleted; rename it instead',
        'institution-in-use',
      );
    },
  };
}

function onClosedDays(strapi: Core.Strapi): Hooks<unknown> {
  async function follow(): Promise<void> {
    const schedules = getService(strapi, 'reminderSchedules');
    await schedules.note(null);
    await afterCommit(strapi, () => {
      getService(strapi, 'calendar').forget();
      return schedules.workOff();
    });
  }
  return { afterCreate: follow, afterUpdate: follow, afterDelete: follow };
}
