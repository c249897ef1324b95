import { Flex, Typography } from '@strapi/design-system';
import type { StaffPayment } from '../../../../contracts/payment';
import { useT } from '../../intl/useT';
import { AutomaticFields } from '../create/AutomaticFields';
import { PlanPreviewTable } from '../create/PlanPreviewTable';
import { PlanRefused } from '../create/PlanRefused';
import { Amount } from '../shared/Amount';
import { FormDialog } from '../shared/FormDialog';
import { ConflictNotice } from './ConflictNotice';
import { SendEmail } from './SendEmail';
import { useReplanForm } from './useReplanForm';

interface ReplanDialogProps {
  payment: StaffPayment;
  onClose: () => void;
}

/** Plans the unpaid rest anew; what is paid stays. */
export const ReplanDialog = ({ payment, onClose }: ReplanDialogProps) => {
  const t = useT();
  const { form, preview, edit, sendEmail, setSendEmail, submit } = useReplanForm(payment, onClose);
  const { currency } = payment.total;
  return (
    <FormDialog
      title={t('replan.title')}
      submit={t('replan.submit')}
      busy={edit.busy}
      failure={edit.failure}
      currency={currency}
      onDismissFailure={edit.dismiss}
      onSubmit={submit}
      onClose={onClose}
      footer={<SendEmail checked={sendEmail} onChange={setSendEmail} />}
    >
      {edit.conflict && <ConflictNotice entries={edit.conflict} currency={currency} onClose={edit.forgetConflict} />}
      <Flex gap={2}>
        <Typography>{t('replan.rest')}</Typography>
        <Amount money={payment.outstanding} fontWeight="bold" />
      </Flex>
      <AutomaticFields form={form} />
      <PlanRefused form={form} />
      {preview.outdated && <Typography role="status">{t('preview.outdated')}</Typography>}
      {preview.plan && <PlanPreviewTable plan={preview.plan} stale={preview.stale} />}
    </FormDialog>
  );
};
