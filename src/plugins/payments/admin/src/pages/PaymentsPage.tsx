import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { PaymentsFilters } from '../components/list/PaymentsFilters';
import { PaymentsTable } from '../components/list/PaymentsTable';
import { usePaymentsList } from '../components/list/usePaymentsList';
import { ListPages } from '../components/shared/ListPages';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useT } from '../intl/useT';

/** All payments: searched, filtered and sorted by the server, as the address says. */
export const PaymentsPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const list = usePaymentsList();
  const create = allowed('create') ? (
    <LinkButton tag={NavLink} to={paths.create} startIcon={<Plus />}>
      {t('list.create')}
    </LinkButton>
  ) : undefined;

  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('list.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header title={t('list.title')} subtitle={t('list.subtitle')} primaryAction={create} />
        <Layouts.Action startActions={<PaymentsFilters q={list.q} state={list.state} onChange={list.change} />} />
        <Layouts.Content>
          {list.isError && <ListError onRetry={list.refetch} />}
          {!list.isError && !list.payments && <ListLoading />}
          {!list.isError && list.payments?.length === 0 && (
            <ListEmpty
              text={t(list.filtered ? 'list.noneFound' : 'list.empty')}
              action={list.filtered ? undefined : create}
            />
          )}
          {!list.isError && list.payments && list.payments.length > 0 && (
            <PaymentsTable
              payments={list.payments}
              sort={list.sort}
              onSort={(sort) => list.change({ sort })}
              stale={list.isFetching}
            />
          )}
          {!list.isError && list.pagination && list.pagination.total > 0 && <ListPages pagination={list.pagination} />}
        </Layouts.Content>
      </Page.Main>
    </Layouts.Root>
  );
};
