import { useState } from 'react';
import { Grid } from '@strapi/design-system';
import type { OfficeClosure } from '../../../../contracts/office-closures';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { problemAt } from '../../services/failure';
import { useCreateClosureMutation, useUpdateClosureMutation } from '../../services/office-closures';
import { DayField } from '../fields/DayField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import { closureDraft, readClosure } from './closureDraft';
import type { ClosureDraft } from './closureDraft';

interface ClosureDialogProps {
  /** Absent for a new one. */
  closure?: OfficeClosure;
  onClose: () => void;
}

/** Days on which the office is away. */
export const ClosureDialog = ({ closure, onClose }: ClosureDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const reader = useReader();
  const problemText = useProblemText();
  const [draft, setDraft] = useState(() => closureDraft(closure, reader));
  const [attempted, setAttempted] = useState(false);
  const [create] = useCreateClosureMutation();
  const [update] = useUpdateClosureMutation();
  const save = useSave<unknown>();
  const refused = useFieldProblems(save.failure);
  const read = readClosure(draft, reader);

  const change = (next: Partial<ClosureDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    for (const field of Object.keys(next)) refused.touch(field);
  };
  const problemOf = (field: keyof ClosureDraft) =>
    refused.at(field) ?? (attempted && !read.ok ? problemAt(read.problems, field) : undefined);
  const nameProblem = problemOf('name');
  const submit = () => {
    setAttempted(true);
    if (!read.ok) return;
    const { body } = read;
    const send = () => (closure ? update({ documentId: closure.documentId, body }).unwrap() : create(body).unwrap());
    void save.run(send, onClose);
  };

  return (
    <FormDialog
      title={t(closure ? 'closures.change' : 'closures.new')}
      submit={t('action.save')}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('closures.name')}
        hint={t('closures.name.hint')}
        required
        maxLength={200}
        value={draft.name}
        error={nameProblem && problemText(nameProblem, currency)}
        onChange={(name) => change({ name })}
      />
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <DayField
            name="startDate"
            label={t('closures.startDate')}
            required
            value={draft.startDate}
            problem={problemOf('startDate')}
            onChange={(startDate) => change({ startDate })}
          />
        </Cell>
        <Cell col={6}>
          <DayField
            name="endDate"
            label={t('closures.endDate')}
            hint={t('closures.endDate.hint')}
            value={draft.endDate}
            problem={problemOf('endDate')}
            onChange={(endDate) => change({ endDate })}
          />
        </Cell>
      </Grid.Root>
    </FormDialog>
  );
};
