import { Typography } from '@strapi/design-system';
import { useOffice } from '../../hooks/useOffice';
import { isoWeekday } from '../../intl/format';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import type { YearDay } from './yearDays';

/** A closed day's reason and what is to be known of it. */
export const ClosedDayName = ({ day }: { day: YearDay }) => {
  const t = useT();
  const format = useFormat();
  const { weekend } = useOffice();
  const notes = [
    day.movedFrom && t('closedDays.movedFrom', { day: format.weekDay(day.movedFrom) }),
    day.reference,
    weekend.includes(isoWeekday(day.date)) && day.kind !== 'removed' && t('closedDays.onWeekend'),
  ].filter(Boolean);
  return (
    <>
      <Typography fontWeight="semiBold" style={day.kind === 'removed' ? { textDecoration: 'line-through' } : undefined}>
        {day.name}
      </Typography>
      {notes.map((note) => (
        <Typography key={String(note)} tag="p" variant="pi" textColor="neutral600">
          {note}
        </Typography>
      ))}
    </>
  );
};
