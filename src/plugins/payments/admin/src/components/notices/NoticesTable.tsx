import { TextButton, Typography } from '@strapi/design-system';
import type { NoticeItem } from '../../../../contracts/notice';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { RowsTable } from '../listing/RowsTable';
import { NoticeState } from './NoticeState';

interface NoticesTableProps {
  notices: readonly NoticeItem[];
  onOpen: (documentId: string) => void;
  /** Other rows are on their way; these stay until they come. */
  stale: boolean;
}

const What = ({ notice, onOpen }: { notice: NoticeItem; onOpen: () => void }) => {
  const t = useT();
  const { subject, payment, kind, byStaff } = notice;
  const about = subject ?? (payment ? `${payment.title} [${payment.reference}]` : t(`noticeKind.${kind}`));
  return (
    <>
      <TextButton
        style={{ textAlign: 'left' }}
        onClick={(event: React.MouseEvent) => {
          event.stopPropagation();
          onOpen();
        }}
      >
        <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
          {about}
        </Typography>
      </TextButton>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[t(`noticeKind.${kind}`), byStaff && t('notices.byStaff')].filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
};

const Whom = ({ notice: { contact, recipient } }: { notice: NoticeItem }) => {
  const address = recipient ?? contact?.email;
  return (
    <>
      {contact && <Typography ellipsis>{contact.name}</Typography>}
      <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
        {address}
      </Typography>
    </>
  );
};

/** The delivery log; a row opens the notice with its text. */
export const NoticesTable = ({ notices, onOpen, stale }: NoticesTableProps) => {
  const t = useT();
  const format = useFormat();
  return (
    <RowsTable
      label={t('notices.title')}
      rows={notices}
      keyOf={({ documentId }) => documentId}
      stale={stale}
      onOpen={({ documentId }) => onOpen(documentId)}
      columns={[
        {
          name: 'when',
          label: t('column.when'),
          cell: ({ sentAt, createdAt }) => (
            <Typography style={{ whiteSpace: 'nowrap' }}>{format.instant(sentAt ?? createdAt)}</Typography>
          ),
        },
        {
          name: 'notice',
          label: t('column.notice'),
          lead: true,
          maxWidth: '44rem',
          cell: (notice) => <What notice={notice} onOpen={() => onOpen(notice.documentId)} />,
        },
        {
          name: 'recipient',
          label: t('column.recipient'),
          maxWidth: '26rem',
          cell: (notice) => <Whom notice={notice} />,
        },
        {
          name: 'state',
          label: t('column.state'),
          maxWidth: '28rem',
          cell: (notice) => <NoticeState notice={notice} />,
        },
      ]}
    />
  );
};
