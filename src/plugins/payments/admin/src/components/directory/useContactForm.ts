import { useState } from 'react';
import type { ContactWithCustomers } from '../../../../contracts/customer';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useSave } from '../../hooks/useSave';
import { useCreateContactMutation, useUpdateContactMutation } from '../../services/customers';
import type { FieldProblem } from '../../services/failure';
import type { Language } from './customerDraft';

type Named = ContactWithCustomers['customers'][number];

export interface ContactEdit {
  name: string;
  email: string;
  /** Empty: the customer's. */
  language: Language;
  receivesNotices: boolean;
  receivesReminders: boolean;
  customers: readonly Named[];
}

const EMPTY: ContactEdit = {
  name: '',
  email: '',
  language: '',
  receivesNotices: true,
  receivesReminders: true,
  customers: [],
};

const startOf = (contact: ContactWithCustomers | undefined): ContactEdit =>
  contact
    ? {
        name: contact.name,
        email: contact.email ?? '',
        language: contact.language === 'el' || contact.language === 'en' ? contact.language : '',
        receivesNotices: contact.receivesNotices,
        receivesReminders: contact.receivesReminders,
        customers: contact.customers,
      }
    : EMPTY;

const missing = (draft: ContactEdit, isNew: boolean): FieldProblem[] => [
  ...(draft.name.trim() === '' ? [{ path: 'name', code: 'required', message: '', params: {} }] : []),
  ...(isNew && draft.customers.length === 0 ? [{ path: 'customers', code: 'required', message: '', params: {} }] : []),
];

/** A new contact, or the edit of one, with the customers it acts for. */
export const useContactForm = (contact: ContactWithCustomers | undefined, onSaved: () => void) => {
  const [draft, setDraft] = useState(() => startOf(contact));
  const [attempted, setAttempted] = useState(false);
  const [create] = useCreateContactMutation();
  const [update] = useUpdateContactMutation();
  const save = useSave<unknown>();
  const refused = useFieldProblems(save.failure);
  const problems = missing(draft, !contact);

  const change = (next: Partial<ContactEdit>) => {
    setDraft((before) => ({ ...before, ...next }));
    for (const field of Object.keys(next)) refused.touch(field);
  };

  const submit = () => {
    setAttempted(true);
    if (problems.length > 0) return;
    const body = {
      name: draft.name.trim(),
      email: draft.email.trim() || null,
      language: draft.language || null,
      receivesNotices: draft.receivesNotices,
      receivesReminders: draft.receivesReminders,
      customers: draft.customers.map(({ documentId }) => documentId),
    };
    void save.run(
      () => (contact ? update({ documentId: contact.documentId, body }).unwrap() : create(body).unwrap()),
      onSaved,
    );
  };

  return {
    draft,
    change,
    save,
    submit,
    problemAt: (path: string) =>
      refused.at(path) ?? (attempted ? problems.find((problem) => problem.path === path) : undefined),
    addCustomer: (customer: Named | null) => {
      if (!customer || draft.customers.some(({ documentId }) => documentId === customer.documentId)) return;
      change({ customers: [...draft.customers, { documentId: customer.documentId, name: customer.name }] });
    },
    removeCustomer: (documentId: string) =>
      change({ customers: draft.customers.filter((customer) => customer.documentId !== documentId) }),
  };
};
