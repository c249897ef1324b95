import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { TodayInstalment } from '../../../../contracts/today';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useNoteCallMutation } from '../../services/today';
import { TextAreaField } from '../fields/TextField';
import { FormDialog } from '../shared/FormDialog';

interface CallDialogProps {
  item: TodayInstalment;
  onClose: () => void;
}

/** What was said on the telephone; staff alone see it. */
export const CallDialog = ({ item, onClose }: CallDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const { toggleNotification } = useNotification();
  const [note, setNote] = useState('');
  const [noteCall] = useNoteCallMutation();
  const save = useSave<unknown>();

  const submit = () =>
    void save.run(
      () => noteCall({ instalment: item.documentId, note: note.trim() || null }).unwrap(),
      () => {
        toggleNotification({ type: 'success', message: t('save.done') });
        onClose();
      },
    );

  return (
    <FormDialog
      title={t('call.title', { customer: item.customer.name })}
      submit={t('call.submit')}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextAreaField name="note" label={t('call.note')} hint={t('call.note.hint')} value={note} onChange={setNote} />
    </FormDialog>
  );
};
