import type { InstitutionValue } from '../../../../contracts/institution';
import { useT } from '../../intl/useT';
import { useDeleteInstitutionMutation } from '../../services/institutions';
import { DeleteDialog } from '../shared/DeleteDialog';

interface DeleteInstitutionDialogProps {
  institution: InstitutionValue;
  onClose: () => void;
}

/** The server refuses where a payment names the institution. */
export const DeleteInstitutionDialog = ({ institution, onClose }: DeleteInstitutionDialogProps) => {
  const t = useT();
  const [remove] = useDeleteInstitutionMutation();
  return (
    <DeleteDialog
      title={t('institutions.delete', { name: institution.name })}
      text={t('institutions.delete.text')}
      remove={() => remove(institution.documentId).unwrap()}
      onClose={onClose}
    />
  );
};
