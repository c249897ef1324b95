import { addDays, addMonths, isDay, lastDayOfMonth } from '../../../../domain/day';
import type { Day } from '../../../../domain/day';
import { useOffice } from '../../hooks/useOffice';
import { useUrlQuery } from '../../hooks/useUrlQuery';

export const VIEWS = ['month', 'agenda', 'table'] as const;
export type View = (typeof VIEWS)[number];

export const CALENDAR_STATES = ['all', 'open', 'overdue', 'paid', 'cancelled'] as const;
export type CalendarState = (typeof CALENDAR_STATES)[number];

type Key = 'view' | 'date' | 'day' | 'state' | 'q' | 'customer' | 'institution' | 'pageSize';

const isOneOf = <T extends string>(values: readonly T[], value: string | undefined): value is T =>
  values.some((candidate) => candidate === value);

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;

/** The calendar's place, view and filters, all of them in the address: the switch of the view keeps the others. */
export const useCalendarUrl = () => {
  const { today } = useOffice();
  const [url, change] = useUrlQuery<Key>();
  const view: View = isOneOf(VIEWS, url.view) ? url.view : 'month';
  const date = firstOfMonth(isDay(url.date) ? url.date : (today as Day));
  /** One day of the month, when "+12" of it was opened. */
  const day = isDay(url.day) ? url.day : null;
  const state: CalendarState = isOneOf(CALENDAR_STATES, url.state) ? url.state : 'all';
  const filters = {
    state,
    q: url.q || undefined,
    customer: url.customer,
    institution: url.institution,
  };

  return {
    view,
    date,
    day,
    state,
    filters,
    window: day ? { from: day, to: day } : { from: date, to: lastDayOfMonth(date) },
    page: url.page ?? '1',
    pageSize: url.pageSize ?? '50',
    change,
    showView: (next: View) => change({ view: next === 'month' ? '' : next, day: '' }),
    showDay: (next: Day) => change({ view: 'table', date: firstOfMonth(next), day: next }),
    showToday: () => change({ date: '', day: '' }),
    /** One month, or in the table of one day one day, on or back. */
    move: (step: 1 | -1) =>
      day
        ? change({ day: addDays(day, step), date: firstOfMonth(addDays(day, step)) })
        : change({ date: addMonths(date, step) }),
  };
};

export type CalendarUrl = ReturnType<typeof useCalendarUrl>;
