import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { ClosedDayDialog } from '../components/closed-days/ClosedDayDialog';
import type { Opened } from '../components/closed-days/closedDayDraft';
import { ClosedDaysTable } from '../components/closed-days/ClosedDaysTable';
import { EffectsBanner } from '../components/closed-days/EffectsBanner';
import { useClosedDays } from '../components/closed-days/useClosedDays';
import { useShowEffects } from '../components/closed-days/useShowEffects';
import type { YearDay } from '../components/closed-days/yearDays';
import { YearSwitch } from '../components/closed-days/YearSwitch';
import { PlanWarnings } from '../components/create/PlanWarnings';
import { ListPage } from '../components/listing/ListPage';
import { DeleteDialog } from '../components/shared/DeleteDialog';
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
  const { lunarDataEnds } = list;

  return (
    <ListPage
      title={t('closedDays.title')}
      subtitle={t('closedDays.subtitle')}
      primaryAction={
        <Button startIcon={<Plus />} onClick={() => setOpened('new')}>
          {t('closedDays.new')}
        </Button>
      }
      filters={<YearSwitch year={list.year} thisYear={list.thisYear} onChange={list.showYear} />}
      above={
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={4}>
          <EffectsBanner />
          {lunarDataEnds && (
            <PlanWarnings
              warnings={[{ code: 'lunar-data-ends', path: [], message: '', params: { until: lunarDataEnds } }]}
              currency={currency}
            />
          )}
        </Flex>
      }
      list={{ rows: list.days, isError: list.isError, refetch: list.refetch }}
      empty={{ text: t('closedDays.empty') }}
      dialogs={
        <>
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
        </>
      }
    >
      {(days) => <ClosedDaysTable days={days} onOpen={setOpened} onDelete={setDeleting} />}
    </ListPage>
  );
};

/** Public holidays of a year, and what the office adds to and removes from them. */
export const ClosedDaysPage = () => (
  <Page.Protect permissions={SETTINGS}>
    <ClosedDays />
  </Page.Protect>
);
