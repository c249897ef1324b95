import { Box, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CalendarInstalment } from '../../../../contracts/calendar';
import { paths } from '../../constants';
import { Amount } from '../shared/Amount';
import { CopyButton } from '../shared/CopyButton';
import { InstalmentStateBadge } from '../shared/StateBadge';

const Cell = ({ col, children }: { col: number; children: React.ReactNode }) => (
  <Grid.Item col={col} s={12} xs={12} direction="column" alignItems="flex-start" minWidth={0}>
    {children}
  </Grid.Item>
);

/** One instalment of the agenda: who, what, how much, and the code ready to copy. */
export const AgendaRow = ({ instalment }: { instalment: CalendarInstalment }) => {
  const { payment, customer, institution, number, of, paymentCode } = instalment;
  return (
    <Box tag="li" padding={4} borderStyle="solid" borderColor="neutral150" borderWidth="1px 0 0 0">
      <Grid.Root gap={2} gridCols={12} style={{ overflowWrap: 'anywhere' }}>
        <Cell col={3}>
          <Typography fontWeight="semiBold">{customer.name}</Typography>
        </Cell>
        <Cell col={3}>
          <Link tag={NavLink} to={paths.instalment(payment.documentId, instalment.documentId)}>
            {payment.title}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {[`${number}/${of}`, institution?.name].filter(Boolean).join(' · ')}
          </Typography>
        </Cell>
        <Cell col={2}>
          <Amount money={instalment.amount} fontWeight="semiBold" />
        </Cell>
        <Cell col={2}>
          <InstalmentStateBadge state={instalment.state} />
        </Cell>
        <Cell col={2}>
          {paymentCode && (
            <Flex gap={1}>
              <Typography variant="pi">{paymentCode.display}</Typography>
              <CopyButton value={paymentCode.value} />
            </Flex>
          )}
        </Cell>
      </Grid.Root>
    </Box>
  );
};
