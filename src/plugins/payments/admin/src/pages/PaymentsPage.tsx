import { useState } from 'react';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { BulkBar } from '../components/bulk/BulkBar';
import { bulkItemOf } from '../components/list/bulkItem';
import { FiltersDialog } from '../components/list/FiltersDialog';
import { FilterTags } from '../components/list/FilterTags';
import { PaymentsFilters } from '../components/list/PaymentsFilters';
import { PaymentsTable } from '../components/list/PaymentsTable';
import { TotalsBar } from '../components/list/TotalsBar';
import { usePaymentsList } from '../components/list/usePaymentsList';
import { useSelection } from '../components/listing/useSelection';
import { ListPage } from '../components/listing/ListPage';
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

/** What is done for many that no selection in the list could name. */
const ForMany = () => {
  const t = useT();
  const allowed = useAllowed();
  return (
    <>
      {allowed('settle') && (
        <LinkButton variant="tertiary" tag={NavLink} to={paths.settleList}>
          {t('settleList.title')}
        </LinkButton>
      )}
      {allowed('update') && (
        <LinkButton variant="tertiary" tag={NavLink} to={paths.extend}>
          {t('extend.action')}
        </LinkButton>
      )}
    </>
  );
};

/** All payments: searched, filtered and sorted by the server, as the address says. */
export const PaymentsPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const list = usePaymentsList();
  const [filtering, setFiltering] = useState(false);
  const { payments, pagination, isError, refetch, change } = list;
  const selection = useSelection((payments ?? []).map(({ documentId }) => documentId));
  const create = allowed('create') ? (
    <LinkButton tag={NavLink} to={paths.create} startIcon={<Plus />}>
      {t('list.create')}
    </LinkButton>
  ) : undefined;

  return (
    <ListPage
      title={t('list.title')}
      subtitle={t('list.subtitle')}
      primaryAction={
        <Flex gap={2} wrap="wrap">
          <Export list={list} />
          <ForMany />
          {create}
        </Flex>
      }
      filters={<PaymentsFilters q={list.q} state={list.state} onChange={change} onMore={() => setFiltering(true)} />}
      above={
        <>
          <FilterTags url={list.url} named={list.named} onRemove={(filter) => change({ [filter]: '' })} />
          {!isError && payments && payments.length > 0 && <TotalsBar totals={list.totals} />}
          {/* stays when nothing is left in the list: it still says what became of each */}
          <BulkBar of="payments" items={(payments ?? []).map(bulkItemOf)} selection={selection} />
        </>
      }
      list={{ rows: payments, pagination, isError, refetch }}
      empty={list.filtered ? { text: t('list.noneFound') } : { text: t('list.empty'), action: create }}
      dialogs={
        filtering && (
          <FiltersDialog
            url={list.url}
            named={list.named}
            onApply={(filters) => {
              change(filters);
              setFiltering(false);
            }}
            onClose={() => setFiltering(false)}
          />
        )
      }
    >
      {(rows) => (
        <PaymentsTable
          payments={rows}
          selection={selection}
          sort={list.sort}
          onSort={(sort) => change({ sort })}
          stale={list.isFetching}
        />
      )}
    </ListPage>
  );
};
