import { Box, Flex, Table, Tbody, Td, TextButton, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { NoticeItem } from '../../../../contracts/notice';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
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
    <Box maxWidth="26rem">
      {contact && <Typography ellipsis>{contact.name}</Typography>}
      <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
        {address}
      </Typography>
    </Box>
  );
};

const NoticeRow = ({ notice, narrow, onOpen }: { notice: NoticeItem; narrow: boolean; onOpen: () => void }) => {
  const format = useFormat();
  const when = format.instant(notice.sentAt ?? notice.createdAt);
  return (
    <Tr onClick={onOpen} style={{ cursor: 'pointer' }}>
      {!narrow && (
        <Td>
          <Typography style={{ whiteSpace: 'nowrap' }}>{when}</Typography>
        </Td>
      )}
      <Td>
        <Box maxWidth={narrow ? '100%' : '44rem'} paddingTop={3} paddingBottom={3} style={{ whiteSpace: 'normal' }}>
          <What notice={notice} onOpen={onOpen} />
          {narrow && (
            <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
              <Typography variant="pi" textColor="neutral600">
                {when}
              </Typography>
              <Whom notice={notice} />
              <NoticeState notice={notice} />
            </Flex>
          )}
        </Box>
      </Td>
      {!narrow && (
        <>
          <Td>
            <Whom notice={notice} />
          </Td>
          <Td>
            <Box maxWidth="28rem" style={{ whiteSpace: 'normal' }}>
              <NoticeState notice={notice} />
            </Box>
          </Td>
        </>
      )}
    </Tr>
  );
};

/** The delivery log; a row opens the notice with its text. */
export const NoticesTable = ({ notices, onOpen, stale }: NoticesTableProps) => {
  const t = useT();
  const narrow = useIsMobile();
  return (
    <div aria-busy={stale} style={{ opacity: stale ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <Table colCount={narrow ? 1 : 4} rowCount={notices.length + 1} aria-label={t('notices.title')}>
        <Thead>
          <Tr>
            {!narrow && <HeaderCell>{t('column.when')}</HeaderCell>}
            <HeaderCell>{t('column.notice')}</HeaderCell>
            {!narrow && (
              <>
                <HeaderCell>{t('column.recipient')}</HeaderCell>
                <HeaderCell>{t('column.state')}</HeaderCell>
              </>
            )}
          </Tr>
        </Thead>
        <Tbody>
          {notices.map((notice) => (
            <NoticeRow
              key={notice.documentId}
              notice={notice}
              narrow={narrow}
              onOpen={() => onOpen(notice.documentId)}
            />
          ))}
        </Tbody>
      </Table>
    </div>
  );
};
