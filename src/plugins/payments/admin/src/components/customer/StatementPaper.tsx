import type { Statement } from '../../../../contracts/customer-actions';
import { useOffice } from '../../hooks/useOffice';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { PrintOnly } from '../print/PrintOnly';
import { lineKey } from './StatementTable';

/** The statement on paper: the office's name, the customer, every instalment, the sums. */
export const StatementPaper = ({ statement }: { statement: Statement }) => {
  const t = useT();
  const format = useFormat();
  const { officeName } = useOffice();
  const { customer, date, lines } = statement;
  const sums = (amounts: Statement['total']) => amounts.map((money) => format.money(money)).join(' + ') || '—';
  return (
    <PrintOnly>
      <p>{officeName}</p>
      <h1>{t('statement.of', { name: customer.name })}</h1>
      <p>{[customer.taxNumber, t('statement.asOf', { day: format.day(date) })].filter(Boolean).join(' · ')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('column.dueDate')}</th>
            <th>{t('column.payment')}</th>
            <th className="amount">{t('column.amount')}</th>
            <th className="amount">{t('summary.outstanding')}</th>
            <th>{t('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={lineKey(line)}>
              <td>{format.day(line.dueDate)}</td>
              <td>
                {[line.payment.title, `${line.number}/${line.of}`, line.institution?.name, line.payment.reference]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
              <td className="amount">{format.money(line.amount)}</td>
              <td className="amount">{format.money(line.outstanding)}</td>
              <td>{t(`state.${line.state}`)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td>{t('summary.total')}</td>
            <td className="amount">{sums(statement.total)}</td>
            <td className="amount">{sums(statement.outstanding)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p>{t('statement.unconfirmed')}</p>
    </PrintOnly>
  );
};
