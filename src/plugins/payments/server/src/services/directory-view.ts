import type { ContactValue, ContactWithCustomers, CustomerValue } from '../../../contracts/customer';
import type { InstitutionValue } from '../../../contracts/institution';
import type { ContactRow, NamedCustomer } from '../repositories/contacts';
import type { CustomerRow } from '../repositories/customers';
import type { InstitutionRow } from '../repositories/institutions';

/** What staff are answered. Every view names its fields one by one: a new column is in no answer until somebody writes it here. */

export const contactView = (row: ContactRow): ContactValue => ({
  documentId: row.documentId,
  name: row.name,
  email: row.email,
  language: row.language,
  receivesNotices: row.receivesNotices,
  receivesReminders: row.receivesReminders,
  hasLogin: row.hasLogin,
  undeliverableSince: row.undeliverableSince?.toISOString() ?? null,
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
});

export const contactWithCustomersView = (
  row: ContactRow,
  customers: readonly NamedCustomer[],
): ContactWithCustomers => ({
  ...contactView(row),
  customers: customers.map(({ documentId, name }) => ({ documentId, name })),
});

export const customerView = (row: CustomerRow): CustomerValue => ({
  documentId: row.documentId,
  name: row.name,
  taxNumber: row.taxNumber,
  phone: row.phone,
  language: row.language,
  reference: row.reference,
  remindersPaused: row.remindersPaused,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  erasedAt: row.erasedAt?.toISOString() ?? null,
  responsible: row.responsible && { documentId: row.responsible.documentId, name: row.responsible.name },
  contacts: row.contacts.map(contactView),
});

export const institutionView = (row: InstitutionRow): InstitutionValue => ({
  documentId: row.documentId,
  name: row.name,
  iban: row.iban,
  bic: row.bic,
  payUrl: row.payUrl,
  codeScheme: row.codeScheme,
  codeScope: row.codeScope,
  singleUseCodes: row.singleUseCodes,
  convention: row.convention,
  bankDays: row.bankDays,
  ladder: row.ladder,
  epcQr: row.epcQr,
  epcRemittance: row.epcRemittance,
});
