import { useState } from 'react';
import { Box, Flex, Link, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CustomerValue } from '../../../../contracts/customer';
import { paths } from '../../constants';
import { useT } from '../../intl/useT';
import { useListPaymentsQuery, useTotalPaymentsQuery } from '../../services/payments';
import { BulkBar } from '../bulk/BulkBar';
import { bulkItemOf } from '../list/bulkItem';
import { PaymentsTable } from '../list/PaymentsTable';
import { TotalsBar } from '../list/TotalsBar';
import { STATES } from '../list/usePaymentsList';
import type { StateFilter } from '../list/usePaymentsList';
import { useSelection } from '../listing/useSelection';
import { ListEmpty, ListError, ListLoading } from '../shared/ListState';

const SHOWN = 100;

/** What the customer owes: the same table, sums and actions as in the list of all. */
export const ObligationsPanel = ({ customer }: { customer: CustomerValue }) => {
  const t = useT();
  const [state, setState] = useState<StateFilter>('open');
  const [sort, setSort] = useState('nextDueDate:asc');
  const filters = { customer: customer.documentId, state };
  const { data, isError, isFetching, refetch } = useListPaymentsQuery(
    { ...filters, sort, pageSize: SHOWN },
    { refetchOnMountOrArgChange: true },
  );
  const totals = useTotalPaymentsQuery(filters, { skip: !data || isFetching, refetchOnMountOrArgChange: true });
  const payments = data?.data ?? [];
  const selection = useSelection(payments.map(({ documentId }) => documentId));

  return (
    <Box tag="section" aria-label={t('customer.obligations')} width="100%">
      <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={4}>
        <Typography variant="delta" tag="h2">
          {t('customer.obligations')}
        </Typography>
        <Box minWidth="18rem">
          <SingleSelect
            size="S"
            aria-label={t('list.filter.state')}
            value={state}
            onChange={(value) => setState(String(value) as StateFilter)}
          >
            {STATES.map((option) => (
              <SingleSelectOption key={option} value={option}>
                {t(`filter.${option}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      </Flex>
      {isError && <ListError onRetry={refetch} />}
      {!isError && !data && <ListLoading />}
      {!isError && data && payments.length === 0 && <ListEmpty text={t('customer.noObligations')} />}
      {!isError && payments.length > 0 && <TotalsBar totals={totals.data} />}
      <BulkBar of="payments" items={payments.map(bulkItemOf)} selection={selection} />
      {!isError && payments.length > 0 && (
        <>
          <PaymentsTable
            ofCustomer
            payments={payments}
            selection={selection}
            sort={sort}
            onSort={setSort}
            stale={isFetching}
          />
          {data && data.meta.pagination.total > SHOWN && (
            <Box paddingTop={4}>
              <Link tag={NavLink} to={`${paths.payments}?customer=${customer.documentId}&state=${state}`}>
                {t('today.showAll')}
              </Link>
            </Box>
          )}
        </>
      )}
    </Box>
  );
};
