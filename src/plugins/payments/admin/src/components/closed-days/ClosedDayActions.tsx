import { IconButton } from '@strapi/design-system';
import { Minus, Plus } from '@strapi/icons';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { DeleteButton, EditButton } from '../listing/RowButtons';
import type { YearDay } from './yearDays';

interface ClosedDayActionsProps {
  day: YearDay;
  onOpen: (day: YearDay) => void;
  onDelete: (day: YearDay) => void;
}

/** What the office can say of a day: change or delete its own, remove a holiday, enter the decree of an expected one. */
export const ClosedDayActions = ({ day, onOpen, onDelete }: ClosedDayActionsProps) => {
  const t = useT();
  const format = useFormat();
  const named = { name: day.name, day: format.day(day.date) };
  if (day.own) {
    return (
      <>
        <EditButton label={t('closedDays.change.of', named)} onClick={() => onOpen(day)} />
        <DeleteButton label={t('closedDays.delete.of', named)} onClick={() => onDelete(day)} />
      </>
    );
  }
  const expected = day.kind === 'expected';
  return (
    <IconButton
      label={t(expected ? 'closedDays.decree.of' : 'closedDays.remove.of', named)}
      variant="ghost"
      onClick={() => onOpen(day)}
    >
      {expected ? <Plus /> : <Minus />}
    </IconButton>
  );
};
