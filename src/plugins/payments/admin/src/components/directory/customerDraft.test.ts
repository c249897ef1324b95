import type { CustomerValue } from '../../../../contracts/customer';
import { createCustomerBody, customerChanges, customerDraft, newContact } from './customerDraft';

const eleni: CustomerValue = {
  documentId: 'c1',
  name: 'Παπαδάκη Ελένη',
  taxNumber: '094259216',
  phone: null,
  language: 'el',
  reference: null,
  remindersPaused: false,
  archivedAt: null,
  erasedAt: null,
  responsible: null,
  contacts: [
    {
      documentId: 'p1',
      name: 'Παπαδάκη Ελένη',
      email: 'eleni@example.com',
      language: null,
      receivesNotices: true,
      receivesReminders: true,
      hasLogin: false,
      undeliverableSince: null,
      lastSignInAt: null,
    },
  ],
};

describe('a customer as typed', () => {
  it('gives a contact without a name the name of the customer', () => {
    const draft = { ...customerDraft(), name: 'Doe', contacts: [{ ...newContact(0), email: 'doe@example.com' }] };
    expect(createCustomerBody(draft).contacts).toEqual([
      { name: 'Doe', email: 'doe@example.com', receivesNotices: true, receivesReminders: true },
    ]);
  });

  it('leaves out a contact that was not filled in', () => {
    expect(createCustomerBody({ ...customerDraft(), name: 'Doe' }).contacts).toEqual([]);
  });

  it('sends nothing where nothing was changed', () => {
    expect(customerChanges(eleni, customerDraft(eleni))).toEqual({ customer: null, created: [], updated: [] });
  });

  it('sends a changed address, a new contact, and who no longer acts', () => {
    const draft = customerDraft(eleni);
    const [contact] = draft.contacts;
    expect(
      customerChanges(eleni, { ...draft, contacts: draft.contacts.map((one) => ({ ...one, email: 'e@example.com' })) })
        .updated,
    ).toEqual([{ documentId: 'p1', body: expect.objectContaining({ email: 'e@example.com' }) }]);
    const replaced = customerChanges(eleni, { ...draft, contacts: [{ ...newContact(9), name: 'Nikos', email: '' }] });
    expect(contact).toBeDefined();
    expect(replaced.customer).toMatchObject({ contacts: [] });
    expect(replaced.created).toEqual([expect.objectContaining({ name: 'Nikos', email: null, customers: ['c1'] })]);
  });
});
