import { useState } from 'react';
import { Grid } from '@strapi/design-system';
import type { InstitutionValue } from '../../../../contracts/institution';
import { SCHEME_IDS } from '../../../../domain/payment-code';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { useCreateInstitutionMutation, useUpdateInstitutionMutation } from '../../services/institutions';
import { ConventionField } from '../create/ConventionField';
import { CheckField } from '../fields/CheckField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import { institutionBody, institutionDraft } from './institutionDraft';
import type { InstitutionDraft } from './institutionDraft';

interface InstitutionDialogProps {
  /** Absent for a new one. */
  institution?: InstitutionValue;
  onClose: () => void;
}

/** An institution: how it is paid and how its codes and dates go. */
export const InstitutionDialog = ({ institution, onClose }: InstitutionDialogProps) => {
  const t = useT();
  const office = useOffice();
  const problemText = useProblemText();
  const [draft, setDraft] = useState(() => institutionDraft(institution));
  const [create] = useCreateInstitutionMutation();
  const [update] = useUpdateInstitutionMutation();
  const save = useSave<InstitutionValue>();
  const problems = useFieldProblems(save.failure);
  const change = (next: Partial<InstitutionDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    for (const field of Object.keys(next)) problems.touch(field);
  };
  const text = (field: 'name' | 'iban' | 'bic' | 'payUrl' | 'bankDays') => {
    const problem = problems.at(field);
    return {
      name: field,
      label: t(`institution.${field}`),
      value: draft[field],
      error: problem && problemText(problem, office.currency),
      onChange: (value: string) => change({ [field]: value }),
    };
  };
  const submit = () => {
    const body = institutionBody(draft);
    const send = () =>
      institution ? update({ documentId: institution.documentId, body }).unwrap() : create(body).unwrap();
    void save.run(send, onClose);
  };

  return (
    <FormDialog
      title={t(institution ? 'institution.edit' : 'institution.new')}
      submit={t(institution ? 'action.save' : 'institution.create')}
      busy={save.busy}
      disabled={draft.name.trim() === ''}
      failure={save.failure}
      currency={office.currency}
      onDismissFailure={save.dismiss}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField {...text('name')} required maxLength={200} />
      <TextField {...text('payUrl')} type="url" hint={t('institution.payUrl.hint')} />
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <TextField {...text('iban')} />
        </Cell>
        <Cell col={6}>
          <TextField {...text('bic')} />
        </Cell>
        <Cell col={6}>
          <SelectField
            name="codeScheme"
            label={t('institution.codeScheme')}
            value={draft.codeScheme}
            onChange={(codeScheme) => change({ codeScheme })}
            options={SCHEME_IDS.map((id) => ({ value: id, label: t(`scheme.${id}`) }))}
          />
        </Cell>
        <Cell col={6}>
          <SelectField
            name="codeScope"
            label={t('institution.codeScope')}
            value={draft.codeScope}
            onChange={(codeScope) => change({ codeScope })}
            options={(['payment', 'instalment'] as const).map((scope) => ({
              value: scope,
              label: t(`institution.codeScope.${scope}`),
            }))}
          />
        </Cell>
        <Cell col={6}>
          <ConventionField
            value={draft.convention}
            fallback={office.convention}
            onChange={(convention) => change({ convention })}
          />
        </Cell>
        <Cell col={6}>
          <TextField {...text('bankDays')} inputMode="numeric" hint={t('institution.bankDays.hint')} />
        </Cell>
      </Grid.Root>
      <CheckField
        name="singleUseCodes"
        label={t('institution.singleUseCodes')}
        checked={draft.singleUseCodes}
        onChange={(singleUseCodes) => change({ singleUseCodes })}
      />
    </FormDialog>
  );
};
