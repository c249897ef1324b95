import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { BulkAction } from '../../../../contracts/bulk';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useBulkMutation } from '../../services/today';
import type { BulkOutcome } from '../../services/today';
import { DayField } from '../fields/DayField';
import { SendEmail } from '../payment/SendEmail';
import { FormDialog } from '../shared/FormDialog';
import type { BulkItem, BulkOf } from './BulkBar';

interface BulkDialogProps {
  action: BulkAction;
  of: BulkOf;
  chosen: readonly BulkItem[];
  onClose: () => void;
  onDone: (outcome: BulkOutcome) => void;
}

/** Says what will happen to how many, before it does. */
export const BulkDialog = ({ action, of, chosen, onClose, onDone }: BulkDialogProps) => {
  const t = useT();
  const format = useFormat();
  const reader = useReader();
  const { today, currency } = useOffice();
  const [sendEmail, setSendEmail] = useState(false);
  const [paidOn, setPaidOn] = useState(() => format.day(today));
  const [act] = useBulkMutation();
  const save = useSave<BulkOutcome>();
  const problems = useFieldProblems(save.failure);
  const changes = action === 'settle' || action === 'cancel';

  const submit = () => {
    const day = reader.day(paidOn);
    if (action === 'settle' && !day.ok) return;
    const body = {
      action,
      [of]: chosen.map(({ documentId }) => documentId),
      sendEmail: changes && sendEmail,
      ...(action === 'settle' && day.ok && { paidOn: day.value }),
    };
    void save.run(() => act(body).unwrap(), onDone);
  };

  return (
    <FormDialog
      title={t(`bulk.action.${of}.${action}`)}
      submit={t(`bulk.action.${of}.${action}`)}
      question={action !== 'settle'}
      danger={action === 'cancel'}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={submit}
      onClose={onClose}
      footer={changes && <SendEmail checked={sendEmail} onChange={setSendEmail} />}
    >
      <Typography>{t(`bulk.text.${of}.${action}`, { count: chosen.length })}</Typography>
      {action === 'settle' && (
        <DayField
          name="paidOn"
          label={t('settle.paidOn')}
          required
          value={paidOn}
          problem={problems.at('paidOn')}
          onChange={(text) => {
            setPaidOn(text);
            problems.touch('paidOn');
          }}
        />
      )}
    </FormDialog>
  );
};
