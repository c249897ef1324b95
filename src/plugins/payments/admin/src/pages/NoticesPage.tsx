import { useState } from 'react';
import { Box, Tabs } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { ListBody } from '../components/listing/ListBody';
import { Forecast } from '../components/notices/Forecast';
import { HealthLine } from '../components/notices/HealthLine';
import { NoticeDialog } from '../components/notices/NoticeDialog';
import { NoticesFilters } from '../components/notices/NoticesFilters';
import { NoticesTable } from '../components/notices/NoticesTable';
import { useNoticesList } from '../components/notices/useNoticesList';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { useUrlQuery } from '../hooks/useUrlQuery';
import { useT } from '../intl/useT';

/** What went to whom, as the address filters it. */
const DeliveryLog = () => {
  const t = useT();
  const list = useNoticesList();
  const [open, setOpen] = useState<string | null>(null);
  const { notices, pagination } = list;
  return (
    <>
      <Layouts.Action startActions={<NoticesFilters list={list} />} />
      <Layouts.Content>
        <ListBody
          list={{ rows: notices, pagination, isError: list.isError, refetch: list.refetch }}
          empty={{ text: t(list.filtered ? 'list.noneFound' : 'notices.empty') }}
        >
          {(rows) => <NoticesTable notices={rows} onOpen={setOpen} stale={list.isFetching} />}
        </ListBody>
      </Layouts.Content>
      {open !== null && <NoticeDialog documentId={open} onClose={() => setOpen(null)} />}
    </>
  );
};

/** The delivery log, and what goes out in the next 14 days. */
export const NoticesPage = () => {
  const t = useT();
  const [url, change] = useUrlQuery<'tab'>();
  const tab = url.tab === 'forecast' ? 'forecast' : 'log';
  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('notices.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header title={t('notices.title')} subtitle={t('notices.subtitle')} />
        <HealthLine />
        <Tabs.Root
          variant="simple"
          value={tab}
          onValueChange={(next) => change({ tab: next === 'forecast' ? next : '' })}
        >
          <Box paddingLeft={{ initial: 4, medium: 10 }} paddingRight={{ initial: 4, medium: 10 }} paddingBottom={4}>
            <Tabs.List aria-label={t('notices.title')}>
              <Tabs.Trigger value="log">{t('notices.log')}</Tabs.Trigger>
              <Tabs.Trigger value="forecast">{t('forecast.title')}</Tabs.Trigger>
            </Tabs.List>
          </Box>
          <Tabs.Content value="log">
            <DeliveryLog />
          </Tabs.Content>
          <Tabs.Content value="forecast">
            <Layouts.Content>
              <Forecast />
            </Layouts.Content>
          </Tabs.Content>
        </Tabs.Root>
      </Page.Main>
    </Layouts.Root>
  );
};
