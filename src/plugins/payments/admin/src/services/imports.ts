import type { ImportBatch, ImportReport } from '../../../contracts/import-values';
import type { createImport, getImport, listImports, undoImport } from '../../../contracts/imports';
import type { AnswerOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type ImportsQuery = QueryInputOf<typeof listImports>;
type Looked = { report: ImportReport; batch: ImportBatch | null };

/** What an import that has ended changed: every list may show something of it. */
const afterImport = [
  { type: 'PaymentsImport', id: LIST } as const,
  'PaymentsPayment' as const,
  'PaymentsCustomer' as const,
  'PaymentsCalendar' as const,
];

const importsApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsImports: build.query<AnswerOf<typeof listImports>, ImportsQuery>({
      query: (params) => ({ url: `${API}/imports`, method: 'GET', config: { params } }),
      providesTags: [{ type: 'PaymentsImport', id: LIST }],
    }),
    paymentsImport: build.query<AnswerOf<typeof getImport>['data'], string>({
      query: (documentId) => ({ url: `${API}/imports/${documentId}`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getImport>) => answer.data,
      providesTags: (_data, _error, documentId) => [{ type: 'PaymentsImport', id: documentId }],
      async onQueryStarted(_documentId, { dispatch, queryFulfilled }) {
        const { data } = await queryFulfilled;
        if (data.state !== 'running') dispatch(api.util.invalidateTags(afterImport));
      },
    }),
    paymentsCreateImport: build.mutation<Looked, FormData>({
      query: (data) => ({ url: `${API}/imports`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof createImport>) => answer.data,
    }),
    paymentsUndoImport: build.mutation<ImportBatch, string>({
      query: (documentId) => ({ url: `${API}/imports/${documentId}/undo`, method: 'POST' }),
      transformResponse: (answer: AnswerOf<typeof undoImport>) => answer.data,
      invalidatesTags: ['PaymentsImport', 'PaymentsPayment', 'PaymentsCustomer', 'PaymentsCalendar'],
    }),
  }),
});

export const {
  usePaymentsImportsQuery: useListImportsQuery,
  usePaymentsImportQuery: useGetImportQuery,
  usePaymentsCreateImportMutation: useCreateImportMutation,
  usePaymentsUndoImportMutation: useUndoImportMutation,
} = importsApi;
