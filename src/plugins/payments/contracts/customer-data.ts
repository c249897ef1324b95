import { z } from 'zod';
import { one } from './lists';
import { defineRoute } from './route';
import { documentId, instant, named, noBody, noQuery } from './values';

/** What an erasure takes away of a customer, and what has to stay. */
export const erasure = z.strictObject({
  /** Payments that stay, with their amounts, days and states, and without any text, code or file. */
  payments: z.int(),
  /** Of these the ones with something left to pay: they are cancelled. */
  open: z.int(),
  receipts: z.int(),
  /** Files of receipts and attachments. */
  files: z.int(),
  /** Mails whose address and text go. */
  notices: z.int(),
  /** Contacts who act for nobody else: they go. */
  contacts: z.array(named),
  /** Contacts who act for other customers as well: they stay, and act for this one no more. */
  sharedContacts: z.array(named),
  /** Logins of the contacts who go, which nobody else has. */
  logins: z.int(),
});
export type Erasure = z.output<typeof erasure>;

const exampleErasure = {
  payments: 12,
  open: 0,
  receipts: 3,
  files: 4,
  notices: 41,
  contacts: [{ documentId: 'b1c2d3e4f5g6h7i8j9k0l1m2', name: 'Papadaki Eleni' }],
  sharedContacts: [],
  logins: 1,
};

export const previewErasure = defineRoute({
  id: 'previewErasure',
  scope: 'staff',
  method: 'GET',
  path: '/customers/:documentId/erase',
  summary: 'What erasing a customer would take away, and what would stay',
  action: 'delete',
  query: noQuery,
  body: noBody,
  answer: one(erasure),
  example: { answer: { data: exampleErasure, meta: {} } },
});

export const eraseCustomer = defineRoute({
  id: 'eraseCustomer',
  scope: 'staff',
  method: 'POST',
  path: '/customers/:documentId/erase',
  summary:
    "Erases a customer's personal data for good; amounts, days and states stay. Open obligations ask for a confirmation",
  action: 'delete',
  query: noQuery,
  body: z.strictObject({
    /** Whether the logins go as well; else they stay, signed out and without a contact, for what the host uses them for. */
    logins: z.boolean().default(true),
    /** `open-obligations`: cancel what is still to pay. */
    confirmed: z.array(z.enum(['open-obligations'])).default([]),
  }),
  answer: one(erasure),
  example: { body: { confirmed: ['open-obligations'] }, answer: { data: exampleErasure, meta: {} } },
});

/** A row as it is stored, by its column: money in minor units as text, days and instants as text. */
const storedRow = z.record(z.string(), z.unknown());

export const customerData = z.strictObject({
  exportedAt: instant,
  customer: documentId,
  /** Rows by what they are. */
  data: z.strictObject({
    customer: z.array(storedRow),
    contacts: z.array(storedRow),
    logins: z.array(storedRow),
    payments: z.array(storedRow),
    instalments: z.array(storedRow),
    receipts: z.array(storedRow),
    events: z.array(storedRow),
    reminders: z.array(storedRow),
    notices: z.array(storedRow),
    secrets: z.array(storedRow),
    series: z.array(storedRow),
    seriesPeriods: z.array(storedRow),
  }),
});
export type CustomerData = z.output<typeof customerData>;

const exampleRow = { document_id: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni' };

export const exportCustomer = defineRoute({
  id: 'exportCustomer',
  scope: 'staff',
  method: 'GET',
  path: '/customers/:documentId/data',
  summary: 'Everything that is stored about a customer, what staff wrote included; files by their names',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(customerData),
  example: {
    answer: {
      data: {
        exportedAt: '2026-11-23T08:00:00.000Z',
        customer: exampleRow.document_id,
        data: {
          customer: [exampleRow],
          contacts: [],
          logins: [],
          payments: [],
          instalments: [],
          receipts: [],
          events: [],
          reminders: [],
          notices: [],
          secrets: [],
          series: [],
          seriesPeriods: [],
        },
      },
      meta: {},
    },
  },
});

export const exportCustomerArchive = defineRoute({
  id: 'exportCustomerArchive',
  scope: 'staff',
  method: 'GET',
  path: '/customers/:documentId/data.zip',
  summary:
    'The same with every file of the customer: a ZIP archive of `data.json`, the files, and `files.json`, which says where each belongs',
  action: 'read',
  query: noQuery,
  body: noBody,
  media: 'application/zip',
  answer: z.string(),
  example: { answer: 'PK …' },
});
