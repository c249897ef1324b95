import { Typography } from '@strapi/design-system';
import type { InstitutionValue } from '../../../../contracts/institution';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useDeleteInstitutionMutation } from '../../services/institutions';
import { FormDialog } from '../shared/FormDialog';

interface DeleteInstitutionDialogProps {
  institution: InstitutionValue;
  onClose: () => void;
}

/** Asks first; the server refuses where a payment names the institution. */
export const DeleteInstitutionDialog = ({ institution, onClose }: DeleteInstitutionDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const [remove] = useDeleteInstitutionMutation();
  const save = useSave<unknown>();
  return (
    <FormDialog
      title={t('institutions.delete', { name: institution.name })}
      submit={t('delete.submit')}
      danger
      question
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() => void save.run(() => remove(institution.documentId).unwrap(), onClose)}
      onClose={onClose}
    >
      <Typography>{t('institutions.delete.text')}</Typography>
    </FormDialog>
  );
};
