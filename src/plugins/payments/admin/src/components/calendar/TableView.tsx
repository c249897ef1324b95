import { Box } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { useListCalendarQuery } from '../../services/calendar';
import { ListEmpty, ListError, ListLoading } from '../shared/ListState';
import { ListPages } from '../shared/ListPages';
import { CalendarTable } from './CalendarTable';
import type { CalendarUrl } from './useCalendarUrl';

/** The instalments of the month, or of one day of it, a page at a time. */
export const TableView = ({ url }: { url: CalendarUrl }) => {
  const t = useT();
  const { data, isError, isFetching, refetch } = useListCalendarQuery(
    { ...url.filters, ...url.window, page: url.page, pageSize: url.pageSize },
    { refetchOnMountOrArgChange: true },
  );
  if (isError) return <ListError onRetry={refetch} />;
  if (!data) return <ListLoading />;
  if (data.data.length === 0) return <ListEmpty text={t('calendar.empty')} />;
  return (
    <Box aria-busy={isFetching} style={{ opacity: isFetching ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <CalendarTable instalments={data.data} />
      <ListPages pagination={data.meta.pagination} />
    </Box>
  );
};
