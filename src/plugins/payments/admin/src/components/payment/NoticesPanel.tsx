import { useState } from 'react';
import { Box, Button, Flex, Link, TextButton, Typography } from '@strapi/design-system';
import { Bell, Mail } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { NoticeItem } from '../../../../contracts/notice';
import type { TakenUpReminder } from '../../../../contracts/payment-reminders';
import type { StaffPayment } from '../../../../contracts/payment';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useListNoticesQuery, useSkippedRemindersQuery } from '../../services/notices';
import { NoticeDialog } from '../notices/NoticeDialog';
import { NoticeState } from '../notices/NoticeState';
import { useStepText } from '../notices/useStepText';
import { Panel } from '../shared/Panel';
import { MessageDialog } from './MessageDialog';
import { RemindDialog } from './RemindDialog';

const Line = ({ notice, onOpen }: { notice: NoticeItem; onOpen: () => void }) => {
  const t = useT();
  const format = useFormat();
  const { subject, kind, contact, recipient, sentAt, createdAt } = notice;
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderStyle="solid" borderWidth="0 0 1px 0" borderColor="neutral150">
      <Flex gap={3} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1" minWidth="20rem">
          <TextButton style={{ textAlign: 'left' }} onClick={onOpen}>
            <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
              {subject ?? t(`noticeKind.${kind}`)}
            </Typography>
          </TextButton>
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {[format.instant(sentAt ?? createdAt), contact?.name, recipient ?? contact?.email]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
        <Box maxWidth="24rem">
          <NoticeState notice={notice} />
        </Box>
      </Flex>
    </Box>
  );
};

/** Why somebody was not reminded: no mail was made, so the log of mails cannot say it. */
const NotReminded = ({ reminders }: { reminders: readonly TakenUpReminder[] }) => {
  const t = useT();
  const format = useFormat();
  const stepText = useStepText();
  if (reminders.length === 0) return null;
  return (
    <Box>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {t('paymentNotices.notReminded')}
      </Typography>
      <Box tag="ul">
        {reminders.map(({ instalment, contact, step, dueDate, reason, at }) => (
          <Typography key={`${instalment.documentId} ${step} ${dueDate} ${contact?.documentId}`} tag="li" variant="pi">
            {[
              instalment.number && t('paymentNotices.instalment', { number: instalment.number }),
              stepText(step),
              contact?.name,
              reason && t(`skip.${reason}`),
              at && format.instant(at),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        ))}
      </Box>
    </Box>
  );
};

/** The notices of a payment with their text, who was not reminded and why, and two more by hand. */
export const NoticesPanel = ({ payment }: { payment: StaffPayment }) => {
  const t = useT();
  const allowed = useAllowed();
  const [open, setOpen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'remind' | 'message' | null>(null);
  const about = { payment: payment.documentId, pageSize: '10' };
  const notices = useListNoticesQuery(about, { refetchOnMountOrArgChange: true });
  const skipped = useSkippedRemindersQuery(payment.documentId, { refetchOnMountOrArgChange: true });
  const isOpen = payment.state === 'open';
  const list = notices.data?.data ?? [];
  const total = notices.data?.meta.pagination.total ?? 0;

  return (
    <Panel
      title={t('paymentNotices.title')}
      action={
        allowed('send') && (
          <Flex gap={2} wrap="wrap">
            {isOpen && (
              <Button size="S" variant="secondary" startIcon={<Bell />} onClick={() => setDialog('remind')}>
                {t('paymentNotices.remind')}
              </Button>
            )}
            <Button size="S" variant="tertiary" startIcon={<Mail />} onClick={() => setDialog('message')}>
              {t('paymentNotices.message')}
            </Button>
          </Flex>
        )
      }
    >
      {notices.isError && <Typography textColor="danger600">{t('list.error')}</Typography>}
      {notices.data && list.length === 0 && <Typography textColor="neutral600">{t('paymentNotices.empty')}</Typography>}
      <Box tag="ol">
        {list.map((notice) => (
          <Line key={notice.documentId} notice={notice} onOpen={() => setOpen(notice.documentId)} />
        ))}
      </Box>
      {total > list.length && (
        <Link tag={NavLink} to={`${paths.notices}?payment=${payment.documentId}`}>
          {t('paymentNotices.all', { total })}
        </Link>
      )}
      <NotReminded reminders={skipped.data?.data ?? []} />
      {open !== null && <NoticeDialog documentId={open} onClose={() => setOpen(null)} />}
      {dialog === 'remind' && <RemindDialog payment={payment} onClose={() => setDialog(null)} />}
      {dialog === 'message' && <MessageDialog payment={payment} onClose={() => setDialog(null)} />}
    </Panel>
  );
};
