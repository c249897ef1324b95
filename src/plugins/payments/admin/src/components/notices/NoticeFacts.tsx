import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import type { NoticeDetail } from '../../../../contracts/notice';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { NoticeState } from './NoticeState';
import { useStepText } from './useStepText';

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box minWidth="18rem" maxWidth="100%">
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    <Box tag="dd" margin={0}>
      {children}
    </Box>
  </Box>
);

/** The reminders that a mail carries, or was to carry. */
const Reminders = ({ reminders }: Pick<NoticeDetail, 'reminders'>) => {
  const t = useT();
  const format = useFormat();
  const stepText = useStepText();
  return (
    <Box tag="ul">
      {reminders.map(({ instalment, payment, step, dueDate, state, reason }) => (
        <Typography key={`${instalment} ${step} ${dueDate}`} tag="li" variant="pi">
          <Link tag={NavLink} to={paths.payment(payment)}>
            {format.weekDay(dueDate)}
          </Link>
          {` · ${stepText(step)} · ${reason ? t(`skip.${reason}`) : t(`reminderState.${state}`)}`}
        </Typography>
      ))}
    </Box>
  );
};

/** Whom a notice is for, what became of it and when, and what it is about. */
export const NoticeFacts = ({ notice }: { notice: NoticeDetail }) => {
  const t = useT();
  const format = useFormat();
  const { contact, recipient, payment, sentAt, sendAfter, attempts, reminders } = notice;
  return (
    <Flex tag="dl" gap={4} wrap="wrap" alignItems="flex-start">
      <Fact label={t('column.state')}>
        <NoticeState notice={notice} />
      </Fact>
      <Fact label={t('column.recipient')}>
        <Typography style={{ overflowWrap: 'anywhere' }}>
          {[contact?.name, recipient ?? contact?.email].filter(Boolean).join(' · ') || '—'}
        </Typography>
      </Fact>
      <Fact label={t(sentAt ? 'notice.sentAt' : 'notice.sendAfter')}>
        <Typography>{format.instant(sentAt ?? sendAfter)}</Typography>
      </Fact>
      {attempts > 1 && (
        <Fact label={t('notice.attempts')}>
          <Typography>{attempts}</Typography>
        </Fact>
      )}
      {payment && (
        <Fact label={t('column.payment')}>
          <Link tag={NavLink} to={paths.payment(payment.documentId)}>
            {`${payment.title} [${payment.reference}]`}
          </Link>
        </Fact>
      )}
      {reminders.length > 0 && (
        <Fact label={t('notice.reminders')}>
          <Reminders reminders={reminders} />
        </Fact>
      )}
    </Flex>
  );
};
