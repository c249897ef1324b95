import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useListCalendarQuery } from '../../services/calendar';
import { PrintOnly } from '../print/PrintOnly';
import type { CalendarUrl } from './useCalendarUrl';

/** The page of the table on paper, whatever the view on the screen is. */
export const CalendarPaper = ({ url }: { url: CalendarUrl }) => {
  const t = useT();
  const format = useFormat();
  const { data } = useListCalendarQuery({ ...url.filters, ...url.window, page: url.page, pageSize: '100' });
  return (
    <PrintOnly>
      <h1>{[t('calendar.title'), url.day ? format.weekDay(url.day) : format.month(url.date)].join(' · ')}</h1>
      <table>
        <thead>
          <tr>
            <th>{t('column.dueDate')}</th>
            <th>{t('column.customer')}</th>
            <th>{t('column.payment')}</th>
            <th>{t('column.institution')}</th>
            <th className="amount">{t('column.amount')}</th>
            <th>{t('column.code')}</th>
            <th>{t('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {(data?.data ?? []).map(
            ({ documentId, dueDate, customer, payment, institution, number, of, ...instalment }) => (
              <tr key={documentId}>
                <td>{format.weekDay(dueDate)}</td>
                <td>{customer.name}</td>
                <td>{`${payment.title} ${number}/${of}`}</td>
                <td>{institution?.name ?? ''}</td>
                <td className="amount">{format.money(instalment.amount)}</td>
                <td>{instalment.paymentCode?.display ?? ''}</td>
                <td>{t(`state.${instalment.state}`)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </PrintOnly>
  );
};
