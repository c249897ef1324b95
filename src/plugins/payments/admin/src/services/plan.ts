import type { PlanPreview, previewPlan } from '../../../contracts/plan';
import type { AnswerOf, BodyInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api } from './api';

export type PreviewBody = BodyInputOf<typeof previewPlan>;

const planApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** A query, not a mutation: its argument is its key, so the last one typed is the one shown. */
    paymentsPreviewPlan: build.query<PlanPreview, PreviewBody>({
      query: (data) => ({ url: `${API}/plan/preview`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof previewPlan>) => answer.data,
      keepUnusedDataFor: 30,
      // other closed days make other dates
      providesTags: ['PaymentsClosedDay'],
    }),
  }),
});

export const { usePaymentsPreviewPlanQuery: usePreviewPlanQuery } = planApi;
