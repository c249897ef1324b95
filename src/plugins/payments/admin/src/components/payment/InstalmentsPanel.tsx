import { useState } from 'react';
import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { BulkBar } from '../bulk/BulkBar';
import { useSelection } from '../listing/useSelection';
import type { OpenDialog } from './dialogs';
import { InstalmentsTable } from './InstalmentsTable';
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

/** One can be edited; several can be settled, reminded of and cancelled. Of a single one there is nothing to choose. */
const useSeveral = ({ instalments }: StaffPayment) => {
  const allowed = useAllowed();
  const [several, setSeveral] = useState(false);
  const selection = useSelection(instalments.map(({ documentId }) => documentId));
  const possible = instalments.length > 1 && (allowed('settle') || allowed('send') || allowed('update'));
  const change = () => {
    selection.clear();
    setSeveral(!several);
  };
  return { several: several && possible, possible, selection, change };
};

/** The numbered instalments: select one, then edit it, mark it paid, take that back, or remove it; or choose several and act on all. */
export const InstalmentsPanel = ({ payment, selected, onSelect, onOpen }: InstalmentsPanelProps) => {
  const t = useT();
  const allowed = useAllowed();
  const { several, possible, selection, change } = useSeveral(payment);
  const title = t('instalments.title', { count: payment.instalments.length });
  const items = payment.instalments.map(({ documentId, number, of }) => ({
    documentId,
    name: `${payment.customer.name} · ${payment.title} · ${number}/${of}`,
  }));

  return (
    <Box tag="section" aria-label={title}>
      <StickyHead justifyContent="space-between" gap={2} wrap="wrap" paddingTop={2} paddingBottom={3}>
        <Flex gap={4} wrap="wrap">
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
          {possible && (
            <Button size="S" variant="ghost" onClick={change}>
              {t(several ? 'instalments.one' : 'instalments.several')}
            </Button>
          )}
        </Flex>
        {several ? (
          <BulkBar of="instalments" items={items} selection={selection} />
        ) : (
          <InstalmentToolbar payment={payment} selected={selected} onOpen={onOpen} />
        )}
      </StickyHead>
      <InstalmentsTable
        label={title}
        instalments={payment.instalments}
        selected={selected?.documentId}
        several={several ? selection : null}
        onSelect={onSelect}
        onOpen={(documentId) => {
          onSelect(documentId);
          if (allowed('update')) onOpen('edit');
        }}
      />
      <VisuallyHidden>{t('instalments.help')}</VisuallyHidden>
    </Box>
  );
};
