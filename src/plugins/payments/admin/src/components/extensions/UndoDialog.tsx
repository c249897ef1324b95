import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { ExtensionDetail, ExtensionItem } from '../../../../contracts/extension';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useGetExtensionQuery, useUndoExtensionMutation } from '../../services/extensions';
import { TextField } from '../fields/TextField';
import { SendEmail } from '../payment/SendEmail';
import { FormDialog } from '../shared/FormDialog';
import { ListLoading } from '../shared/ListState';

/** Names of what stays, as many as a dialog can show. */
const MOST_NAMED = 10;

const Outlook = ({ moves }: { moves: ExtensionDetail['moves'] }) => {
  const t = useT();
  const stays = moves.filter(({ undo }) => undo !== 'back');
  return (
    <>
      <Typography tag="p">{t('extensions.undo.text', { count: moves.length - stays.length })}</Typography>
      {stays.length > 0 && <Typography tag="p">{t('extensions.undo.stays', { count: stays.length })}</Typography>}
      {stays.length > 0 && (
        <ul>
          {stays.slice(0, MOST_NAMED).map(({ documentId, customer, payment, undo }) => (
            <Typography key={documentId} tag="li" variant="pi">
              {[customer?.name, payment?.title, t(`extensions.stays.${undo}`)].filter(Boolean).join(' · ')}
            </Typography>
          ))}
        </ul>
      )}
    </>
  );
};

/** Puts an extension's instalments back, after saying which would not go. */
export const UndoDialog = ({ extension, onClose }: { extension: ExtensionItem; onClose: () => void }) => {
  const t = useT();
  const { currency } = useOffice();
  const { toggleNotification } = useNotification();
  const { documentId, reference, loud } = extension;
  const { data } = useGetExtensionQuery(documentId, { refetchOnMountOrArgChange: true });
  const [undo] = useUndoExtensionMutation();
  const save = useSave<Awaited<ReturnType<ReturnType<typeof undo>['unwrap']>>>();
  const [reason, setReason] = useState('');
  const [sendEmail, setSendEmail] = useState(loud);
  const body = { sendEmail, ...(reason.trim() && { reason: reason.trim() }) };
  return (
    <FormDialog
      title={t('extensions.undo.of', { reference })}
      submit={t('extensions.undo')}
      disabled={!data}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() =>
        void save.run(
          () => undo({ documentId, body }).unwrap(),
          ({ data: { undone } }) => {
            toggleNotification({ type: 'success', message: t('extensions.back', { count: undone?.back ?? 0 }) });
            onClose();
          },
        )
      }
      onClose={onClose}
      footer={<SendEmail checked={sendEmail} onChange={setSendEmail} />}
    >
      {data ? <Outlook moves={data.data.moves} /> : <ListLoading />}
      <TextField
        name="reason"
        label={t('extensions.reason')}
        hint={t('extensions.reason.hint')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
};
