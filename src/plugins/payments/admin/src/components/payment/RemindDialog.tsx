import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { useSave } from '../../hooks/useSave';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useRemindMutation } from '../../services/notices';
import type { RemindAnswer } from '../../services/notices';
import { CheckField } from '../fields/CheckField';
import { FormDialog } from '../shared/FormDialog';

interface RemindDialogProps {
  payment: StaffPayment;
  onClose: () => void;
}

const isOpen = ({ state }: StaffInstalment): boolean => state !== 'paid' && state !== 'cancelled';

/** What is late is asked for; where nothing is, what comes next. */
const firstChoice = (open: readonly StaffInstalment[]): string[] => {
  const overdue = open.filter(({ state }) => state === 'overdue');
  return (overdue.length > 0 ? overdue : open.slice(0, 1)).map(({ documentId }) => documentId);
};

/** Reminds at once, whatever the ladder says and the contact has switched off. */
export const RemindDialog = ({ payment, onClose }: RemindDialogProps) => {
  const t = useT();
  const format = useFormat();
  const { toggleNotification } = useNotification();
  const open = payment.instalments.filter(isOpen);
  const [chosen, setChosen] = useState<readonly string[]>(() => firstChoice(open));
  const [remind] = useRemindMutation();
  const save = useSave<RemindAnswer>();

  const done = (answer: RemindAnswer) => {
    const nobody = answer.find(({ contacts }) => contacts === 0);
    toggleNotification(
      nobody?.reason
        ? { type: 'warning', message: t('remind.nobody', { reason: t(`skip.${nobody.reason}`) }) }
        : { type: 'success', message: t('remind.done', { contacts: answer[0]?.contacts ?? 0 }) },
    );
    onClose();
  };

  return (
    <FormDialog
      title={t('remind.title')}
      submit={t('remind.submit')}
      busy={save.busy}
      disabled={chosen.length === 0}
      failure={save.failure}
      currency={payment.total.currency}
      onDismissFailure={save.dismiss}
      onSubmit={() =>
        void save.run(() => remind({ payment: payment.documentId, instalments: [...chosen] }).unwrap(), done)
      }
      onClose={onClose}
    >
      <Typography>{t('remind.text')}</Typography>
      {open.map(({ documentId, number, of, dueDate, outstanding }) => (
        <CheckField
          key={documentId}
          name={documentId}
          label={`${number}/${of} · ${format.weekDay(dueDate)} · ${format.money(outstanding)}`}
          checked={chosen.includes(documentId)}
          onChange={(checked) =>
            setChosen(checked ? [...chosen, documentId] : chosen.filter((other) => other !== documentId))
          }
        />
      ))}
    </FormDialog>
  );
};
