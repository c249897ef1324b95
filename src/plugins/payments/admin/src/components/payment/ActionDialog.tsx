import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { StaffPayment } from '../../../../contracts/payment';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import { FormDialog } from '../shared/FormDialog';
import { ConflictNotice } from './ConflictNotice';
import { SendEmail } from './SendEmail';

interface ActionDialogProps {
  payment: StaffPayment;
  title: string;
  /** What will happen. */
  text: string;
  submit: string;
  /** What it does takes something away. */
  danger?: boolean;
  /** Whether `Send email to user` starts ticked; null where no contact would be told. */
  emails: boolean | null;
  act: (body: { revision: number; sendEmail: boolean }) => Promise<StaffPayment>;
  onClose: () => void;
}

/** One decision about a payment or an instalment, with its email. */
export const ActionDialog = ({ payment, title, text, submit, danger, emails, act, onClose }: ActionDialogProps) => {
  const [sendEmail, setSendEmail] = useState(emails ?? false);
  const edit = usePaymentEdit(payment);
  const { currency } = payment.total;
  return (
    <FormDialog
      title={title}
      submit={submit}
      danger={danger}
      question
      busy={edit.busy}
      failure={edit.failure}
      currency={currency}
      onDismissFailure={edit.dismiss}
      onSubmit={() => void edit.run((revision) => act({ revision, sendEmail }), onClose)}
      onClose={onClose}
      footer={emails !== null && <SendEmail checked={sendEmail} onChange={setSendEmail} />}
    >
      {edit.conflict && <ConflictNotice entries={edit.conflict} currency={currency} onClose={edit.forgetConflict} />}
      <Typography>{text}</Typography>
    </FormDialog>
  );
};
