import type {
  createInstitution,
  deleteInstitution,
  getInstitution,
  InstitutionValue,
  listInstitutions,
  updateInstitution,
} from '../../../contracts/institution';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type InstitutionsQuery = QueryInputOf<typeof listInstitutions>;
export type CreateInstitutionBody = BodyInputOf<typeof createInstitution>;
export type UpdateInstitutionBody = BodyInputOf<typeof updateInstitution>;

const changed = [
  { type: 'PaymentsInstitution', id: LIST } as const,
  'PaymentsPayment' as const,
  'PaymentsCalendar' as const,
];

const institutionsApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsInstitutions: build.query<AnswerOf<typeof listInstitutions>, InstitutionsQuery>({
      query: (params) => ({ url: `${API}/institutions`, method: 'GET', config: { params } }),
      providesTags: [{ type: 'PaymentsInstitution', id: LIST }],
    }),
    paymentsInstitution: build.query<InstitutionValue, string>({
      query: (documentId) => ({ url: `${API}/institutions/${documentId}`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getInstitution>) => answer.data,
      providesTags: [{ type: 'PaymentsInstitution', id: LIST }],
    }),
    paymentsCreateInstitution: build.mutation<InstitutionValue, CreateInstitutionBody>({
      query: (data) => ({ url: `${API}/institutions`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof createInstitution>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsUpdateInstitution: build.mutation<InstitutionValue, { documentId: string; body: UpdateInstitutionBody }>({
      query: ({ documentId, body }) => ({ url: `${API}/institutions/${documentId}`, method: 'PUT', data: body }),
      transformResponse: (answer: AnswerOf<typeof updateInstitution>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsDeleteInstitution: build.mutation<AnswerOf<typeof deleteInstitution>, string>({
      query: (documentId) => ({ url: `${API}/institutions/${documentId}`, method: 'DELETE' }),
      invalidatesTags: changed,
    }),
  }),
});

export const {
  usePaymentsInstitutionsQuery: useListInstitutionsQuery,
  usePaymentsInstitutionQuery: useGetInstitutionQuery,
  usePaymentsCreateInstitutionMutation: useCreateInstitutionMutation,
  usePaymentsUpdateInstitutionMutation: useUpdateInstitutionMutation,
  usePaymentsDeleteInstitutionMutation: useDeleteInstitutionMutation,
} = institutionsApi;
