import { Box, Flex, Radio, Table, Tbody, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import type { OpenDialog } from './dialogs';
import { InstalmentRow } from './InstalmentRow';
import { InstalmentToolbar } from './InstalmentToolbar';

interface InstalmentsPanelProps {
  payment: StaffPayment;
  selected: StaffInstalment | undefined;
  onSelect: (documentId: string) => void;
  onOpen: (dialog: OpenDialog) => void;
}

/** Stays below the page's own sticky header: the hundredth instalment is edited without scrolling back. */
const StickyHead = styled(Flex)`
  ${({ theme }) => theme.breakpoints.medium} {
    position: sticky;
    top: 5.6rem;
    z-index: 1;
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

/** The numbered instalments: select one, then edit it, mark it paid, take that back, or remove it. */
export const InstalmentsPanel = ({ payment, selected, onSelect, onOpen }: InstalmentsPanelProps) => {
  const t = useT();
  const allowed = useAllowed();
  const narrow = useIsMobile();
  const title = t('instalments.title', { count: payment.instalments.length });

  return (
    <Box tag="section" aria-label={title}>
      <StickyHead justifyContent="space-between" gap={2} wrap="wrap" paddingTop={2} paddingBottom={3}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        <InstalmentToolbar payment={payment} selected={selected} onOpen={onOpen} />
      </StickyHead>
      <Radio.Group aria-label={t('instalments.choose')} value={selected?.documentId ?? ''} onValueChange={onSelect}>
        <Table colCount={narrow ? 2 : 5} rowCount={payment.instalments.length + 1} aria-label={title}>
          <Thead>
            <Tr>
              <HeaderCell>{t('column.number')}</HeaderCell>
              <HeaderCell>{t('column.dueDate')}</HeaderCell>
              {!narrow && (
                <>
                  <HeaderCell align="right">{t('column.amount')}</HeaderCell>
                  <HeaderCell>{t('column.state')}</HeaderCell>
                  <HeaderCell>{t('column.code')}</HeaderCell>
                </>
              )}
            </Tr>
          </Thead>
          <Tbody>
            {payment.instalments.map((instalment) => (
              <InstalmentRow
                key={instalment.documentId}
                instalment={instalment}
                narrow={narrow}
                selected={instalment.documentId === selected?.documentId}
                onSelect={() => onSelect(instalment.documentId)}
                onOpen={() => {
                  onSelect(instalment.documentId);
                  if (allowed('update')) onOpen('edit');
                }}
              />
            ))}
          </Tbody>
        </Table>
      </Radio.Group>
      <VisuallyHidden>{t('instalments.help')}</VisuallyHidden>
    </Box>
  );
};
