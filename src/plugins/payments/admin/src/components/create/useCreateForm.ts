import { useMemo, useState } from 'react';
import type { StaffPayment } from '../../../../contracts/payment';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { rowCodeProblems } from '../../plan/codes';
import { readLostAfter } from '../../plan/lostAfter';
import { leftToAllocate, readPlan } from '../../plan/readPlan';
import { problemAt } from '../../services/failure';
import type { FieldProblem } from '../../services/failure';
import { useCreatePaymentMutation } from '../../services/payment-edits';
import type { PlanForm } from './planForm';
import { createBody, schemeOfRows } from './draft';
import type { DetailsDraft } from './draft';
import type { Start } from './useStart';
import { usePlanPreview } from './usePlanPreview';

/** Fields that the server calls otherwise. */
const FIELD_ON_WIRE: Readonly<Record<string, string>> = { code: 'paymentCode', files: 'attachments' };

const required = (path: string): FieldProblem => ({ path, code: 'required', message: '', params: {} });

const missingOf = ({ customer, title }: DetailsDraft): FieldProblem[] => [
  ...(customer ? [] : [required('customer')]),
  ...(title.trim() === '' ? [required('title')] : []),
];

/** The create form: what is typed, what the server would make of it, and what is wrong with it where. */
export const useCreateForm = (start: Start, onCreated: (payment: StaffPayment) => void) => {
  const office = useOffice();
  const reader = useReader();
  const [details, setDetails] = useState(start.details);
  const [plan, setPlan] = useState(start.plan);
  const [attempted, setAttempted] = useState(false);
  const [create] = useCreatePaymentMutation();
  const save = useSave<StaffPayment>();
  const refused = useFieldProblems(save.failure);

  const read = useMemo(() => readPlan(plan, reader), [plan, reader]);
  const preview = usePlanPreview(read, details.institution?.documentId ?? null, plan.kind);
  const left = plan.kind === 'manual' ? leftToAllocate(plan, reader) : null;
  // one instalment is no arrangement
  const lostAfter = readLostAfter(plan.kind === 'single' ? '' : details.lostAfter);
  const missing = [...missingOf(details), ...(lostAfter.ok ? [] : [lostAfter.problem])];
  const { institution } = details;
  const codePerInstalment = institution?.codeScope === 'instalment' && plan.kind !== 'single';
  // a code that has no field is not sent
  const code = codePerInstalment ? '' : details.code;
  const rowScheme = schemeOfRows({ ...details, code });
  const use = { scope: institution?.codeScope ?? 'payment', singleUse: institution?.singleUseCodes ?? false };
  const codeProblems = rowCodeProblems(plan, { scheme: rowScheme, ...use });

  const submit = () => {
    setAttempted(true);
    const { customer } = details;
    if (!read.ok || !lostAfter.ok || missing.length > 0 || codeProblems.length > 0 || !customer) return;
    void save.run(
      (confirmed) =>
        create({
          body: createBody(
            { ...details, code, customer },
            { plan: read.plan, lostAfter: lostAfter.value, replaces: start.replaces?.documentId ?? null },
            confirmed,
          ),
          files: details.files,
        }).unwrap(),
      onCreated,
    );
  };

  const planForm: PlanForm = {
    plan,
    changePlan: (change) => {
      setPlan(change);
      refused.touch('plan');
    },
    planProblem: (path) =>
      refused.at(`plan.${path}`) ??
      problemAt(codeProblems, path) ??
      (preview.failure ? problemAt(preview.failure.problems, path) : undefined) ??
      (attempted && !read.ok ? problemAt(read.problems, path) : undefined),
    reader,
    fallbackConvention: details.institution?.convention ?? office.convention,
    refused: save.failure?.repairs.length ? save.failure : preview.failure,
  };

  return {
    ...planForm,
    details,
    changeDetails: (change: Partial<DetailsDraft>) => {
      setDetails((before) => ({ ...before, ...change }));
      for (const field of Object.keys(change)) refused.touch(FIELD_ON_WIRE[field] ?? field);
    },
    detailProblem: (path: string) => refused.at(path) ?? (attempted ? problemAt(missing, path) : undefined),
    preview,
    codePerInstalment,
    rowScheme,
    left,
    dirty: details !== start.details || plan !== start.plan,
    canCreate: plan.kind !== 'manual' || left === 0,
    submit,
    save,
  };
};

export type CreateForm = ReturnType<typeof useCreateForm>;
