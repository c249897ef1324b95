import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { CalendarDay, CalendarInstalment, closedDay } from '../../../../contracts/calendar';
import type { z } from 'zod';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useGroupCalendarQuery, useListCalendarQuery } from '../../services/calendar';
import { ListEmpty, ListError, ListLoading } from '../shared/ListState';
import { ListPages } from '../shared/ListPages';
import { AgendaRow } from './AgendaRow';
import type { CalendarUrl } from './useCalendarUrl';

type ClosedDay = z.output<typeof closedDay>;

interface DayProps {
  day: string;
  instalments: readonly CalendarInstalment[];
  /** Of the whole day, also where its rows go on on the next page. */
  sums: CalendarDay | undefined;
  closed: ClosedDay | undefined;
}

const AgendaDay = ({ day, instalments, sums, closed }: DayProps) => {
  const t = useT();
  const format = useFormat();
  const outstanding = (sums?.outstanding ?? []).map((money) => format.money(money)).join(' + ');
  return (
    <Box tag="section" aria-label={format.weekDay(day)} background="neutral0" shadow="tableShadow" hasRadius>
      <Flex gap={2} wrap="wrap" padding={4} justifyContent="space-between">
        <Flex gap={2} wrap="wrap">
          <Typography variant="delta" tag="h3">
            {format.weekDay(day)}
          </Typography>
          {closed && <Badge size="S">{closed.name}</Badge>}
        </Flex>
        <Typography textColor="neutral600">
          {[t('calendar.count', { count: sums?.count ?? instalments.length }), outstanding].filter(Boolean).join(' · ')}
        </Typography>
      </Flex>
      <Box tag="ul">
        {instalments.map((instalment) => (
          <AgendaRow key={instalment.documentId} instalment={instalment} />
        ))}
      </Box>
    </Box>
  );
};

/** The same instalments day by day, each day with how many and how much. */
export const AgendaView = ({ url }: { url: CalendarUrl }) => {
  const t = useT();
  const { data, isError, isFetching, refetch } = useListCalendarQuery(
    { ...url.filters, ...url.window, page: url.page, pageSize: url.pageSize },
    { refetchOnMountOrArgChange: true },
  );
  const { data: grouped } = useGroupCalendarQuery(
    { ...url.filters, ...url.window },
    { refetchOnMountOrArgChange: true },
  );
  if (isError) return <ListError onRetry={refetch} />;
  if (!data) return <ListLoading />;
  if (data.data.length === 0) return <ListEmpty text={t('calendar.empty')} />;
  const days = [...new Set(data.data.map(({ dueDate }) => dueDate))];
  return (
    <Box aria-busy={isFetching} style={{ opacity: isFetching ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={4}>
        {days.map((day) => (
          <AgendaDay
            key={day}
            day={day}
            instalments={data.data.filter(({ dueDate }) => dueDate === day)}
            sums={grouped?.data.find(({ date }) => date === day)}
            closed={data.meta.closedDays.find(({ date }) => date === day)}
          />
        ))}
      </Flex>
      <ListPages pagination={data.meta.pagination} />
    </Box>
  );
};
