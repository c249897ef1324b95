import type {
  createExtension,
  getExtension,
  listExtensions,
  previewExtension,
  undoExtension,
} from '../../../contracts/extensions';
import type { AnswerOf, BodyInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api } from './api';

export type ExtensionRule = BodyInputOf<typeof previewExtension>;
export type ExtensionPreview = AnswerOf<typeof previewExtension>;
export type Extended = AnswerOf<typeof createExtension>;

const url = `${API}/extensions`;
/** Due dates of many payments are others now. */
const moved = ['PaymentsExtension' as const, 'PaymentsPayment' as const, 'PaymentsCalendar' as const];

const extensionsApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsExtensions: build.query<AnswerOf<typeof listExtensions>, { page: string; pageSize: string }>({
      query: (params) => ({ url, method: 'GET', config: { params } }),
      providesTags: ['PaymentsExtension'],
    }),
    paymentsExtension: build.query<AnswerOf<typeof getExtension>, string>({
      query: (documentId) => ({ url: `${url}/${documentId}`, method: 'GET' }),
      providesTags: ['PaymentsExtension'],
    }),
    /** A mutation, so that what is shown is always asked anew. */
    paymentsPreviewExtension: build.mutation<ExtensionPreview, ExtensionRule>({
      query: (data) => ({ url: `${url}/preview`, method: 'POST', data }),
    }),
    paymentsCreateExtension: build.mutation<Extended, BodyInputOf<typeof createExtension>>({
      query: (data) => ({ url, method: 'POST', data }),
      invalidatesTags: moved,
    }),
    paymentsUndoExtension: build.mutation<
      AnswerOf<typeof undoExtension>,
      { documentId: string; body: BodyInputOf<typeof undoExtension> }
    >({
      query: ({ documentId, body }) => ({ url: `${url}/${documentId}/undo`, method: 'POST', data: body }),
      invalidatesTags: moved,
    }),
  }),
});

export const {
  usePaymentsExtensionsQuery: useListExtensionsQuery,
  usePaymentsExtensionQuery: useGetExtensionQuery,
  usePaymentsPreviewExtensionMutation: usePreviewExtensionMutation,
  usePaymentsCreateExtensionMutation: useCreateExtensionMutation,
  usePaymentsUndoExtensionMutation: useUndoExtensionMutation,
} = extensionsApi;
