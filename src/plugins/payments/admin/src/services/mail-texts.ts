import type { listMailTexts, MailText, previewMailText, updateMailText } from '../../../contracts/mail-texts';
import type { sendTestMail } from '../../../contracts/notice-actions';
import type { AnswerOf, BodyInputOf } from '../../../contracts/route';
import type { updateSettings } from '../../../contracts/settings';
import { API } from '../constants';
import { api } from './api';

export type MailTextBody = BodyInputOf<typeof updateMailText>;
export type MailPreview = AnswerOf<typeof previewMailText>['data'];
export type TestMailAnswer = AnswerOf<typeof sendTestMail>['data'];

const textsApi = api.enhanceEndpoints({ addTagTypes: ['PaymentsMailText'] }).injectEndpoints({
  endpoints: (build) => ({
    paymentsMailTexts: build.query<MailText[], void>({
      query: () => ({ url: `${API}/settings/texts`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof listMailTexts>) => answer.data,
      providesTags: ['PaymentsMailText'],
    }),
    paymentsUpdateMailText: build.mutation<MailText, MailTextBody>({
      query: (data) => ({ url: `${API}/settings/texts`, method: 'PUT', data }),
      transformResponse: (answer: AnswerOf<typeof updateMailText>) => answer.data,
      invalidatesTags: ['PaymentsMailText'],
    }),
    paymentsPreviewMailText: build.query<MailPreview, MailTextBody>({
      query: (data) => ({ url: `${API}/settings/texts/preview`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof previewMailText>) => answer.data,
    }),
    paymentsSendTestMail: build.mutation<TestMailAnswer, BodyInputOf<typeof sendTestMail>>({
      query: (data) => ({ url: `${API}/notices/test`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof sendTestMail>) => answer.data,
    }),
    paymentsSaveDigest: build.mutation<
      AnswerOf<typeof updateSettings>,
      Pick<BodyInputOf<typeof updateSettings>, 'staffDigest' | 'staffDigestTime'>
    >({
      query: (data) => ({ url: `${API}/settings`, method: 'PUT', data }),
      invalidatesTags: ['PaymentsSettings'],
    }),
  }),
});

export const {
  usePaymentsMailTextsQuery: useMailTextsQuery,
  usePaymentsUpdateMailTextMutation: useUpdateMailTextMutation,
  usePaymentsPreviewMailTextQuery: usePreviewMailTextQuery,
  usePaymentsSendTestMailMutation: useSendTestMailMutation,
  usePaymentsSaveDigestMutation: useSaveDigestMutation,
} = textsApi;
