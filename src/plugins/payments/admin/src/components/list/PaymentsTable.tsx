import { Box, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { StaffPaymentItem } from '../../../../contracts/payment';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import type { Column } from '../listing/columns';
import { RowsTable } from '../listing/RowsTable';
import type { Selection } from '../listing/useSelection';
import { Amount } from '../shared/Amount';
import { PaymentStateBadge } from '../shared/StateBadge';
import { shownStateOf } from '../shared/states';
import { TitleLink } from '../shared/TitleLink';

interface PaymentsTableProps {
  payments: readonly StaffPaymentItem[];
  selection: Selection;
  /** All are of one customer, whose name is said already. */
  ofCustomer?: boolean;
  sort: string;
  onSort: (sort: string) => void;
  /** Other rows are on their way; these stay until they come. */
  stale: boolean;
}

interface OnePayment {
  payment: StaffPaymentItem;
}

const Title = ({ payment }: OnePayment) => (
  <Box minWidth={0}>
    <TitleLink to={paths.payment(payment.documentId)} title={payment.title} />
    <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
      {[payment.reference, payment.institution?.name].filter(Boolean).join(' · ')}
    </Typography>
  </Box>
);

const Customer = ({ payment: { customer }, narrow }: OnePayment & { narrow: boolean }) => (
  <Box minWidth={0}>
    <Typography tag="p" ellipsis={narrow} title={customer.name}>
      {customer.name}
    </Typography>
    {!narrow && (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {customer.taxNumber}
      </Typography>
    )}
  </Box>
);

const Next = ({ payment: { next, instalmentCount } }: OnePayment) => {
  const t = useT();
  const format = useFormat();
  if (!next) return <Typography textColor="neutral600">{t('list.noNext')}</Typography>;
  return (
    <>
      <Typography>{format.weekDay(next.dueDate)}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('list.next', { number: next.number, of: instalmentCount, amount: format.money(next.amount) })}
      </Typography>
    </>
  );
};

const Total = ({ payment }: OnePayment) => {
  const t = useT();
  const format = useFormat();
  const partPaid = payment.state === 'open' && Number(payment.paid.value) > 0;
  return (
    <>
      <Amount money={payment.total} fontWeight="semiBold" />
      {partPaid && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('list.outstanding', { amount: format.money(payment.outstanding) })}
        </Typography>
      )}
    </>
  );
};

const useColumns = (ofCustomer: boolean): Column<StaffPaymentItem>[] => {
  const t = useT();
  const customer: Column<StaffPaymentItem> = {
    name: 'customer',
    label: t('column.customer'),
    sort: 'customer',
    maxWidth: '16rem',
    cell: (payment, narrow) => <Customer payment={payment} narrow={narrow} />,
  };
  return [
    {
      name: 'payment',
      label: t('column.payment'),
      sort: 'title',
      minWidth: '16rem',
      maxWidth: '26rem',
      cell: (payment) => <Title payment={payment} />,
    },
    ...(ofCustomer ? [] : [customer]),
    {
      name: 'nextDueDate',
      label: t('column.nextDueDate'),
      sort: 'nextDueDate',
      cell: (payment) => <Next payment={payment} />,
    },
    {
      name: 'total',
      label: t('column.total'),
      sort: 'total',
      align: 'right',
      beside: true,
      cell: (payment) => <Total payment={payment} />,
    },
    {
      name: 'state',
      label: t('column.state'),
      cell: (payment) => (
        <Flex>
          <PaymentStateBadge state={shownStateOf(payment)} />
        </Flex>
      ),
    },
  ];
};

/** Payments with what is due next; a row opens its payment, the title is the link that the keyboard finds. */
export const PaymentsTable = ({ payments, selection, ofCustomer = false, sort, onSort, stale }: PaymentsTableProps) => {
  const t = useT();
  const navigate = useNavigate();
  return (
    <RowsTable
      label={t('list.title')}
      rows={payments}
      keyOf={({ documentId }) => documentId}
      columns={useColumns(ofCustomer)}
      onOpen={({ documentId }) => navigate(paths.payment(documentId))}
      select={{
        selection,
        label: ({ customer, title }) => t('bulk.select', { customer: customer.name, title }),
      }}
      sorting={{ sort, onSort }}
      stale={stale}
    />
  );
};
