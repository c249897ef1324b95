import { z } from 'zod';
import { many, one, pageQuery, sortQuery } from './lists';
import { defineRoute } from './route';
import { documentId, flag, instant, language, line, named, noBody, noQuery, searchTerm } from './values';

/** One address and no more: no lists, no display names, no line breaks. */
export const email = z.email().max(254);

const contactFields = {
  name: line(200),
  email: email.nullable(),
  /** Overrides the customer's language. */
  language: language.nullable(),
  /** Receives notices of registrations and edits. */
  receivesNotices: z.boolean(),
  /** Receives reminders before and after the due date. */
  receivesReminders: z.boolean(),
};

export const contact = z.strictObject({
  documentId,
  ...contactFields,
  email: z.string().nullable(),
  hasLogin: z.boolean(),
  /** Set when mail to the address failed for good; cleared when the address changes. */
  undeliverableSince: instant.nullable(),
  /** When the login was last used to sign in; null where nobody did since the product watches. */
  lastSignInAt: instant.nullable(),
});
export type ContactValue = z.output<typeof contact>;

/** A contact with the customers it acts for, by name. */
export const contactWithCustomers = contact.extend({ customers: z.array(named) });
export type ContactWithCustomers = z.output<typeof contactWithCustomers>;

export const customer = z.strictObject({
  documentId,
  name: z.string(),
  taxNumber: z.string().nullable(),
  phone: z.string().nullable(),
  language: language.nullable(),
  /** The host's own reference. */
  reference: z.string().nullable(),
  remindersPaused: z.boolean(),
  archivedAt: instant.nullable(),
  /** Set when the personal data were erased: what is left is a row that payments can name. */
  erasedAt: instant.nullable(),
  /** The member of staff who answers for it, and to whom replies go. */
  responsible: named.nullable(),
  contacts: z.array(contact),
});
export type CustomerValue = z.output<typeof customer>;

const newContact = z.strictObject({
  ...z.strictObject(contactFields).partial().shape,
  name: contactFields.name,
});

const customerFields = {
  name: line(200),
  taxNumber: line(30).nullable(),
  phone: line(40).nullable(),
  language: language.nullable(),
  reference: line(100).nullable(),
  remindersPaused: z.boolean(),
};

export const exampleCustomer = {
  documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2',
  name: 'Papadaki Eleni',
  taxNumber: '094259216',
  phone: '+30 210 0000000',
  language: 'el',
  reference: null,
  remindersPaused: false,
  archivedAt: null,
  erasedAt: null,
  responsible: { documentId: 's1t2a3f4f5m6e7m8b9e0r1a2', name: 'Maria Ioannou' },
  contacts: [
    {
      documentId: 'b1c2d3e4f5g6h7i8j9k0l1m2',
      name: 'Papadaki Eleni',
      email: 'eleni@example.com',
      language: null,
      receivesNotices: true,
      receivesReminders: true,
      hasLogin: true,
      undeliverableSince: null,
      lastSignInAt: '2026-11-20T08:12:00.000Z',
    },
  ],
};
const exampleAnswer = { data: exampleCustomer, meta: {} };

export const listCustomers = defineRoute({
  id: 'listCustomers',
  scope: 'staff',
  method: 'GET',
  path: '/customers',
  summary: 'Customers by name, tax number or email; accents, case and final sigma do not matter',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    q: searchTerm.optional(),
    /** `true` for the archived ones alone; without it they are left out. */
    archived: flag.optional(),
    sort: sortQuery(['name', 'createdAt'], 'name:asc'),
  }),
  body: noBody,
  answer: many(customer),
  example: {
    query: { q: 'papadaki' },
    answer: { data: [exampleCustomer], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getCustomer = defineRoute({
  id: 'getCustomer',
  scope: 'staff',
  method: 'GET',
  path: '/customers/:documentId',
  summary: 'One customer with the contacts',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(customer),
  example: { answer: exampleAnswer },
});

export const createCustomer = defineRoute({
  id: 'createCustomer',
  scope: 'staff',
  method: 'POST',
  path: '/customers',
  summary: 'A new customer, with new contacts and contacts that exist already',
  action: 'create',
  query: noQuery,
  body: z.strictObject({
    ...z.strictObject(customerFields).partial().shape,
    name: customerFields.name,
    contacts: z.array(newContact).max(20).default([]),
    /** Contacts that act for other customers already. */
    existingContacts: z.array(documentId).max(20).default([]),
  }),
  answer: one(customer),
  example: {
    body: {
      name: 'Papadaki Eleni',
      taxNumber: '094259216',
      language: 'el',
      contacts: [{ name: 'Papadaki Eleni', email: 'eleni@example.com' }],
    },
    answer: exampleAnswer,
  },
});

export const updateCustomer = defineRoute({
  id: 'updateCustomer',
  scope: 'staff',
  method: 'PUT',
  path: '/customers/:documentId',
  summary: 'Changes what is named; `contacts` is the new list of who acts for the customer',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    ...z.strictObject(customerFields).partial().shape,
    contacts: z.array(documentId).max(20).optional(),
  }),
  answer: one(customer),
  example: { body: { phone: '+30 210 1111111' }, answer: exampleAnswer },
});

export const exampleContact = {
  ...exampleCustomer.contacts[0],
  customers: [{ documentId: exampleCustomer.documentId, name: exampleCustomer.name }],
};

/** What may be amiss with a contact: whom nothing reaches, who wants nothing, who cannot sign in. */
export const contactState = z.enum(['all', 'flagged', 'no-address', 'opted-out', 'no-login']);
export type ContactState = z.output<typeof contactState>;

export const listContacts = defineRoute({
  id: 'listContacts',
  scope: 'staff',
  method: 'GET',
  path: '/contacts',
  summary: 'Contacts by name or email; accents, case and final sigma of the name do not matter',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    q: searchTerm.optional(),
    /** `flagged`: mail to the address failed for good. `opted-out`: refuses reminders, or all notices. */
    state: contactState.default('all'),
    sort: sortQuery(['name', 'createdAt'], 'name:asc'),
  }),
  body: noBody,
  answer: many(contactWithCustomers),
  example: {
    query: { q: 'eleni' },
    answer: { data: [exampleContact], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getContact = defineRoute({
  id: 'getContact',
  scope: 'staff',
  method: 'GET',
  path: '/contacts/:documentId',
  summary: 'One contact with the customers it acts for',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(contactWithCustomers),
  example: { answer: { data: exampleContact, meta: {} } },
});

export const createContact = defineRoute({
  id: 'createContact',
  scope: 'staff',
  method: 'POST',
  path: '/contacts',
  summary: 'A new contact who acts for the customers named',
  action: 'create',
  query: noQuery,
  body: newContact.extend({ customers: z.array(documentId).min(1).max(200) }),
  answer: one(contactWithCustomers),
  example: {
    body: { name: 'Nikos Doe', email: 'nikos@example.com', customers: [exampleCustomer.documentId] },
    answer: { data: exampleContact, meta: {} },
  },
});

export const updateContact = defineRoute({
  id: 'updateContact',
  scope: 'staff',
  method: 'PUT',
  path: '/contacts/:documentId',
  summary: 'Changes what is named',
  action: 'update',
  query: noQuery,
  body: z
    .strictObject(contactFields)
    .partial()
    .extend({ customers: z.array(documentId).max(200).optional() }),
  answer: one(contactWithCustomers),
  example: { body: { email: 'eleni.p@example.com' }, answer: { data: exampleContact, meta: {} } },
});
