import { useState } from 'react';
import type { StaffPayment } from '../../../../contracts/payment';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import type { Confirmed } from '../../hooks/useSave';
import { useUpdatePaymentMutation } from '../../services/payment-edits';
import type { UpdatePaymentBody } from '../../services/payment-edits';
import { codeOf } from '../create/draft';
import type { DetailsDraft } from '../create/draft';

/** What of a payment is edited on its page, by itself. */
export type Details = Omit<DetailsDraft, 'sendEmail' | 'customer' | 'files'> & {
  customer: NonNullable<DetailsDraft['customer']>;
};

const detailsOf = (payment: StaffPayment): Details => ({
  customer: payment.customer,
  institution: payment.institution,
  title: payment.title,
  description: payment.description ?? '',
  code: payment.paymentCode?.display ?? '',
  scheme: payment.paymentCode?.scheme ?? '',
  managerComments: payment.managerComments ?? '',
  lostAfter: String(payment.lostAfter ?? ''),
});

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** The fields that were changed and no others: what somebody else saved meanwhile is not overwritten. */
const changesOf = (typed: Partial<Details>, details: Details): Partial<UpdatePaymentBody> => ({
  ...(typed.customer && { customer: typed.customer.documentId }),
  ...('institution' in typed && { institution: typed.institution?.documentId ?? null }),
  ...('title' in typed && { title: details.title }),
  ...('description' in typed && { description: details.description.trim() || null }),
  ...(('code' in typed || 'scheme' in typed) && { paymentCode: codeOf(details) }),
  ...('lostAfter' in typed && { lostAfter: details.lostAfter.trim() === '' ? null : Number(details.lostAfter) }),
  ...('managerComments' in typed && { managerComments: details.managerComments.trim() || null }),
});

/**
 * The editable part of the payment page. Only what was typed is kept, over whatever the payment is now: an edit by
 * somebody else shows in the fields that were left alone and does not touch the others.
 */
export const usePaymentDetails = (payment: StaffPayment) => {
  const [typed, setTyped] = useState<Partial<Details>>({});
  const [sendEmail, setSendEmail] = useState(true);
  const [update] = useUpdatePaymentMutation();
  const edit = usePaymentEdit(payment);
  const problems = useFieldProblems(edit.failure);

  const saved = detailsOf(payment);
  const details: Details = { ...saved, ...typed };

  const change = (next: Partial<Details>) => {
    const merged = { ...typed, ...next };
    const kept = (Object.keys(merged) as Array<keyof Details>).filter((field) => differs(merged[field], saved[field]));
    setTyped(Object.fromEntries(kept.map((field) => [field, merged[field]])));
    for (const field of Object.keys(next)) problems.touch(field === 'code' ? 'paymentCode' : field);
  };

  const send = (revision: number, confirmed: Confirmed) =>
    update({
      payment: payment.documentId,
      body: { ...changesOf(typed, details), revision, sendEmail, confirmed },
    }).unwrap();

  return {
    details,
    change,
    dirty: Object.keys(typed).length > 0,
    /** The customer can see it: there is something to send an email about. */
    visible: Object.keys(typed).some((field) => field !== 'managerComments'),
    sendEmail,
    setSendEmail,
    problemAt: problems.at,
    edit,
    save: () => void edit.run(send, () => setTyped({})),
    discard: () => {
      setTyped({});
      edit.dismiss();
      edit.forgetConflict();
    },
  };
};

export type PaymentDetails = ReturnType<typeof usePaymentDetails>;
