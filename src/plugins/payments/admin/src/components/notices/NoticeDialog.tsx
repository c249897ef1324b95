import { useState } from 'react';
import { Alert, Button, Flex, Loader, Modal, Tabs, Typography } from '@strapi/design-system';
import type { NoticeDetail } from '../../../../contracts/notice';
import { useT } from '../../intl/useT';
import { useGetNoticeQuery } from '../../services/notices';
import { MailFrame } from './MailFrame';
import { NoticeActions } from './NoticeActions';
import { NoticeFacts } from './NoticeFacts';

interface NoticeDialogProps {
  documentId: string;
  onClose: () => void;
}

/** The text as it was sent, as its reader saw it and as plain text; there is none before a mail is made. */
const SentText = ({ notice: { html, text, subject, emptiedAt } }: { notice: NoticeDetail }) => {
  const t = useT();
  if (!html || !text) {
    return <Typography textColor="neutral600">{t(emptiedAt ? 'notice.emptied' : 'notice.noText')}</Typography>;
  }
  return (
    <Tabs.Root defaultValue="html" variant="simple">
      <Tabs.List aria-label={t('notice.text')}>
        <Tabs.Trigger value="html">{t('notice.asMail')}</Tabs.Trigger>
        <Tabs.Trigger value="text">{t('notice.asText')}</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="html">
        <MailFrame title={subject ?? t('notice.text')} html={html} height="42rem" />
      </Tabs.Content>
      <Tabs.Content value="text">
        <Typography
          tag="pre"
          padding={4}
          background="neutral100"
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'monospace' }}
        >
          {text}
        </Typography>
      </Tabs.Content>
    </Tabs.Root>
  );
};

/** One notice: where it went, what became of it, what it said, and what staff may do with it. */
export const NoticeDialog = ({ documentId, onClose }: NoticeDialogProps) => {
  const t = useT();
  const [refused, setRefused] = useState<string | null>(null);
  const { data, isError } = useGetNoticeQuery(documentId, { refetchOnMountOrArgChange: true });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{data?.subject ?? (data ? t(`noticeKind.${data.kind}`) : t('notice.title'))}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {isError && <Typography>{t('list.error')}</Typography>}
          {!isError && !data && <Loader>{t('loading')}</Loader>}
          {data && (
            <Flex direction="column" alignItems="stretch" gap={4}>
              {refused !== null && (
                <Alert
                  variant="danger"
                  closeLabel={t('action.close')}
                  onClose={() => setRefused(null)}
                  title={t('save.refused')}
                  role="alert"
                >
                  {refused}
                </Alert>
              )}
              <NoticeFacts notice={data} />
              <SentText notice={data} />
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Flex gap={2} wrap="wrap" justifyContent="flex-end" width="100%">
            {data && <NoticeActions notice={data} onDone={onClose} onRefused={setRefused} />}
            <Button variant="tertiary" onClick={onClose}>
              {t('action.close')}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
