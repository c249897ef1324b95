import { useRef, useState } from 'react';
import { Button, Flex, IconButton, Typography, VisuallyHidden } from '@strapi/design-system';
import { Download, Plus, Trash } from '@strapi/icons';
import type { StaffPayment } from '../../../../contracts/payment';
import { receiptFileTypes } from '../../../../contracts/receipt';
import { API } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useDownload } from '../../hooks/useDownload';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import { useT } from '../../intl/useT';
import { useAddAttachmentMutation, useRemoveAttachmentMutation } from '../../services/payment-edits';
import { Panel } from '../shared/Panel';
import { ProblemsAlert } from '../shared/ProblemsAlert';
import { SendEmail } from './SendEmail';

const kilobytes = (size: number) => Math.max(1, Math.round(size / 1024));

/** Files that the customer sees, such as the institution's notice: added, saved and taken away where they stand. */
export const AttachmentsPanel = ({ payment }: { payment: StaffPayment }) => {
  const t = useT();
  const allowed = useAllowed();
  const input = useRef<HTMLInputElement>(null);
  const { busy, download } = useDownload();
  const edit = usePaymentEdit(payment);
  const [sendEmail, setSendEmail] = useState(true);
  const [add] = useAddAttachmentMutation();
  const [remove] = useRemoveAttachmentMutation();
  const { documentId, attachments } = payment;
  const loud = sendEmail ? ('true' as const) : ('false' as const);

  const upload = (file: File | undefined) => {
    if (!file) return;
    void edit.run((revision) => {
      const body = new FormData();
      body.set('revision', String(revision));
      body.set('sendEmail', loud);
      body.set('file', file);
      return add({ payment: documentId, body }).unwrap();
    });
  };
  const drop = (id: string) =>
    void edit.run((revision) => remove({ payment: documentId, id, params: { revision, sendEmail: loud } }).unwrap());

  return (
    <Panel title={t('attachments.title')}>
      {edit.failure && (
        <ProblemsAlert failure={edit.failure} currency={payment.total.currency} onClose={edit.dismiss} />
      )}
      {attachments.length === 0 && <Typography textColor="neutral600">{t('attachments.none')}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {attachments.map(({ id, name, size }) => (
          <Flex tag="li" key={id} gap={2} justifyContent="space-between">
            <Typography style={{ overflowWrap: 'anywhere' }}>
              {t('attachments.file', { name, size: kilobytes(size) })}
            </Typography>
            <Flex gap={1}>
              <IconButton
                label={t('attachments.download', { name })}
                disabled={busy}
                onClick={() => void download(`${API}/payments/${documentId}/attachments/${id}`, name)}
              >
                <Download />
              </IconButton>
              {allowed('update') && (
                <IconButton label={t('attachments.remove', { name })} disabled={edit.busy} onClick={() => drop(id)}>
                  <Trash />
                </IconButton>
              )}
            </Flex>
          </Flex>
        ))}
      </Flex>
      {allowed('update') && (
        <Flex gap={4} wrap="wrap">
          <Button variant="secondary" startIcon={<Plus />} loading={edit.busy} onClick={() => input.current?.click()}>
            {t('attachments.add')}
          </Button>
          <SendEmail checked={sendEmail} onChange={setSendEmail} />
          <VisuallyHidden>
            <input
              ref={input}
              type="file"
              tabIndex={-1}
              aria-label={t('attachments.add')}
              accept={receiptFileTypes.join(',')}
              onChange={({ target }) => {
                upload(target.files?.[0]);
                target.value = '';
              }}
            />
          </VisuallyHidden>
        </Flex>
      )}
    </Panel>
  );
};
