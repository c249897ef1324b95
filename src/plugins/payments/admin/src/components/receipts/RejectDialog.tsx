import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { StaffReceipt } from '../../../../contracts/receipt-review';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useRejectReceiptMutation } from '../../services/today';
import { TextAreaField } from '../fields/TextField';
import { FormDialog } from '../shared/FormDialog';

interface RejectDialogProps {
  receipt: StaffReceipt;
  onClose: () => void;
}

/** Why a receipt is turned down, in words that the contact reads. */
export const RejectDialog = ({ receipt, onClose }: RejectDialogProps) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState('');
  const [reject] = useRejectReceiptMutation();
  const save = useSave<StaffReceipt>();

  return (
    <FormDialog
      title={t('reject.title', { name: receipt.contact?.name ?? receipt.customer.name })}
      submit={t('reject.submit')}
      danger
      busy={save.busy}
      failure={save.failure}
      currency={receipt.amount.currency}
      disabled={reason.trim() === ''}
      onDismissFailure={save.dismiss}
      onSubmit={() =>
        void save.run(
          () => reject({ receipt: receipt.documentId, body: { reason: reason.trim() } }).unwrap(),
          () => {
            toggleNotification({ type: 'success', message: t('reject.done') });
            onClose();
          },
        )
      }
      onClose={onClose}
    >
      <TextAreaField
        name="reason"
        label={t('reject.reason')}
        hint={t('reject.reason.hint')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
};
