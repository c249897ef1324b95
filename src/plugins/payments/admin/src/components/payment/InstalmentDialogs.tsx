import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { useT } from '../../intl/useT';
import { useDeleteInstalmentMutation, useUnsettleInstalmentMutation } from '../../services/payment-edits';
import { ActionDialog } from './ActionDialog';
import type { InstalmentDialog } from './dialogs';
import { EditInstalmentDialog } from './EditInstalmentDialog';
import { SettleDialog } from './SettleDialog';

interface InstalmentDialogsProps {
  payment: StaffPayment;
  instalment: StaffInstalment;
  open: InstalmentDialog;
  onClose: () => void;
}

/** The dialog that is open about one instalment. */
export const InstalmentDialogs = ({ payment, instalment, open, onClose }: InstalmentDialogsProps) => {
  const t = useT();
  const [unsettle] = useUnsettleInstalmentMutation();
  const [remove] = useDeleteInstalmentMutation();
  const common = { payment, onClose };
  const numbers = { number: instalment.number, of: instalment.of };

  switch (open) {
    case 'edit':
      return <EditInstalmentDialog {...common} instalment={instalment} />;
    case 'settle':
      return <SettleDialog {...common} instalment={instalment} />;
    case 'unsettle':
      return (
        <ActionDialog
          {...common}
          title={t('unsettle.title', numbers)}
          text={t('unsettle.text')}
          submit={t('unsettle.submit')}
          emails={false}
          act={(body) => unsettle({ instalment: instalment.documentId, body }).unwrap()}
        />
      );
    case 'remove':
      return (
        <ActionDialog
          {...common}
          title={t('remove.title', numbers)}
          text={t('remove.text')}
          submit={t('remove.submit')}
          danger
          emails
          act={({ revision, sendEmail }) =>
            remove({
              instalment: instalment.documentId,
              params: { revision, sendEmail: sendEmail ? 'true' : 'false' },
            }).unwrap()
          }
        />
      );
  }
};
