import type { ContactValue, CustomerValue } from '../../../../contracts/customer';
import type { CreateContactBody, CreateCustomerBody, UpdateCustomerBody } from '../../services/customers';

export interface ContactDraft {
  /** Stays with the contact while others come and go. */
  key: number;
  /** Null until it is saved. */
  documentId: string | null;
  name: string;
  email: string;
  receivesNotices: boolean;
  receivesReminders: boolean;
}

export type Language = '' | 'en' | 'el';

export interface CustomerDraft {
  name: string;
  taxNumber: string;
  phone: string;
  /** Empty: the office's first language. */
  language: Language;
  contacts: ContactDraft[];
}

export const newContact = (key: number): ContactDraft => ({
  key,
  documentId: null,
  name: '',
  email: '',
  receivesNotices: true,
  receivesReminders: true,
});

const contactDraft = (contact: ContactValue, key: number): ContactDraft => ({
  key,
  documentId: contact.documentId,
  name: contact.name,
  email: contact.email ?? '',
  receivesNotices: contact.receivesNotices,
  receivesReminders: contact.receivesReminders,
});

const languageOf = (language: string | null): Language => (language === 'en' || language === 'el' ? language : '');

export const customerDraft = (customer?: CustomerValue): CustomerDraft => ({
  name: customer?.name ?? '',
  taxNumber: customer?.taxNumber ?? '',
  phone: customer?.phone ?? '',
  language: languageOf(customer?.language ?? null),
  contacts: customer ? customer.contacts.map(contactDraft) : [newContact(0)],
});

const textOrNull = (text: string): string | null => text.trim() || null;

const fieldsOf = ({ name, taxNumber, phone, language }: CustomerDraft) => ({
  name: name.trim(),
  taxNumber: textOrNull(taxNumber),
  phone: textOrNull(phone),
  language: language || null,
});

/** A contact of a person who is the customer needs no name of its own. */
export const contactFields = (contact: ContactDraft, customerName: string) => ({
  name: contact.name.trim() || customerName.trim(),
  email: textOrNull(contact.email),
  receivesNotices: contact.receivesNotices,
  receivesReminders: contact.receivesReminders,
});

const isBlank = ({ name, email }: ContactDraft) => name.trim() === '' && email.trim() === '';

export const createCustomerBody = (draft: CustomerDraft): CreateCustomerBody => ({
  ...fieldsOf(draft),
  contacts: draft.contacts.filter((contact) => !isBlank(contact)).map((contact) => contactFields(contact, draft.name)),
});

export interface CustomerChanges {
  customer: UpdateCustomerBody | null;
  created: CreateContactBody[];
  updated: Array<{ documentId: string; body: ReturnType<typeof contactFields> }>;
}

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** What an edit of a customer and the contacts has to send; nothing where nothing changed. */
export const customerChanges = (before: CustomerValue, draft: CustomerDraft): CustomerChanges => {
  const was = customerDraft(before);
  const kept = draft.contacts.filter((contact) => !isBlank(contact));
  const removed = was.contacts.some(({ documentId }) => !kept.some((contact) => contact.documentId === documentId));
  const contacts = kept.flatMap(({ documentId }) => (documentId ? [documentId] : []));
  const fields = fieldsOf(draft);
  return {
    customer: removed || differs(fields, fieldsOf(was)) ? { ...fields, ...(removed && { contacts }) } : null,
    created: kept
      .filter(({ documentId }) => documentId === null)
      .map((contact) => ({ ...contactFields(contact, draft.name), customers: [before.documentId] })),
    updated: kept.flatMap((contact) => {
      const old = was.contacts.find(({ documentId }) => documentId === contact.documentId);
      const body = contactFields(contact, draft.name);
      return old?.documentId && differs(body, contactFields(old, was.name))
        ? [{ documentId: old.documentId, body }]
        : [];
    }),
  };
};
