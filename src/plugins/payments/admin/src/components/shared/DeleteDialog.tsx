import { Typography } from '@strapi/design-system';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { FormDialog } from './FormDialog';

interface DeleteDialogProps {
  title: string;
  text: string;
  /** Deletes; what the server refuses is said in the dialog. */
  remove: () => Promise<unknown>;
  onDeleted?: () => void;
  onClose: () => void;
}

/** Asks before something is deleted. */
export const DeleteDialog = ({ title, text, remove, onDeleted, onClose }: DeleteDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const save = useSave<unknown>();
  const deleted = () => {
    onClose();
    onDeleted?.();
  };
  return (
    <FormDialog
      title={title}
      submit={t('delete.submit')}
      danger
      question
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() => void save.run(remove, deleted)}
      onClose={onClose}
    >
      <Typography>{text}</Typography>
    </FormDialog>
  );
};
