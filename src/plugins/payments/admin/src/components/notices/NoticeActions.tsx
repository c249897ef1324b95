import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { NoticeAction, NoticeItem } from '../../../../contracts/notice';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { failureOf } from '../../services/failure';
import { useActOnNoticeMutation } from '../../services/notices';

interface NoticeActionsProps {
  notice: NoticeItem;
  onDone: () => void;
  /** The server would not: somebody, or the dispatcher, was there first. */
  onRefused: (message: string) => void;
}

/** What cannot be taken back, or may reach the customer a second time, is asked about. */
const ASKED = ['discard', 'bounced', 'retry'] as const;
type Asked = (typeof ASKED)[number];

const isAsked = (action: NoticeAction): action is Asked => ASKED.some((one) => one === action);

/** What staff may do with a notice as it stands. */
export const NoticeActions = ({ notice, onDone, onRefused }: NoticeActionsProps) => {
  const t = useT();
  const allowed = useAllowed();
  const { toggleNotification } = useNotification();
  const [asking, setAsking] = useState<Asked | null>(null);
  const [act, { isLoading }] = useActOnNoticeMutation();
  if (!allowed('send')) return null;

  const run = async (action: NoticeAction) => {
    setAsking(null);
    try {
      await act({ notice: notice.documentId, action }).unwrap();
      toggleNotification({ type: 'success', message: t(`noticeAction.${action}.done`) });
      onDone();
    } catch (error) {
      onRefused(failureOf(error).status === 409 ? t('notice.changedMeanwhile') : t('problem.unknown'));
    }
  };

  return (
    <>
      {notice.actions.map((action) => (
        <Button
          key={action}
          variant={action === 'discard' || action === 'bounced' ? 'danger-light' : 'secondary'}
          disabled={isLoading}
          onClick={() => (isAsked(action) ? setAsking(action) : void run(action))}
        >
          {t(`noticeAction.${action}`)}
        </Button>
      ))}
      {asking && (
        <Dialog.Root open onOpenChange={(open) => !open && setAsking(null)}>
          <Dialog.Content>
            <Dialog.Header>{t(`noticeAction.${asking}`)}</Dialog.Header>
            <Dialog.Body icon={<WarningCircle width="2.4rem" height="2.4rem" fill="danger600" />}>
              {t(`noticeAction.${asking}.ask`)}
            </Dialog.Body>
            <Dialog.Footer>
              <Dialog.Cancel>
                <Button variant="tertiary" fullWidth>
                  {t('action.cancel')}
                </Button>
              </Dialog.Cancel>
              <Button fullWidth variant={asking === 'retry' ? 'default' : 'danger'} onClick={() => void run(asking)}>
                {t(`noticeAction.${asking}`)}
              </Button>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Root>
      )}
    </>
  );
};
