import { Typography } from '@strapi/design-system';
import type { CustomerValue } from '../../../../contracts/customer';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useArchiveCustomerMutation } from '../../services/customers';
import { FormDialog } from '../shared/FormDialog';

interface ArchiveDialogProps {
  customer: CustomerValue;
  onClose: () => void;
}

/** Puts a customer aside, or takes it back; says what stops and what stays. */
export const ArchiveDialog = ({ customer, onClose }: ArchiveDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const [archive] = useArchiveCustomerMutation();
  const save = useSave<CustomerValue>();
  const archived = customer.archivedAt === null;
  const verb = archived ? 'archive' : 'unarchive';
  return (
    <FormDialog
      title={t(`customer.${verb}.title`, { name: customer.name })}
      submit={t(`customer.${verb}`)}
      question
      danger={archived}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() =>
        void save.run(() => archive({ documentId: customer.documentId, body: { archived } }).unwrap(), onClose)
      }
      onClose={onClose}
    >
      <Typography>{t(`customer.${verb}.text`)}</Typography>
    </FormDialog>
  );
};
