import { addDays } from '../../../../domain/day';
import type { Day } from '../../../../domain/day';
import { paths } from '../../constants';
import { useOffice } from '../../hooks/useOffice';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useListCalendarQuery } from '../../services/calendar';
import { Amount } from '../shared/Amount';
import { WidgetList } from './WidgetList';
import { WidgetShell } from './WidgetShell';

const WEEK = 7;

const Due = () => {
  const t = useT();
  const format = useFormat();
  const { today } = useOffice();
  const window = { from: today, to: addDays(today as Day, WEEK - 1), state: 'open' as const, pageSize: '5' };
  const { data, isError } = useListCalendarQuery(window, { refetchOnMountOrArgChange: true });
  return (
    <WidgetList
      items={data?.data}
      failed={isError}
      total={data?.meta.pagination.total ?? 0}
      empty={t('widget.due.none')}
      keyOf={({ documentId }) => documentId}
      rowOf={({ documentId, payment, number, of, customer, dueDate, outstanding }) => ({
        to: paths.instalment(payment.documentId, documentId),
        what: of > 1 ? `${payment.title}, ${number}/${of}` : payment.title,
        details: `${format.weekDay(dueDate)} · ${customer.name}`,
        aside: <Amount money={outstanding} />,
      })}
    />
  );
};

/** Open instalments of today and the six days that follow. */
export const DueThisWeek = () => (
  <WidgetShell>
    <Due />
  </WidgetShell>
);
