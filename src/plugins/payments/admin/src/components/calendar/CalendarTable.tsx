import { Table, Tbody, Thead, Tr } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { CalendarInstalment } from '../../../../contracts/calendar';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import { CalendarRow } from './CalendarRow';

const COLUMNS = ['dueDate', 'payment', 'customer', 'institution', 'amount', 'state', 'code'] as const;
const NARROW_COLUMNS = ['payment', 'amount'] as const;

/** The same instalments as a table, for reading, printing and copying. */
export const CalendarTable = ({ instalments }: { instalments: readonly CalendarInstalment[] }) => {
  const t = useT();
  const narrow = useIsMobile();
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  return (
    <Table colCount={columns.length} rowCount={instalments.length + 1} aria-label={t('calendar.title')}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <HeaderCell key={column} align={column === 'amount' ? 'right' : undefined}>
              {t(`column.${column}`)}
            </HeaderCell>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {instalments.map((instalment) => (
          <CalendarRow key={instalment.documentId} instalment={instalment} narrow={narrow} />
        ))}
      </Tbody>
    </Table>
  );
};
