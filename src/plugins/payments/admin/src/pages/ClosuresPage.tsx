import { useState } from 'react';
import { Box, Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { OfficeClosure } from '../../../contracts/office-closures';
import { ClosureDialog } from '../components/closures/ClosureDialog';
import { ClosuresTable } from '../components/closures/ClosuresTable';
import { DeleteDialog } from '../components/shared/DeleteDialog';
import { ListPages } from '../components/shared/ListPages';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
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
  return { when, show: (next: string) => change({ when: next === 'all' ? 'all' : '' }), list };
};

const Closures = () => {
  const t = useT();
  const { when, show, list } = useClosures();
  const { data, isError, refetch } = list;
  const [editing, setEditing] = useState<OfficeClosure | 'new' | null>(null);
  const [deleting, setDeleting] = useState<OfficeClosure | null>(null);
  const [remove] = useDeleteClosureMutation();
  const create = (
    <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
      {t('closures.new')}
    </Button>
  );

  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('closures.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header title={t('closures.title')} subtitle={t('closures.subtitle')} primaryAction={create} />
        <Layouts.Action
          startActions={
            <Box minWidth="22rem">
              <SingleSelect
                size="S"
                aria-label={t('closures.when')}
                value={when}
                onChange={(next) => show(String(next))}
              >
                {(['coming', 'all'] as const).map((option) => (
                  <SingleSelectOption key={option} value={option}>
                    {t(`closures.when.${option}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Box>
          }
        />
        <Layouts.Content>
          {isError && <ListError onRetry={refetch} />}
          {!isError && !data && <ListLoading />}
          {!isError && data?.data.length === 0 && (
            <ListEmpty text={t(when === 'all' ? 'closures.empty' : 'closures.noneComing')} action={create} />
          )}
          {!isError && data && data.data.length > 0 && (
            <>
              <ClosuresTable closures={data.data} onEdit={setEditing} onDelete={setDeleting} />
              <ListPages pagination={data.meta.pagination} />
            </>
          )}
        </Layouts.Content>
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
      </Page.Main>
    </Layouts.Root>
  );
};

/** When the office is away: staff are told, customers and due dates are not. */
export const ClosuresPage = () => (
  <Page.Protect permissions={SETTINGS}>
    <Closures />
  </Page.Protect>
);
