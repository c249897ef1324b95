import { lazy, Suspense } from 'react';
import { Box } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { Day } from '../../../../domain/day';
import { paths } from '../../constants';
import { useGroupCalendarQuery } from '../../services/calendar';
import { ListError, ListLoading } from '../shared/ListState';
import { chipsOf, dayChipsOf } from './chips';
import type { CalendarUrl } from './useCalendarUrl';

// FullCalendar is the heaviest thing in the plugin: only those who look at a month load it
const Month = lazy(() => import('./Month'));

/** A month of all customers' instalments. */
export const MonthView = ({ url }: { url: CalendarUrl }) => {
  const navigate = useNavigate();
  const narrow = useIsMobile();
  const { data, isError, isFetching, refetch } = useGroupCalendarQuery(
    { ...url.filters, ...url.window },
    { refetchOnMountOrArgChange: true },
  );
  if (isError) return <ListError onRetry={refetch} />;
  const days = data?.data ?? [];
  return (
    <Box aria-busy={isFetching}>
      <Suspense fallback={<ListLoading />}>
        <Month
          date={url.date}
          chips={narrow ? dayChipsOf(days) : chipsOf(days)}
          closedDays={data?.meta.closedDays ?? []}
          narrow={narrow}
          onOpen={({ payment, documentId }) => navigate(paths.instalment(payment.documentId, documentId))}
          onOpenDay={(day) => url.showDay(day as Day)}
        />
      </Suspense>
    </Box>
  );
};
