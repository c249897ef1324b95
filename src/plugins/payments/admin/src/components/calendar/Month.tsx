import { useMemo } from 'react';
import FullCalendar from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import elLocale from '@fullcalendar/react/locales/el';
import enGbLocale from '@fullcalendar/react/locales/en-gb';
import classicThemePlugin from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { useIntl } from 'react-intl';
import type { CalendarInstalment, closedDay } from '../../../../contracts/calendar';
import type { z } from 'zod';
import { useOffice } from '../../hooks/useOffice';
import { ChipButton } from './ChipButton';
import type { Chip } from './chips';
import { DayTop } from './DayTop';
import { MonthFrame } from './MonthFrame';

type ClosedDay = z.output<typeof closedDay>;

interface MonthProps {
  /** First of the month. */
  date: string;
  chips: readonly Chip[];
  closedDays: readonly ClosedDay[];
  narrow: boolean;
  onOpen: (instalment: CalendarInstalment) => void;
  onOpenDay: (day: string) => void;
}

const PLUGINS = [dayGridPlugin, classicThemePlugin];
const LOCALES = [enGbLocale, elLocale];

/** FullCalendar's dates are midnights in UTC here, so the day is the first part of the instant. */
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const isoWeekday = (date: Date): number => date.getUTCDay() || 7;

/** The month itself. The page has its own toolbar and says which month; this only draws it. */
export default function Month({ date, chips, closedDays, narrow, onOpen, onOpenDay }: MonthProps) {
  const { locale } = useIntl();
  const { weekend, today } = useOffice();
  const closed = useMemo(() => new Map(closedDays.map((day) => [day.date as string, day])), [closedDays]);
  const events = useMemo(
    () => chips.map((chip, index) => ({ id: chip.key, start: chip.date, allDay: true, title: '', order: index, chip })),
    [chips],
  );

  return (
    <MonthFrame>
      <FullCalendar
        key={date}
        plugins={PLUGINS}
        locales={LOCALES}
        locale={locale.startsWith('el') ? 'el' : 'en-gb'}
        timeZone="UTC"
        now={today}
        initialView="dayGridMonth"
        initialDate={date}
        headerToolbar={false}
        height="auto"
        fixedWeekCount={false}
        showNonCurrentDates={false}
        eventOrder="order"
        eventOrderStrict
        eventInteractive={false}
        events={events}
        dayCellClass={({ date: cell }) => {
          const holiday = closed.get(dayOf(cell));
          const moves = holiday && (holiday.kind === 'holiday' || holiday.kind === 'decree');
          return moves || weekend.includes(isoWeekday(cell)) ? 'payments-closed' : '';
        }}
        dayCellTopClass="payments-day-top"
        dayCellTopInnerClass="payments-day-top"
        dayCellTopContent={({ date: cell, dayNumberText, isToday }) => (
          <DayTop number={dayNumberText} closed={closed.get(dayOf(cell))} today={isToday} narrow={narrow} />
        )}
        eventContent={({ event }) => (
          <ChipButton chip={event.extendedProps.chip as Chip} narrow={narrow} onOpen={onOpen} onOpenDay={onOpenDay} />
        )}
      />
    </MonthFrame>
  );
}
