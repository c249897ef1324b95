import { useState } from 'react';
import { Button, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { CustomerValue } from '../../../contracts/customer';
import { CustomerDialog } from '../components/directory/CustomerDialog';
import { CustomersTable } from '../components/directory/CustomersTable';
import { listed } from '../components/listing/listed';
import { ListPage } from '../components/listing/ListPage';
import { useDirectory } from '../components/listing/useDirectory';
import { SearchBox } from '../components/shared/SearchBox';
import { paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useT } from '../intl/useT';
import { useListCustomersQuery } from '../services/customers';

/** The customers with the contacts who act for them. */
export const CustomersPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const { q, query, change } = useDirectory();
  const list = listed(useListCustomersQuery(query, { refetchOnMountOrArgChange: true }));
  const [editing, setEditing] = useState<CustomerValue | 'new' | null>(null);
  const close = () => setEditing(null);
  const create = allowed('create') ? (
    <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
      {t('customers.create')}
    </Button>
  ) : undefined;

  return (
    <ListPage
      title={t('customers.title')}
      subtitle={t('customers.subtitle')}
      primaryAction={create}
      secondaryAction={
        <LinkButton tag={NavLink} to={paths.contacts} variant="tertiary">
          {t('contacts.title')}
        </LinkButton>
      }
      filters={
        <SearchBox
          label={t('customers.search')}
          placeholder={t('customers.search.placeholder')}
          value={q}
          onSearch={(text) => change({ q: text })}
        />
      }
      list={list}
      empty={q ? { text: t('list.noneFound') } : { text: t('customers.empty'), action: create }}
      dialogs={
        editing && <CustomerDialog customer={editing === 'new' ? undefined : editing} onSaved={close} onClose={close} />
      }
    >
      {(customers) => <CustomersTable customers={customers} onEdit={allowed('update') ? setEditing : undefined} />}
    </ListPage>
  );
};
