import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { NoticeItem } from '../../../../contracts/notice';
import { useAllowed } from '../../hooks/useAllowed';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { failureOf } from '../../services/failure';
import { useFailedNoticeMutation } from '../../services/today';
import { SectionRow } from './Section';

/** A mail that did not go out, or nobody knows whether it did. */
export const FailedNotice = ({ notice }: { notice: NoticeItem }) => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  const { toggleNotification } = useNotification();
  const [act, { isLoading }] = useFailedNoticeMutation();
  const { documentId, contact, recipient, subject, kind, state, error, actions } = notice;
  const name = contact?.name ?? recipient ?? '';

  const run = (action: 'retry' | 'discard') =>
    act({ notice: documentId, action })
      .unwrap()
      .then(() => toggleNotification({ type: 'success', message: t(`today.notice.done.${action}`) }))
      .catch((problem: unknown) =>
        toggleNotification({ type: 'danger', message: failureOf(problem).message || t('save.unreachable') }),
      );

  return (
    <SectionRow
      actions={
        allowed('send') &&
        (['retry', 'discard'] as const)
          .filter((action) => actions.includes(action))
          .map((action) => (
            <Button
              key={action}
              size="S"
              variant={action === 'retry' ? 'secondary' : 'tertiary'}
              disabled={isLoading}
              aria-label={t(`today.notice.${action}.label`, { name })}
              onClick={() => void run(action)}
            >
              {t(`today.notice.act.${action}`)}
            </Button>
          ))
      }
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="semiBold">{subject ?? t(`today.notice.${kind}`)}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {[...new Set([name, contact?.email ?? recipient, format.instant(notice.createdAt)])]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Typography variant="pi" textColor="danger600">
          {[t(state === 'uncertain' ? 'today.notice.isUncertain' : 'today.notice.isFailed'), error]
            .filter(Boolean)
            .join(': ')}
        </Typography>
      </Flex>
    </SectionRow>
  );
};
