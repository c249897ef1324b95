import type { createMany, findMany, ManyPreview, previewMany } from '../../../contracts/payment-many';
import type { AnswerOf, BodyInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type ManyOrderBody = BodyInputOf<typeof previewMany>;
export type CreateManyBody = BodyInputOf<typeof createMany>;
export type CreatedMany = AnswerOf<typeof createMany>['data'];
type FindManyBody = BodyInputOf<typeof findMany>;
export type FoundMany = AnswerOf<typeof findMany>['data'];

const manyApi = api.injectEndpoints({
  endpoints: (build) => ({
    // a question, though it is asked with a body
    paymentsFindMany: build.mutation<FoundMany, FindManyBody>({
      query: (data) => ({ url: `${API}/payments/many/customers`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof findMany>) => answer.data,
    }),
    paymentsPreviewMany: build.mutation<ManyPreview, ManyOrderBody>({
      query: (data) => ({ url: `${API}/payments/many/preview`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof previewMany>) => answer.data,
    }),
    paymentsCreateMany: build.mutation<CreatedMany, CreateManyBody>({
      query: (data) => ({ url: `${API}/payments/many`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof createMany>) => answer.data,
      invalidatesTags: [
        { type: 'PaymentsPayment', id: LIST },
        { type: 'PaymentsCalendar', id: LIST },
      ],
    }),
  }),
});

export const {
  usePaymentsFindManyMutation: useFindManyMutation,
  usePaymentsPreviewManyMutation: usePreviewManyMutation,
  usePaymentsCreateManyMutation: useCreateManyMutation,
} = manyApi;
