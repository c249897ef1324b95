import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { CustomerValue } from '../../../contracts/customer';
import { CustomerDialog } from '../components/directory/CustomerDialog';
import { CustomersTable } from '../components/directory/CustomersTable';
import { useDirectory } from '../components/directory/useDirectory';
import { ListPages } from '../components/shared/ListPages';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { SearchBox } from '../components/shared/SearchBox';
import { useAllowed } from '../hooks/useAllowed';
import { useT } from '../intl/useT';
import { useListCustomersQuery } from '../services/customers';

/** The customers with the contacts who act for them. */
export const CustomersPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const { q, query, change } = useDirectory();
  const { data, isError, refetch } = useListCustomersQuery(query, { refetchOnMountOrArgChange: true });
  const [editing, setEditing] = useState<CustomerValue | 'new' | null>(null);
  const create = allowed('create') ? (
    <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
      {t('customers.create')}
    </Button>
  ) : undefined;

  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('customers.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header title={t('customers.title')} subtitle={t('customers.subtitle')} primaryAction={create} />
        <Layouts.Action
          startActions={
            <SearchBox
              label={t('customers.search')}
              placeholder={t('customers.search.placeholder')}
              value={q}
              onSearch={(text) => change({ q: text })}
            />
          }
        />
        <Layouts.Content>
          {isError && <ListError onRetry={refetch} />}
          {!isError && !data && <ListLoading />}
          {!isError && data?.data.length === 0 && (
            <ListEmpty text={t(q ? 'list.noneFound' : 'customers.empty')} action={q ? undefined : create} />
          )}
          {!isError && data && data.data.length > 0 && (
            <>
              <CustomersTable customers={data.data} onEdit={allowed('update') ? setEditing : undefined} />
              <ListPages pagination={data.meta.pagination} />
            </>
          )}
        </Layouts.Content>
        {editing && (
          <CustomerDialog
            customer={editing === 'new' ? undefined : editing}
            onSaved={() => setEditing(null)}
            onClose={() => setEditing(null)}
          />
        )}
      </Page.Main>
    </Layouts.Root>
  );
};
