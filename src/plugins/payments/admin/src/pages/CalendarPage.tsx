import { Box } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { AgendaView } from '../components/calendar/AgendaView';
import { CalendarPaper } from '../components/calendar/CalendarPaper';
import { CalendarFilters, CalendarNavigation, ViewSwitch } from '../components/calendar/CalendarToolbar';
import { MonthView } from '../components/calendar/MonthView';
import { StateLegend } from '../components/calendar/StateLegend';
import { TableView } from '../components/calendar/TableView';
import { useCalendarUrl } from '../components/calendar/useCalendarUrl';
import { PrintButton } from '../components/print/PrintButton';
import { useT } from '../intl/useT';

/** All instalments of all customers by their due dates, as a month, as an agenda or as a table. */
export const CalendarPage = () => {
  const t = useT();
  const url = useCalendarUrl();
  return (
    <Page.Main>
      <Page.Title>{t('calendar.title')}</Page.Title>
      <Layouts.Header title={t('calendar.title')} subtitle={t('calendar.subtitle')} primaryAction={<PrintButton />} />
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
        ) : url.view === 'agenda' ? (
          <AgendaView url={url} />
        ) : (
          <TableView url={url} />
        )}
        <CalendarPaper url={url} />
      </Layouts.Content>
    </Page.Main>
  );
};
