import { useState } from 'react';
import type { CustomerValue } from '../../../../contracts/customer';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useSave } from '../../hooks/useSave';
import {
  useCreateContactMutation,
  useCreateCustomerMutation,
  useUpdateContactMutation,
  useUpdateCustomerMutation,
} from '../../services/customers';
import type { FieldProblem } from '../../services/failure';
import { createCustomerBody, customerChanges, customerDraft, newContact } from './customerDraft';
import type { ContactDraft, CustomerDraft } from './customerDraft';

/** A new customer with contacts, or the edit of one. */
export const useCustomerForm = (customer: CustomerValue | undefined, onSaved: (saved: CustomerValue) => void) => {
  const [draft, setDraft] = useState<CustomerDraft>(() => customerDraft(customer));
  const [attempted, setAttempted] = useState(false);
  const save = useSave<CustomerValue>();
  const problems = useFieldProblems(save.failure);
  const [createCustomer] = useCreateCustomerMutation();
  const [updateCustomer] = useUpdateCustomerMutation();
  const [createContact] = useCreateContactMutation();
  const [updateContact] = useUpdateContactMutation();

  const update = async (before: CustomerValue): Promise<CustomerValue> => {
    const changes = customerChanges(before, draft);
    const saved = changes.customer
      ? await updateCustomer({ documentId: before.documentId, body: changes.customer }).unwrap()
      : before;
    for (const contact of changes.updated) await updateContact(contact).unwrap();
    for (const contact of changes.created) await createContact(contact).unwrap();
    return saved;
  };

  const missing: FieldProblem[] =
    attempted && draft.name.trim() === '' ? [{ path: 'name', code: 'required', message: '', params: {} }] : [];

  return {
    draft,
    save,
    problemAt: (path: string) => problems.at(path) ?? missing.find((problem) => problem.path === path),
    change: (change: Partial<CustomerDraft>) => {
      setDraft((before) => ({ ...before, ...change }));
      for (const field of Object.keys(change)) problems.touch(field);
    },
    changeContact: (key: number, change: Partial<ContactDraft>) => {
      setDraft((before) => ({
        ...before,
        contacts: before.contacts.map((contact) => (contact.key === key ? { ...contact, ...change } : contact)),
      }));
      problems.touch('contacts');
      problems.touch('email');
    },
    addContact: () =>
      setDraft((before) => ({
        ...before,
        contacts: [...before.contacts, newContact(Math.max(0, ...before.contacts.map(({ key }) => key)) + 1)],
      })),
    removeContact: (key: number) =>
      setDraft((before) => ({ ...before, contacts: before.contacts.filter((contact) => contact.key !== key) })),
    submit: () => {
      setAttempted(true);
      if (draft.name.trim() === '') return;
      void save.run(() => (customer ? update(customer) : createCustomer(createCustomerBody(draft)).unwrap()), onSaved);
    },
  };
};
