import { Typography } from '@strapi/design-system';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { RowsTable } from '../listing/RowsTable';
import { ClosedDayActions } from './ClosedDayActions';
import { ClosedDayName } from './ClosedDayName';
import { DayKindTag } from './DayKindTag';
import type { YearDay } from './yearDays';

interface ClosedDaysTableProps {
  days: readonly YearDay[];
  onOpen: (day: YearDay) => void;
  onDelete: (day: YearDay) => void;
}

/** The days of a year on which something moves, or is expected to. */
export const ClosedDaysTable = ({ days, onOpen, onDelete }: ClosedDaysTableProps) => {
  const t = useT();
  const format = useFormat();
  return (
    <RowsTable
      label={t('closedDays.title')}
      rows={days}
      keyOf={({ date }) => date}
      columns={[
        {
          name: 'date',
          label: t('column.date'),
          cell: ({ date }) => <Typography style={{ whiteSpace: 'nowrap' }}>{format.weekDay(date)}</Typography>,
        },
        {
          name: 'day',
          label: t('column.day'),
          lead: true,
          maxWidth: '56rem',
          cell: (day) => <ClosedDayName day={day} />,
        },
        { name: 'source', label: t('column.source'), cell: ({ kind }) => <DayKindTag kind={kind} /> },
      ]}
      actions={(day) => <ClosedDayActions day={day} onOpen={onOpen} onDelete={onDelete} />}
    />
  );
};
