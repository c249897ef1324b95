import { Box } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { CalendarFilters, CalendarNavigation, ViewSwitch } from '../components/calendar/CalendarToolbar';
import { MonthView } from '../components/calendar/MonthView';
import { StateLegend } from '../components/calendar/StateLegend';
import { TableView } from '../components/calendar/TableView';
import { useCalendarUrl } from '../components/calendar/useCalendarUrl';
import { useT } from '../intl/useT';

/** All instalments of all customers by their due dates, as a month or as a table. */
export const CalendarPage = () => {
  const t = useT();
  const url = useCalendarUrl();
  return (
    <Page.Main>
      <Page.Title>{t('calendar.title')}</Page.Title>
      <Layouts.Header title={t('calendar.title')} subtitle={t('calendar.subtitle')} />
      <Layouts.Action
        startActions={<CalendarFilters url={url} />}
        endActions={<ViewSwitch view={url.view} onChange={url.showView} />}
      />
      <Layouts.Content>
        <Box paddingBottom={4}>
          <CalendarNavigation url={url} />
        </Box>
        {url.view === 'month' ? (
          <>
            <MonthView url={url} />
            <StateLegend />
          </>
        ) : (
          <TableView url={url} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
