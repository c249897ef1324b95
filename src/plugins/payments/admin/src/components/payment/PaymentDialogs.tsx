import { useNavigate } from 'react-router-dom';
import type { StaffPayment } from '../../../../contracts/payment';
import { paths } from '../../constants';
import { useT } from '../../intl/useT';
import { useActOnPaymentMutation, useDeletePaymentMutation } from '../../services/payment-edits';
import { LoseDialog } from '../arrangement/LoseDialog';
import { ActionDialog } from './ActionDialog';
import { AddInstalmentDialog } from './AddInstalmentDialog';
import type { PaymentDialog } from './dialogs';
import { ReplanDialog } from './ReplanDialog';

interface PaymentDialogsProps {
  payment: StaffPayment;
  open: PaymentDialog;
  onClose: () => void;
  /** The payment is gone: what was typed of it need not be asked about. */
  onDeleted: () => void;
}

/** The dialog that is open about the payment as a whole. */
export const PaymentDialogs = ({ payment, open, onClose, onDeleted }: PaymentDialogsProps) => {
  const t = useT();
  const navigate = useNavigate();
  const [actOnPayment] = useActOnPaymentMutation();
  const [deletePayment] = useDeletePaymentMutation();
  const common = { payment, onClose };

  switch (open) {
    case 'add':
      return <AddInstalmentDialog {...common} />;
    case 'replan':
      return <ReplanDialog {...common} />;
    case 'lose':
      return <LoseDialog {...common} />;
    case 'cancel':
    case 'reopen':
    case 'pause':
    case 'resume':
      return (
        <ActionDialog
          {...common}
          title={t(`${open}.title`)}
          text={t(`${open}.text`)}
          submit={t(`${open}.submit`)}
          danger={open === 'cancel'}
          emails={open === 'pause' || open === 'resume' ? null : true}
          act={(body) => actOnPayment({ payment: payment.documentId, action: open, body }).unwrap()}
        />
      );
    case 'delete':
      return (
        <ActionDialog
          {...common}
          title={t('delete.title')}
          text={t('delete.text')}
          submit={t('delete.submit')}
          danger
          emails
          act={async ({ revision, sendEmail }) => {
            const params = { revision, sendEmail: sendEmail ? ('true' as const) : ('false' as const) };
            await deletePayment({ payment: payment.documentId, params }).unwrap();
            onDeleted();
            navigate(paths.payments, { replace: true });
            return payment;
          }}
        />
      );
  }
};
