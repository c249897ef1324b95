import type {
  applyClosedDayEffects,
  createClosedDay,
  deleteClosedDay,
  listClosedDayEffects,
  listClosedDays,
  listPublicHolidays,
  OfficeClosedDay,
  updateClosedDay,
} from '../../../contracts/closed-days';
import type { AnswerOf, BodyInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api } from './api';

export type CreateClosedDayBody = BodyInputOf<typeof createClosedDay>;
export type UpdateClosedDayBody = BodyInputOf<typeof updateClosedDay>;
export type ApplyEffectsBody = BodyInputOf<typeof applyClosedDayEffects>;
export type Effects = AnswerOf<typeof listClosedDayEffects>;

type List = AnswerOf<typeof listClosedDays>;

/** Due dates stay until the effects are confirmed; the shading of the calendar and the preview of a plan follow at once. */
const changed = ['PaymentsClosedDay' as const, 'PaymentsCalendar' as const];

const closedDaysApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsPublicHolidays: build.query<AnswerOf<typeof listPublicHolidays>, number>({
      query: (year) => ({ url: `${API}/closed-days/holidays`, method: 'GET', config: { params: { year } } }),
      providesTags: ['PaymentsClosedDay'],
    }),
    /** All of the office's own days of a year: a year has no more than four pages of them. */
    paymentsClosedDays: build.query<OfficeClosedDay[], number>({
      async queryFn(year, _api, _extra, fetch) {
        const days: OfficeClosedDay[] = [];
        for (let page = 1, pages = 1; page <= pages; page += 1) {
          const params = { from: `${year}-01-01`, to: `${year}-12-31`, page: String(page), pageSize: '100' };
          const answer = await fetch({ url: `${API}/closed-days`, method: 'GET', config: { params } });
          if (answer.error) return { error: answer.error };
          const { data, meta } = answer.data as List;
          days.push(...data);
          pages = meta.pagination.pageCount;
        }
        return { data: days };
      },
      providesTags: ['PaymentsClosedDay'],
    }),
    paymentsCreateClosedDay: build.mutation<AnswerOf<typeof createClosedDay>, CreateClosedDayBody>({
      query: (data) => ({ url: `${API}/closed-days`, method: 'POST', data }),
      invalidatesTags: changed,
    }),
    paymentsUpdateClosedDay: build.mutation<
      AnswerOf<typeof updateClosedDay>,
      { documentId: string; body: UpdateClosedDayBody }
    >({
      query: ({ documentId, body }) => ({ url: `${API}/closed-days/${documentId}`, method: 'PUT', data: body }),
      invalidatesTags: changed,
    }),
    paymentsDeleteClosedDay: build.mutation<AnswerOf<typeof deleteClosedDay>, string>({
      query: (documentId) => ({ url: `${API}/closed-days/${documentId}`, method: 'DELETE' }),
      invalidatesTags: changed,
    }),
    paymentsClosedDayEffects: build.query<Effects, void>({
      query: () => ({ url: `${API}/closed-days/effects`, method: 'GET' }),
      providesTags: ['PaymentsClosedDay'],
    }),
    /**
     * How many there are after a change. A mutation, so that it is always asked anew: a lazy query would answer what the cache held
     * before the change while the list's own refetch is on its way.
     */
    paymentsCountEffects: build.mutation<number, void>({
      query: () => ({ url: `${API}/closed-days/effects`, method: 'GET' }),
      transformResponse: (answer: Effects) => answer.meta.total,
    }),
    paymentsApplyEffects: build.mutation<AnswerOf<typeof applyClosedDayEffects>, ApplyEffectsBody>({
      query: (data) => ({ url: `${API}/closed-days/apply`, method: 'POST', data }),
      invalidatesTags: ['PaymentsClosedDay', 'PaymentsCalendar', 'PaymentsPayment'],
    }),
  }),
});

export const {
  usePaymentsPublicHolidaysQuery: usePublicHolidaysQuery,
  usePaymentsClosedDaysQuery: useListClosedDaysQuery,
  usePaymentsCreateClosedDayMutation: useCreateClosedDayMutation,
  usePaymentsUpdateClosedDayMutation: useUpdateClosedDayMutation,
  usePaymentsDeleteClosedDayMutation: useDeleteClosedDayMutation,
  usePaymentsClosedDayEffectsQuery: useListEffectsQuery,
  usePaymentsCountEffectsMutation: useCountEffectsMutation,
  usePaymentsApplyEffectsMutation: useApplyEffectsMutation,
} = closedDaysApi;
