import { Typography } from '@strapi/design-system';
import type { InstitutionValue } from '../../../../contracts/institution';
import { useT } from '../../intl/useT';
import { TextField } from '../fields/TextField';
import { FormDialog } from '../shared/FormDialog';
import { InstitutionAccount } from './InstitutionAccount';
import { InstitutionCodes } from './InstitutionCodes';
import { InstitutionDates } from './InstitutionDates';
import { useInstitutionForm } from './useInstitutionForm';

interface InstitutionDialogProps {
  /** Absent for a new one. */
  institution?: InstitutionValue;
  onClose: () => void;
}

const Heading = ({ children }: { children: string }) => (
  <Typography variant="delta" tag="h3" paddingTop={2}>
    {children}
  </Typography>
);

/** An institution: how its codes and dates go, and how it is paid. */
export const InstitutionDialog = ({ institution, onClose }: InstitutionDialogProps) => {
  const t = useT();
  const form = useInstitutionForm(institution, onClose);
  const { draft, change, save } = form;
  return (
    <FormDialog
      title={t(institution ? 'institution.edit' : 'institution.new')}
      submit={t(institution ? 'action.save' : 'institution.create')}
      busy={save.busy}
      failure={save.failure}
      currency={form.office.currency}
      onDismissFailure={save.dismiss}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('institution.name')}
        required
        maxLength={200}
        value={draft.name}
        error={form.errorOf('name')}
        onChange={(name) => change({ name })}
      />
      <Heading>{t('institution.codes')}</Heading>
      <InstitutionCodes form={form} />
      <Heading>{t('institution.dates')}</Heading>
      <InstitutionDates form={form} />
      <Heading>{t('institution.account')}</Heading>
      <InstitutionAccount form={form} />
    </FormDialog>
  );
};
