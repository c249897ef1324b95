import { Box, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { CalendarInstalment } from '../../../../contracts/calendar';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import type { Column } from '../listing/columns';
import { RowsTable } from '../listing/RowsTable';
import type { Selection } from '../listing/useSelection';
import { Amount } from '../shared/Amount';
import { CopyButton } from '../shared/CopyButton';
import { InstalmentStateBadge } from '../shared/StateBadge';
import { TitleLink } from '../shared/TitleLink';

interface OneInstalment {
  instalment: CalendarInstalment;
}

const Deadline = ({ instalment: { dueDate, payBy } }: OneInstalment) => {
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

const Code = ({ instalment: { paymentCode } }: OneInstalment) => {
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
      <Box maxWidth="13rem">
        <Typography variant="pi" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {paymentCode.display}
        </Typography>
      </Box>
      <CopyButton value={paymentCode.value} />
    </Flex>
  );
};

const pathOf = ({ payment, documentId }: CalendarInstalment) => paths.instalment(payment.documentId, documentId);

const Title = ({ instalment }: OneInstalment) => {
  const t = useT();
  const { payment, institution, number, of } = instalment;
  return (
    <>
      <TitleLink to={pathOf(instalment)} title={payment.title} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[t('calendar.number', { number, of }), institution?.name].filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
};

const useColumns = (): Column<CalendarInstalment>[] => {
  const t = useT();
  return [
    { name: 'dueDate', label: t('column.dueDate'), cell: (instalment) => <Deadline instalment={instalment} /> },
    {
      name: 'payment',
      label: t('column.payment'),
      lead: true,
      minWidth: '16rem',
      maxWidth: '26rem',
      cell: (instalment) => <Title instalment={instalment} />,
    },
    {
      name: 'customer',
      label: t('column.customer'),
      maxWidth: '16rem',
      cell: ({ customer }) => <Typography>{customer.name}</Typography>,
    },
    {
      name: 'amount',
      label: t('column.amount'),
      align: 'right',
      beside: true,
      cell: ({ amount }) => <Amount money={amount} fontWeight="semiBold" />,
    },
    { name: 'state', label: t('column.state'), cell: ({ state }) => <InstalmentStateBadge state={state} /> },
    { name: 'code', label: t('column.code'), cell: (instalment) => <Code instalment={instalment} /> },
  ];
};

interface CalendarTableProps {
  instalments: readonly CalendarInstalment[];
  selection: Selection;
}

/** The same instalments as a table, for reading, copying and acting on many; a row opens its instalment on its payment's page. */
export const CalendarTable = ({ instalments, selection }: CalendarTableProps) => {
  const t = useT();
  const navigate = useNavigate();
  return (
    <RowsTable
      label={t('calendar.title')}
      rows={instalments}
      keyOf={({ documentId }) => documentId}
      columns={useColumns()}
      onOpen={(instalment) => navigate(pathOf(instalment))}
      select={{
        selection,
        label: ({ customer, payment, number, of }) =>
          t('bulk.select', { customer: customer.name, title: `${payment.title} ${number}/${of}` }),
      }}
    />
  );
};
