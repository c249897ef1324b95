import type {
  createOfficeClosure,
  deleteOfficeClosure,
  listOfficeClosures,
  updateOfficeClosure,
} from '../../../contracts/office-closures';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api } from './api';

export type ClosuresQuery = QueryInputOf<typeof listOfficeClosures>;
export type CreateClosureBody = BodyInputOf<typeof createOfficeClosure>;
export type UpdateClosureBody = BodyInputOf<typeof updateOfficeClosure>;

/** The calendar names the days on which the office is away. */
const changed = ['PaymentsClosure' as const, 'PaymentsCalendar' as const];

const closuresApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsClosures: build.query<AnswerOf<typeof listOfficeClosures>, ClosuresQuery>({
      query: (params) => ({ url: `${API}/office-closures`, method: 'GET', config: { params } }),
      providesTags: ['PaymentsClosure'],
    }),
    paymentsCreateClosure: build.mutation<AnswerOf<typeof createOfficeClosure>, CreateClosureBody>({
      query: (data) => ({ url: `${API}/office-closures`, method: 'POST', data }),
      invalidatesTags: changed,
    }),
    paymentsUpdateClosure: build.mutation<
      AnswerOf<typeof updateOfficeClosure>,
      { documentId: string; body: UpdateClosureBody }
    >({
      query: ({ documentId, body }) => ({ url: `${API}/office-closures/${documentId}`, method: 'PUT', data: body }),
      invalidatesTags: changed,
    }),
    paymentsDeleteClosure: build.mutation<AnswerOf<typeof deleteOfficeClosure>, string>({
      query: (documentId) => ({ url: `${API}/office-closures/${documentId}`, method: 'DELETE' }),
      invalidatesTags: changed,
    }),
  }),
});

export const {
  usePaymentsClosuresQuery: useListClosuresQuery,
  usePaymentsCreateClosureMutation: useCreateClosureMutation,
  usePaymentsUpdateClosureMutation: useUpdateClosureMutation,
  usePaymentsDeleteClosureMutation: useDeleteClosureMutation,
} = closuresApi;
