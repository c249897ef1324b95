import { Box, Flex, IconButton, Td, Tr, Typography } from '@strapi/design-system';
import { Minus, Pencil, Plus, Trash } from '@strapi/icons';
import { isoWeekday } from '../../intl/format';
import { useFormat } from '../../intl/useFormat';
import { useOffice } from '../../hooks/useOffice';
import { useT } from '../../intl/useT';
import { DayKindTag } from './DayKindTag';
import type { YearDay } from './yearDays';

interface ClosedDayRowProps {
  day: YearDay;
  /** All in one column, the actions beside it. */
  narrow: boolean;
  onOpen: (day: YearDay) => void;
  onDelete: (day: YearDay) => void;
}

const Actions = ({ day, onOpen, onDelete }: Omit<ClosedDayRowProps, 'narrow'>) => {
  const t = useT();
  const format = useFormat();
  const named = { name: day.name, day: format.day(day.date) };
  if (day.own) {
    return (
      <>
        <IconButton label={t('closedDays.change.of', named)} variant="ghost" onClick={() => onOpen(day)}>
          <Pencil />
        </IconButton>
        <IconButton label={t('closedDays.delete.of', named)} variant="ghost" onClick={() => onDelete(day)}>
          <Trash />
        </IconButton>
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

/** A day with its reason, where it is known from, and what the office can say of it. */
export const ClosedDayRow = ({ day, narrow, ...actions }: ClosedDayRowProps) => {
  const t = useT();
  const format = useFormat();
  const { weekend } = useOffice();
  const notes = [
    day.movedFrom && t('closedDays.movedFrom', { day: format.weekDay(day.movedFrom) }),
    day.reference,
    weekend.includes(isoWeekday(day.date)) && day.kind !== 'removed' && t('closedDays.onWeekend'),
  ].filter(Boolean);
  return (
    <Tr>
      {!narrow && (
        <Td>
          <Typography style={{ whiteSpace: 'nowrap' }}>{format.weekDay(day.date)}</Typography>
        </Td>
      )}
      <Td>
        <Box
          maxWidth="56rem"
          paddingTop={narrow ? 3 : 0}
          paddingBottom={narrow ? 3 : 0}
          style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
        >
          {narrow && <Typography tag="p">{format.weekDay(day.date)}</Typography>}
          <Typography
            fontWeight="semiBold"
            style={day.kind === 'removed' ? { textDecoration: 'line-through' } : undefined}
          >
            {day.name}
          </Typography>
          {notes.map((note) => (
            <Typography key={String(note)} tag="p" variant="pi" textColor="neutral600">
              {note}
            </Typography>
          ))}
          {narrow && (
            <Box paddingTop={1}>
              <DayKindTag kind={day.kind} />
            </Box>
          )}
        </Box>
      </Td>
      {!narrow && (
        <Td>
          <DayKindTag kind={day.kind} />
        </Td>
      )}
      <Td>
        <Flex gap={1} justifyContent="flex-end">
          <Actions day={day} {...actions} />
        </Flex>
      </Td>
    </Tr>
  );
};
