import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { InstitutionValue } from '../../../contracts/institution';
import { DeleteInstitutionDialog } from '../components/directory/DeleteInstitutionDialog';
import { InstitutionDialog } from '../components/directory/InstitutionDialog';
import { InstitutionsTable } from '../components/directory/InstitutionsTable';
import { useDirectory } from '../components/directory/useDirectory';
import { ListPages } from '../components/shared/ListPages';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { SearchBox } from '../components/shared/SearchBox';
import { useT } from '../intl/useT';
import { INSTITUTIONS } from '../permissions';
import { useListInstitutionsQuery } from '../services/institutions';

const Institutions = () => {
  const t = useT();
  const { q, query, change } = useDirectory();
  const { data, isError, refetch } = useListInstitutionsQuery(query, { refetchOnMountOrArgChange: true });
  const [editing, setEditing] = useState<InstitutionValue | 'new' | null>(null);
  const [deleting, setDeleting] = useState<InstitutionValue | null>(null);
  const create = (
    <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
      {t('institutions.create')}
    </Button>
  );

  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('institutions.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header title={t('institutions.title')} subtitle={t('institutions.subtitle')} primaryAction={create} />
        <Layouts.Action
          startActions={
            <SearchBox
              label={t('institutions.search')}
              placeholder={t('institutions.search.placeholder')}
              value={q}
              onSearch={(text) => change({ q: text })}
            />
          }
        />
        <Layouts.Content>
          {isError && <ListError onRetry={refetch} />}
          {!isError && !data && <ListLoading />}
          {!isError && data?.data.length === 0 && (
            <ListEmpty text={t(q ? 'list.noneFound' : 'institutions.empty')} action={q ? undefined : create} />
          )}
          {!isError && data && data.data.length > 0 && (
            <>
              <InstitutionsTable institutions={data.data} onEdit={setEditing} onDelete={setDeleting} />
              <ListPages pagination={data.meta.pagination} />
            </>
          )}
        </Layouts.Content>
        {editing && (
          <InstitutionDialog institution={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
        )}
        {deleting && <DeleteInstitutionDialog institution={deleting} onClose={() => setDeleting(null)} />}
      </Page.Main>
    </Layouts.Root>
  );
};

/** Whom customers owe. */
export const InstitutionsPage = () => (
  <Page.Protect permissions={INSTITUTIONS}>
    <Institutions />
  </Page.Protect>
);
