import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useListPaymentsQuery } from '../../services/payments';
import { Amount } from '../shared/Amount';
import { WidgetList } from './WidgetList';
import { WidgetShell } from './WidgetShell';

const Late = () => {
  const t = useT();
  const format = useFormat();
  const { data, isError } = useListPaymentsQuery(
    { state: 'overdue', sort: 'nextDueDate:asc', pageSize: '5' },
    { refetchOnMountOrArgChange: true },
  );
  return (
    <WidgetList
      items={data?.data}
      failed={isError}
      total={data?.meta.pagination.total ?? 0}
      empty={t('widget.overdue.none')}
      keyOf={({ documentId }) => documentId}
      rowOf={({ documentId, title, customer, nextDueDate, next, outstanding }) => ({
        to: paths.payment(documentId),
        what: title,
        details: [nextDueDate && format.weekDay(nextDueDate), customer.name].filter(Boolean).join(' · '),
        aside: <Amount money={next?.amount ?? outstanding} />,
      })}
    />
  );
};

/** Payments with an instalment whose date has passed without a confirmation, the oldest first. */
export const Overdue = () => (
  <WidgetShell>
    <Late />
  </WidgetShell>
);
