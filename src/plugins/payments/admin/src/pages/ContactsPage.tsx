import { useState } from 'react';
import { Box, Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { contactState } from '../../../contracts/customer';
import type { ContactWithCustomers } from '../../../contracts/customer';
import { ContactDialog } from '../components/directory/ContactDialog';
import { ContactsTable } from '../components/directory/ContactsTable';
import { listed } from '../components/listing/listed';
import { ListPage } from '../components/listing/ListPage';
import { SearchBox } from '../components/shared/SearchBox';
import { useAllowed } from '../hooks/useAllowed';
import { useUrlQuery } from '../hooks/useUrlQuery';
import { useT } from '../intl/useT';
import { useListContactsQuery } from '../services/customers';

const STATES = contactState.options;

/** The contacts that the address asks for. */
const useContacts = () => {
  const [url, change] = useUrlQuery<'q' | 'state' | 'pageSize'>();
  const state = STATES.find((option) => option === url.state) ?? 'all';
  const answer = useListContactsQuery(
    { q: url.q || undefined, state, page: url.page ?? '1', pageSize: url.pageSize ?? '25' },
    { refetchOnMountOrArgChange: true },
  );
  return { q: url.q ?? '', state, change, list: listed(answer), stale: answer.isFetching };
};

/** Everybody who acts for a customer: whether mail reaches them, what they want, and when they last signed in. */
export const ContactsPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const { q, state, change, list, stale } = useContacts();
  const [editing, setEditing] = useState<ContactWithCustomers | 'new' | null>(null);
  const create = allowed('create') ? (
    <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
      {t('contact.new')}
    </Button>
  ) : undefined;

  return (
    <ListPage
      title={t('contacts.title')}
      subtitle={t('contacts.subtitle')}
      primaryAction={create}
      filters={
        <>
          <SearchBox
            label={t('contacts.search')}
            placeholder={t('contacts.search.placeholder')}
            value={q}
            onSearch={(text) => change({ q: text })}
          />
          <Box minWidth="22rem">
            <SingleSelect
              size="S"
              aria-label={t('contacts.filter.state')}
              value={state}
              onChange={(next) => change({ state: next === 'all' ? '' : String(next) })}
            >
              {STATES.map((option) => (
                <SingleSelectOption key={option} value={option}>
                  {t(`contacts.filter.${option}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        </>
      }
      list={list}
      empty={q || state !== 'all' ? { text: t('list.noneFound') } : { text: t('contacts.empty'), action: create }}
      dialogs={
        editing && <ContactDialog contact={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      }
    >
      {(contacts) => (
        <ContactsTable contacts={contacts} onEdit={allowed('update') ? setEditing : undefined} stale={stale} />
      )}
    </ListPage>
  );
};
