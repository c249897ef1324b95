import { Box, Flex, Td, Tr, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { CalendarInstalment } from '../../../../contracts/calendar';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { CopyButton } from '../shared/CopyButton';
import { InstalmentStateBadge } from '../shared/StateBadge';
import { TitleLink } from '../shared/TitleLink';

interface CalendarRowProps {
  instalment: CalendarInstalment;
  /** Two columns instead of seven. */
  narrow: boolean;
}

const Deadline = ({ instalment: { dueDate, payBy } }: { instalment: CalendarInstalment }) => {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <Typography>{format.weekDay(dueDate)}</Typography>
      {payBy !== dueDate && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('calendar.payBy', { day: format.weekDay(payBy) })}
        </Typography>
      )}
    </>
  );
};

const Code = ({ instalment: { paymentCode } }: { instalment: CalendarInstalment }) => {
  const t = useT();
  if (!paymentCode) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('instalment.noCode')}
      </Typography>
    );
  }
  return (
    <Flex gap={1}>
      <Box maxWidth="15rem">
        <Typography variant="pi" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {paymentCode.display}
        </Typography>
      </Box>
      <CopyButton value={paymentCode.value} />
    </Flex>
  );
};

/** One instalment of the calendar's table; the row opens it on its payment's page. */
export const CalendarRow = ({ instalment, narrow }: CalendarRowProps) => {
  const t = useT();
  const navigate = useNavigate();
  const { payment, customer, institution, number, of } = instalment;
  const to = paths.instalment(payment.documentId, instalment.documentId);
  const title = (
    <>
      <TitleLink to={to} title={payment.title} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('calendar.number', { number, of })}
      </Typography>
    </>
  );
  const amount = (
    <Td style={{ textAlign: 'right' }}>
      <Amount money={instalment.amount} fontWeight="semiBold" />
    </Td>
  );
  const open = { onClick: () => navigate(to), style: { cursor: 'pointer' } };

  if (narrow) {
    return (
      <Tr {...open}>
        <Td>
          <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="17rem" paddingTop={3} paddingBottom={3}>
            <Deadline instalment={instalment} />
            {title}
            <Typography ellipsis width="100%">
              {customer.name}
            </Typography>
            <InstalmentStateBadge state={instalment.state} />
            <Code instalment={instalment} />
          </Flex>
        </Td>
        {amount}
      </Tr>
    );
  }
  return (
    <Tr {...open}>
      <Td>
        <Deadline instalment={instalment} />
      </Td>
      <Td>
        <Box maxWidth="22rem">{title}</Box>
      </Td>
      <Td>
        <Box maxWidth="16rem">
          <Typography ellipsis>{customer.name}</Typography>
        </Box>
      </Td>
      <Td>
        <Box maxWidth="14rem">
          <Typography ellipsis>{institution?.name ?? '—'}</Typography>
        </Box>
      </Td>
      {amount}
      <Td>
        <InstalmentStateBadge state={instalment.state} />
      </Td>
      <Td>
        <Code instalment={instalment} />
      </Td>
    </Tr>
  );
};
