import { Table, Tbody, Th, Thead, Tr } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import { ClosedDayRow } from './ClosedDayRow';
import type { YearDay } from './yearDays';

interface ClosedDaysTableProps {
  days: readonly YearDay[];
  onOpen: (day: YearDay) => void;
  onDelete: (day: YearDay) => void;
}

/** The days of a year on which something moves, or is expected to. */
export const ClosedDaysTable = ({ days, onOpen, onDelete }: ClosedDaysTableProps) => {
  const t = useT();
  const narrow = useIsMobile();
  return (
    <Table colCount={narrow ? 2 : 4} rowCount={days.length + 1} aria-label={t('closedDays.title')}>
      <Thead>
        <Tr>
          {!narrow && <HeaderCell>{t('column.date')}</HeaderCell>}
          <HeaderCell>{t('column.day')}</HeaderCell>
          {!narrow && <HeaderCell>{t('column.source')}</HeaderCell>}
          <Th>{''}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {days.map((day) => (
          <ClosedDayRow key={day.date} day={day} narrow={narrow} onOpen={onOpen} onDelete={onDelete} />
        ))}
      </Tbody>
    </Table>
  );
};
