import { useState } from 'react';
import { Box, Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import type { OfficeClosure } from '../../../contracts/office-closures';
import { ClosureDialog } from '../components/closures/ClosureDialog';
import { ClosuresTable } from '../components/closures/ClosuresTable';
import { listed } from '../components/listing/listed';
import { ListPage } from '../components/listing/ListPage';
import { DeleteDialog } from '../components/shared/DeleteDialog';
import { useOffice } from '../hooks/useOffice';
import { useUrlQuery } from '../hooks/useUrlQuery';
import { useT } from '../intl/useT';
import { SETTINGS } from '../permissions';
import { useDeleteClosureMutation, useListClosuresQuery } from '../services/office-closures';

/** What the address says: from today on unless all are asked for, and the page. */
const useClosures = () => {
  const { today } = useOffice();
  const [url, change] = useUrlQuery<'when' | 'pageSize'>();
  const when = url.when === 'all' ? ('all' as const) : ('coming' as const);
  const window = when === 'all' ? { sort: 'startDate:desc' } : { from: today, sort: 'startDate:asc' };
  const list = useListClosuresQuery(
    { ...window, page: url.page ?? '1', pageSize: url.pageSize ?? '25' },
    { refetchOnMountOrArgChange: true },
  );
  return { when, show: (next: string) => change({ when: next === 'all' ? 'all' : '' }), list: listed(list) };
};

const Closures = () => {
  const t = useT();
  const { when, show, list } = useClosures();
  const [editing, setEditing] = useState<OfficeClosure | 'new' | null>(null);
  const [deleting, setDeleting] = useState<OfficeClosure | null>(null);
  const [remove] = useDeleteClosureMutation();
  const create = (
    <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
      {t('closures.new')}
    </Button>
  );

  return (
    <ListPage
      title={t('closures.title')}
      subtitle={t('closures.subtitle')}
      primaryAction={create}
      filters={
        <Box minWidth="22rem">
          <SingleSelect size="S" aria-label={t('closures.when')} value={when} onChange={(next) => show(String(next))}>
            {(['coming', 'all'] as const).map((option) => (
              <SingleSelectOption key={option} value={option}>
                {t(`closures.when.${option}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      }
      list={list}
      empty={{ text: t(when === 'all' ? 'closures.empty' : 'closures.noneComing'), action: create }}
      dialogs={
        <>
          {editing && (
            <ClosureDialog closure={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
          )}
          {deleting && (
            <DeleteDialog
              title={t('closures.delete.of', { name: deleting.name })}
              text={t('closures.delete.text')}
              remove={() => remove(deleting.documentId).unwrap()}
              onClose={() => setDeleting(null)}
            />
          )}
        </>
      }
    >
      {(closures) => <ClosuresTable closures={closures} onEdit={setEditing} onDelete={setDeleting} />}
    </ListPage>
  );
};

/** When the office is away: staff are told, customers and due dates are not. */
export const ClosuresPage = () => (
  <Page.Protect permissions={SETTINGS}>
    <Closures />
  </Page.Protect>
);
