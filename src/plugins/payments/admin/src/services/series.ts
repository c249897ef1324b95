import type {
  createSeries,
  deleteSeries,
  getSeries,
  listSeries,
  SeriesValue,
  updateSeries,
} from '../../../contracts/series';
import type { fillSeriesGrid, getSeriesGrid } from '../../../contracts/series-grid';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type CreateSeriesBody = BodyInputOf<typeof createSeries>;
export type UpdateSeriesBody = BodyInputOf<typeof updateSeries>;
export type FillGridBody = BodyInputOf<typeof fillSeriesGrid>;
export type SeriesGrid = AnswerOf<typeof getSeriesGrid>['data'];
export type FilledGrid = AnswerOf<typeof fillSeriesGrid>['data'];
type SeriesListQuery = QueryInputOf<typeof listSeries>;
type GridQuery = QueryInputOf<typeof getSeriesGrid>;

/** A series makes payments: lists, calendar and Today are asked for again. */
const changed = [
  'PaymentsSeries' as const,
  { type: 'PaymentsPayment' as const, id: LIST },
  { type: 'PaymentsCalendar' as const, id: LIST },
];

const seriesApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsSeriesList: build.query<AnswerOf<typeof listSeries>, SeriesListQuery>({
      query: (params) => ({ url: `${API}/series`, method: 'GET', config: { params } }),
      providesTags: ['PaymentsSeries'],
    }),
    paymentsSeriesOne: build.query<SeriesValue, string>({
      query: (documentId) => ({ url: `${API}/series/${documentId}`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getSeries>) => answer.data,
      providesTags: ['PaymentsSeries'],
    }),
    paymentsCreateSeries: build.mutation<SeriesValue, CreateSeriesBody>({
      query: (data) => ({ url: `${API}/series`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof createSeries>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsUpdateSeries: build.mutation<SeriesValue, { documentId: string; body: UpdateSeriesBody }>({
      query: ({ documentId, body }) => ({ url: `${API}/series/${documentId}`, method: 'PUT', data: body }),
      transformResponse: (answer: AnswerOf<typeof updateSeries>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsDeleteSeries: build.mutation<AnswerOf<typeof deleteSeries>, { documentId: string; revision: number }>({
      query: ({ documentId, revision }) => ({
        url: `${API}/series/${documentId}`,
        method: 'DELETE',
        config: { params: { revision } },
      }),
      invalidatesTags: changed,
    }),
    paymentsSeriesGrid: build.query<SeriesGrid, GridQuery>({
      query: (params) => ({ url: `${API}/series/grid`, method: 'GET', config: { params } }),
      transformResponse: (answer: AnswerOf<typeof getSeriesGrid>) => answer.data,
      providesTags: ['PaymentsSeries'],
    }),
    paymentsFillSeriesGrid: build.mutation<FilledGrid, FillGridBody>({
      query: (data) => ({ url: `${API}/series/grid`, method: 'PUT', data }),
      transformResponse: (answer: AnswerOf<typeof fillSeriesGrid>) => answer.data,
      invalidatesTags: changed,
    }),
  }),
});

export const {
  usePaymentsSeriesListQuery: useListSeriesQuery,
  usePaymentsSeriesOneQuery: useGetSeriesQuery,
  usePaymentsCreateSeriesMutation: useCreateSeriesMutation,
  usePaymentsUpdateSeriesMutation: useUpdateSeriesMutation,
  usePaymentsDeleteSeriesMutation: useDeleteSeriesMutation,
  usePaymentsSeriesGridQuery: useGetSeriesGridQuery,
  usePaymentsFillSeriesGridMutation: useFillSeriesGridMutation,
} = seriesApi;
