import { useMemo, useState } from 'react';
import type { StaffPayment } from '../../../../contracts/payment';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import { useReader } from '../../hooks/useReader';
import { useFormat } from '../../intl/useFormat';
import { emptyPlan } from '../../plan/draft';
import type { PlanDraft } from '../../plan/draft';
import { readPlan } from '../../plan/readPlan';
import { problemAt } from '../../services/failure';
import { useReplanPaymentMutation } from '../../services/payment-edits';
import type { ReplanBody } from '../../services/payment-edits';
import type { PlanForm } from '../create/planForm';
import { usePlanPreview } from '../create/usePlanPreview';
import type { Preview } from '../create/usePlanPreview';

/** Planning what is outstanding anew: the automatic plan's fields, with the total given. */
export const useReplanForm = (payment: StaffPayment, onSaved: () => void) => {
  const office = useOffice();
  const reader = useReader();
  const format = useFormat();
  const { value, currency } = payment.outstanding;
  const [typed, setTyped] = useState<PlanDraft>(() => ({
    ...emptyPlan(currency),
    kind: 'automatic',
    period: payment.period ?? 'monthly',
    convention: payment.convention ?? '',
  }));
  const [attempted, setAttempted] = useState(false);
  const [sendEmail, setSendEmail] = useState(true);
  const [replan] = useReplanPaymentMutation();
  const edit = usePaymentEdit(payment);
  const problems = useFieldProblems(edit.failure);

  const plan = useMemo<PlanDraft>(
    () => ({ ...typed, total: format.amount(value, currency) }),
    [typed, format, value, currency],
  );
  const read = useMemo(() => readPlan(plan, reader), [plan, reader]);
  const preview: Preview = usePlanPreview(read, payment.institution?.documentId ?? null, 'automatic');

  const form: PlanForm = {
    plan,
    changePlan: (change) => {
      setTyped((before) => change({ ...before, total: plan.total }));
      for (const field of ['amount', 'count', 'firstDate', 'convention']) problems.touch(field);
    },
    planProblem: (path) =>
      problems.at(path) ??
      (preview.failure ? problemAt(preview.failure.problems, path) : undefined) ??
      (attempted && !read.ok ? problemAt(read.problems, path) : undefined),
    reader,
    fallbackConvention: payment.convention ?? office.convention,
    refused: preview.failure,
  };

  const submit = () => {
    setAttempted(true);
    if (!read.ok || read.plan.kind !== 'automatic') return;
    const { amount, count, firstDate, period, convention, endOfMonth } = read.plan;
    const body: Omit<ReplanBody, 'revision' | 'sendEmail'> = {
      firstDate,
      period,
      // what the form proposed is the server's to work out, the same way
      ...(plan.proposed !== 'count' && { count }),
      ...(plan.proposed !== 'amount' && { amount }),
      ...(convention && { convention }),
      ...(endOfMonth && { endOfMonth }),
    };
    void edit.run(
      (revision) => replan({ payment: payment.documentId, body: { ...body, revision, sendEmail } }).unwrap(),
      onSaved,
    );
  };

  return { form, preview, edit, sendEmail, setSendEmail, submit };
};
