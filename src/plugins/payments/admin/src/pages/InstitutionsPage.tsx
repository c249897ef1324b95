import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import type { InstitutionValue } from '../../../contracts/institution';
import { DeleteInstitutionDialog } from '../components/directory/DeleteInstitutionDialog';
import { InstitutionDialog } from '../components/directory/InstitutionDialog';
import { InstitutionsTable } from '../components/directory/InstitutionsTable';
import { listed } from '../components/listing/listed';
import { ListPage } from '../components/listing/ListPage';
import { useDirectory } from '../components/listing/useDirectory';
import { SearchBox } from '../components/shared/SearchBox';
import { useT } from '../intl/useT';
import { INSTITUTIONS } from '../permissions';
import { useListInstitutionsQuery } from '../services/institutions';

const Institutions = () => {
  const t = useT();
  const { q, query, change } = useDirectory();
  const list = listed(useListInstitutionsQuery(query, { refetchOnMountOrArgChange: true }));
  const [editing, setEditing] = useState<InstitutionValue | 'new' | null>(null);
  const [deleting, setDeleting] = useState<InstitutionValue | null>(null);
  const create = (
    <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
      {t('institutions.create')}
    </Button>
  );

  return (
    <ListPage
      title={t('institutions.title')}
      subtitle={t('institutions.subtitle')}
      primaryAction={create}
      filters={
        <SearchBox
          label={t('institutions.search')}
          placeholder={t('institutions.search.placeholder')}
          value={q}
          onSearch={(text) => change({ q: text })}
        />
      }
      list={list}
      empty={q ? { text: t('list.noneFound') } : { text: t('institutions.empty'), action: create }}
      dialogs={
        <>
          {editing && (
            <InstitutionDialog institution={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
          )}
          {deleting && <DeleteInstitutionDialog institution={deleting} onClose={() => setDeleting(null)} />}
        </>
      }
    >
      {(institutions) => <InstitutionsTable institutions={institutions} onEdit={setEditing} onDelete={setDeleting} />}
    </ListPage>
  );
};

/** Whom customers owe. */
export const InstitutionsPage = () => (
  <Page.Protect permissions={INSTITUTIONS}>
    <Institutions />
  </Page.Protect>
);
