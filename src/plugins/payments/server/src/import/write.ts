import type { Core } from '@strapi/strapi';
import type { CustomerDraft } from '../../../domain/import';
import { minor } from '../../../domain/money';
import { table } from '../constants';
import { ConflictError } from '../http/errors';
import type { Actor } from '../record/actor';
import { lockCodesOf } from '../repositories/codes-in-use';
import { linkNewCustomers } from '../repositories/contacts';
import { refreshContactSearch, refreshCustomerSearch } from '../repositories/customers';
import { insertDocuments } from '../repositories/documents';
import { readKnownContacts } from '../repositories/import-lookups';
import { registerMany } from '../services/register-many';
import type { Registration } from '../services/register-many';
import { singleUseInUse } from './check';
import type { ReadyPayment } from './check';

/** Documents written with one round of statements. */
export const CHUNK = 400;

export interface Writing {
  readonly batch: string;
  readonly actor: Actor;
  readonly at: Date;
  /** Called after each chunk with the number of lines that are written; throws where the import must stop. */
  progress(lines: number): Promise<void>;
}

function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}

const changedMeanwhile = () => new ConflictError('Something of what the file names changed meanwhile: check it again');

/** Writes customers with their contacts as the form would. One address is one contact, whether it was known or comes twice in the file. */
export async function writeCustomers(
  strapi: Core.Strapi,
  drafts: readonly CustomerDraft[],
  { batch, at, progress }: Writing,
): Promise<{ customers: number; contacts: number }> {
  const known = new Map([...(await readKnownContacts(strapi))].map(([address, { id }]) => [address, id]));
  let [written, contacts] = [0, 0];
  for (const chunk of chunksOf(drafts)) {
    const columns = chunk.map(({ name, taxNumber, reference, phone, language }) => ({
      name,
      tax_number: taxNumber,
      reference,
      phone,
      language,
      reminders_paused: false,
      import_batch: batch,
    }));
    const customers = await insertDocuments(strapi, table.customer, columns, at);
    const people = await insertPeople(strapi, chunk, known, batch, at);
    contacts += people.added.length;
    const links = chunk.map((draft, index) => ({
      customerId: customers[index]?.id ?? 0,
      contactIds: people.of(draft),
    }));
    await linkNewCustomers(strapi, links);
    await refreshContactSearch(strapi, people.added);
    await refreshCustomerSearch(
      strapi,
      customers.map(({ id }) => id),
    );
    written += chunk.length;
    await progress(written);
  }
  return { customers: written, contacts };
}

/** Makes the contacts of some customers who are not known yet, and remembers their addresses in `known`. */
async function insertPeople(
  strapi: Core.Strapi,
  drafts: readonly CustomerDraft[],
  known: Map<string, number>,
  batch: string,
  at: Date,
): Promise<{ added: number[]; of(draft: CustomerDraft): number[] }> {
  type Person = CustomerDraft['contacts'][number];
  const keyOf = (person: Person): Person | string => person.email?.toLowerCase() ?? person;
  const unknown = new Map<Person | string, Person>();
  for (const person of drafts.flatMap(({ contacts }) => contacts)) {
    const key = keyOf(person);
    if (typeof key === 'string' && known.has(key)) continue;
    if (!unknown.has(key)) unknown.set(key, person);
  }
  const columns = [...unknown.values()].map(({ name, email }) => ({
    name,
    email,
    language: null,
    receives_notices: true,
    receives_reminders: true,
    import_batch: batch,
  }));
  const inserted = await insertDocuments(strapi, table.contact, columns, at);
  const ids = new Map([...unknown.keys()].map((key, index) => [key, inserted[index]?.id ?? 0]));
  for (const [key, id] of ids) if (typeof key === 'string') known.set(key, id);
  const idOf = (person: Person) => {
    const key = keyOf(person);
    return typeof key === 'string' ? known.get(key) : ids.get(key);
  };
  return {
    added: inserted.map(({ id }) => id),
    of: ({ contacts }) => [...new Set(contacts.flatMap((person) => idOf(person) ?? []))],
  };
}

/** Writes payments with their plans as the form would. */
export async function writePayments(
  strapi: Core.Strapi,
  payments: readonly ReadyPayment[],
  { actor, batch, progress }: Writing,
): Promise<{ payments: number; instalments: number }> {
  await refuseTakenCodes(strapi, payments);
  let [written, lines, instalments] = [0, 0, 0];
  for (const chunk of chunksOf(payments)) {
    await registerMany(strapi, chunk.map(registrationOf), { actor, loud: false, batch });
    written += chunk.length;
    instalments += chunk.reduce((sum, { plan }) => sum + plan.instalments.length, 0);
    lines += chunk.reduce((sum, { draft }) => sum + draft.lines.length, 0);
    await progress(lines);
  }
  return { payments: written, instalments };
}

/** Once more, now that nobody else can write one of these codes before these payments are saved. */
async function refuseTakenCodes(strapi: Core.Strapi, payments: readonly ReadyPayment[]): Promise<void> {
  const ids = new Set(payments.flatMap(({ rules }) => (rules?.singleUseCodes ? [rules.id] : [])));
  for (const id of [...ids].sort((a, b) => a - b)) await lockCodesOf(strapi, id);
  const used = await singleUseInUse(strapi, payments);
  if ([...used.values()].some((codes) => codes.size > 0)) throw changedMeanwhile();
}

function registrationOf({ draft, plan, rules }: ReadyPayment): Registration {
  return {
    title: draft.title,
    description: draft.description,
    customerId: draft.customer.id,
    institutionId: rules?.id ?? null,
    paymentCode: draft.code,
    currency: plan.currency,
    kind: draft.plan.kind,
    period: 'period' in draft.plan ? (draft.plan.period ?? null) : null,
    managerComments: draft.managerComments,
    rows: plan.instalments.map(({ paid, note, paymentCode, ...row }) => ({
      ...row,
      paid: paid ? row.amount : minor(0),
      paidOn: paid ? row.dueDate : null,
      note: note ?? null,
      paymentCode: paymentCode ?? null,
    })),
  };
}
