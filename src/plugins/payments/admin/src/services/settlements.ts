import type { applySettlements, previewSettlements } from '../../../contracts/settlements';
import type { AnswerOf, BodyInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api } from './api';

export type Settled = AnswerOf<typeof applySettlements>;
export type SettlementPreview = AnswerOf<typeof previewSettlements>;
export type SettlementsBody = BodyInputOf<typeof applySettlements>;

const settlementsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** A mutation, so that what is shown is always asked anew. */
    paymentsPreviewSettlements: build.mutation<SettlementPreview, string>({
      query: (text) => ({ url: `${API}/payments/settlements/preview`, method: 'POST', data: { text } }),
    }),
    paymentsApplySettlements: build.mutation<Settled, SettlementsBody>({
      query: (data) => ({ url: `${API}/payments/settlements`, method: 'POST', data }),
      invalidatesTags: ['PaymentsPayment', 'PaymentsCalendar'],
    }),
  }),
});

export const {
  usePaymentsPreviewSettlementsMutation: usePreviewSettlementsMutation,
  usePaymentsApplySettlementsMutation: useApplySettlementsMutation,
} = settlementsApi;
