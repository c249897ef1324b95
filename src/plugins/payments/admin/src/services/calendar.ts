import type { groupCalendar, listCalendar } from '../../../contracts/calendar';
import type { AnswerOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type CalendarListQuery = QueryInputOf<typeof listCalendar>;
export type CalendarMonthQuery = Omit<QueryInputOf<typeof groupCalendar>, 'groupBy'>;

const calendarApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsCalendarList: build.query<AnswerOf<typeof listCalendar>, CalendarListQuery>({
      query: (params) => ({ url: `${API}/calendar`, method: 'GET', config: { params } }),
      providesTags: [{ type: 'PaymentsCalendar', id: LIST }],
    }),
    paymentsCalendarMonth: build.query<AnswerOf<typeof groupCalendar>, CalendarMonthQuery>({
      query: (params) => ({ url: `${API}/calendar`, method: 'GET', config: { params: { ...params, groupBy: 'day' } } }),
      providesTags: [{ type: 'PaymentsCalendar', id: LIST }],
    }),
  }),
});

export const {
  usePaymentsCalendarListQuery: useListCalendarQuery,
  usePaymentsCalendarMonthQuery: useGroupCalendarQuery,
} = calendarApi;
