import { useState } from 'react';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { BulkBar } from '../components/bulk/BulkBar';
import { FiltersDialog } from '../components/list/FiltersDialog';
import { FilterTags } from '../components/list/FilterTags';
import { PaymentsFilters } from '../components/list/PaymentsFilters';
import { PaymentsTable } from '../components/list/PaymentsTable';
import { TotalsBar } from '../components/list/TotalsBar';
import { usePaymentsList } from '../components/list/usePaymentsList';
import { useSelection } from '../components/list/useSelection';
import type { Selection } from '../components/list/useSelection';
import { ListPages } from '../components/shared/ListPages';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { API, paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useDownload } from '../hooks/useDownload';
import { useOffice } from '../hooks/useOffice';
import { useT } from '../intl/useT';

type List = ReturnType<typeof usePaymentsList>;

const Export = ({ list }: { list: List }) => {
  const t = useT();
  const { locale } = useIntl();
  const { today } = useOffice();
  const { busy, download } = useDownload();
  const language = locale.startsWith('el') ? 'el' : 'en';
  return (
    <Button
      variant="tertiary"
      startIcon={<Download />}
      loading={busy}
      onClick={() =>
        void download(`${API}/payments/export.csv`, t('export.file', { today }), { ...list.exported, language })
      }
    >
      {t('export.action')}
    </Button>
  );
};

type Rows = NonNullable<List['payments']>;

interface FoundProps {
  list: List;
  create?: React.ReactNode;
}

/** The rows, or what stands in their place. */
const Found = ({ list, create, selection }: FoundProps & { selection: Selection }) => {
  const t = useT();
  const { payments, pagination, change } = list;
  if (list.isError) return <ListError onRetry={list.refetch} />;
  if (!payments) return <ListLoading />;
  if (payments.length === 0)
    return (
      <ListEmpty
        text={t(list.filtered ? 'list.noneFound' : 'list.empty')}
        action={list.filtered ? undefined : create}
      />
    );
  return (
    <>
      <PaymentsTable
        payments={payments}
        selection={selection}
        sort={list.sort}
        onSort={(sort) => change({ sort })}
        stale={list.isFetching}
      />
      {pagination && <ListPages pagination={pagination} />}
    </>
  );
};

/** The actions on many stay when nothing is left in the list: they still say what became of each. */
const Results = ({ list, create }: FoundProps) => {
  const payments: Rows = list.payments ?? [];
  const selection = useSelection(payments.map(({ documentId }) => documentId));
  return (
    <>
      {!list.isError && payments.length > 0 && <TotalsBar totals={list.totals} />}
      <BulkBar payments={payments} selection={selection} />
      <Found list={list} create={create} selection={selection} />
    </>
  );
};

/** All payments: searched, filtered and sorted by the server, as the address says. */
export const PaymentsPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const list = usePaymentsList();
  const [filtering, setFiltering] = useState(false);
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
        <Layouts.Header
          title={t('list.title')}
          subtitle={t('list.subtitle')}
          primaryAction={
            <Flex gap={2} wrap="wrap">
              <Export list={list} />
              {create}
            </Flex>
          }
        />
        <Layouts.Action
          startActions={
            <PaymentsFilters q={list.q} state={list.state} onChange={list.change} onMore={() => setFiltering(true)} />
          }
        />
        <Layouts.Content>
          <FilterTags url={list.url} named={list.named} onRemove={(filter) => list.change({ [filter]: '' })} />
          <Results list={list} create={create} />
        </Layouts.Content>
        {filtering && (
          <FiltersDialog
            url={list.url}
            named={list.named}
            onApply={(filters) => {
              list.change(filters);
              setFiltering(false);
            }}
            onClose={() => setFiltering(false)}
          />
        )}
      </Page.Main>
    </Layouts.Root>
  );
};
