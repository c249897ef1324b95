import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { ClosedDayDialog } from '../components/closed-days/ClosedDayDialog';
import type { Opened } from '../components/closed-days/closedDayDraft';
import { ClosedDaysTable } from '../components/closed-days/ClosedDaysTable';
import { EffectsBanner } from '../components/closed-days/EffectsBanner';
import { useClosedDays } from '../components/closed-days/useClosedDays';
import { useShowEffects } from '../components/closed-days/useShowEffects';
import type { YearDay } from '../components/closed-days/yearDays';
import { YearSwitch } from '../components/closed-days/YearSwitch';
import { PlanWarnings } from '../components/create/PlanWarnings';
import { DeleteDialog } from '../components/shared/DeleteDialog';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { useOffice } from '../hooks/useOffice';
import { useT } from '../intl/useT';
import { SETTINGS } from '../permissions';
import { useDeleteClosedDayMutation } from '../services/closed-days';

const ClosedDays = () => {
  const t = useT();
  const { currency } = useOffice();
  const list = useClosedDays();
  const showEffects = useShowEffects();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [deleting, setDeleting] = useState<YearDay | null>(null);
  const [remove] = useDeleteClosedDayMutation();
  const { days, lunarDataEnds } = list;

  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('closedDays.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header
          title={t('closedDays.title')}
          subtitle={t('closedDays.subtitle')}
          primaryAction={
            <Button startIcon={<Plus />} onClick={() => setOpened('new')}>
              {t('closedDays.new')}
            </Button>
          }
        />
        <Layouts.Action
          startActions={<YearSwitch year={list.year} thisYear={list.thisYear} onChange={list.showYear} />}
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={6}>
            <EffectsBanner />
            {lunarDataEnds && (
              <PlanWarnings
                warnings={[{ code: 'lunar-data-ends', path: [], message: '', params: { until: lunarDataEnds } }]}
                currency={currency}
              />
            )}
            {list.isError && <ListError onRetry={list.refetch} />}
            {!list.isError && !days && <ListLoading />}
            {!list.isError && days?.length === 0 && <ListEmpty text={t('closedDays.empty')} />}
            {!list.isError && days && days.length > 0 && (
              <ClosedDaysTable days={days} onOpen={setOpened} onDelete={setDeleting} />
            )}
          </Flex>
        </Layouts.Content>
        {opened && (
          <ClosedDayDialog
            opened={opened}
            onClose={() => setOpened(null)}
            onSaved={() => {
              setOpened(null);
              showEffects();
            }}
          />
        )}
        {deleting?.own && (
          <DeleteDialog
            title={t('closedDays.delete', { name: deleting.name })}
            text={t(deleting.kind === 'removed' ? 'closedDays.delete.removed' : 'closedDays.delete.added')}
            remove={() => remove(deleting.own?.documentId ?? '').unwrap()}
            onDeleted={showEffects}
            onClose={() => setDeleting(null)}
          />
        )}
      </Page.Main>
    </Layouts.Root>
  );
};

/** Public holidays of a year, and what the office adds to and removes from them. */
export const ClosedDaysPage = () => (
  <Page.Protect permissions={SETTINGS}>
    <ClosedDays />
  </Page.Protect>
);
