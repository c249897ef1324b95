import { Box } from '@strapi/design-system';
import type { CalendarInstalment } from '../../../../contracts/calendar';
import { useT } from '../../intl/useT';
import { useListCalendarQuery } from '../../services/calendar';
import { BulkBar } from '../bulk/BulkBar';
import { ListBody } from '../listing/ListBody';
import { listed } from '../listing/listed';
import { useSelection } from '../listing/useSelection';
import { CalendarTable } from './CalendarTable';
import type { CalendarUrl } from './useCalendarUrl';

const itemOf = ({ documentId, customer, payment, number, of }: CalendarInstalment) => ({
  documentId,
  name: `${customer.name} · ${payment.title} · ${number}/${of}`,
});

/** The instalments of the month, or of one day of it, a page at a time; the chosen ones are acted on together. */
export const TableView = ({ url }: { url: CalendarUrl }) => {
  const t = useT();
  const answer = useListCalendarQuery(
    { ...url.filters, ...url.window, page: url.page, pageSize: url.pageSize },
    { refetchOnMountOrArgChange: true },
  );
  const instalments = answer.data?.data ?? [];
  const selection = useSelection(instalments.map(({ documentId }) => documentId));
  return (
    <Box aria-busy={answer.isFetching} style={{ opacity: answer.isFetching ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <BulkBar of="instalments" items={instalments.map(itemOf)} selection={selection} />
      <ListBody list={listed(answer)} empty={{ text: t('calendar.empty') }}>
        {(rows) => <CalendarTable instalments={rows} selection={selection} />}
      </ListBody>
    </Box>
  );
};
