import type {
  forecastNotices,
  getNotice,
  listNotices,
  NoticeAction,
  NoticeDetail,
  NoticeItem,
} from '../../../contracts/notice';
import type { getHealth, Health } from '../../../contracts/health';
import type { holdReminder, retryNotice, sendMessage } from '../../../contracts/notice-actions';
import type { getCustomer } from '../../../contracts/customer';
import type { listPaymentReminders, remindOfPayment } from '../../../contracts/payment-reminders';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type NoticesQuery = QueryInputOf<typeof listNotices>;
export type MessageBody = BodyInputOf<typeof sendMessage>;
export type RemindAnswer = AnswerOf<typeof remindOfPayment>['data'];
export type MessageAnswer = AnswerOf<typeof sendMessage>['data'];

/** Whatever is sent, held back or given up shows in every list of notices, and in what is to come. */
const changed = [{ type: 'PaymentsNotice' as const, id: LIST }];

const noticesApi = api.enhanceEndpoints({ addTagTypes: ['PaymentsNotice'] }).injectEndpoints({
  endpoints: (build) => ({
    paymentsNotices: build.query<AnswerOf<typeof listNotices>, NoticesQuery>({
      query: (params) => ({ url: `${API}/notices`, method: 'GET', config: { params } }),
      providesTags: changed,
    }),
    paymentsNotice: build.query<NoticeDetail, string>({
      query: (documentId) => ({ url: `${API}/notices/${documentId}`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getNotice>) => answer.data,
      providesTags: changed,
    }),
    paymentsHealth: build.query<Health, void>({
      query: () => ({ url: `${API}/notices/health`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getHealth>) => answer.data,
      providesTags: changed,
    }),
    paymentsForecast: build.query<AnswerOf<typeof forecastNotices>, number>({
      query: (days) => ({ url: `${API}/notices/forecast`, method: 'GET', config: { params: { days } } }),
      providesTags: changed,
    }),
    paymentsReminders: build.query<AnswerOf<typeof listPaymentReminders>, string>({
      query: (payment) => ({
        url: `${API}/payments/${payment}/reminders`,
        method: 'GET',
        config: { params: { state: 'skipped', pageSize: 10 } },
      }),
      providesTags: changed,
    }),
    paymentsContactsOf: build.query<AnswerOf<typeof getCustomer>['data']['contacts'], string>({
      query: (customer) => ({ url: `${API}/customers/${customer}`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getCustomer>) => answer.data.contacts,
      providesTags: [{ type: 'PaymentsCustomer', id: LIST }],
    }),
    paymentsActOnNotice: build.mutation<NoticeItem, { notice: string; action: NoticeAction }>({
      query: ({ notice, action }) => ({ url: `${API}/notices/${notice}/${action}`, method: 'POST' }),
      transformResponse: (answer: AnswerOf<typeof retryNotice>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsHoldReminder: build.mutation<AnswerOf<typeof holdReminder>, string>({
      query: (instalment) => ({ url: `${API}/instalments/${instalment}/hold`, method: 'POST' }),
      invalidatesTags: changed,
    }),
    paymentsRemind: build.mutation<RemindAnswer, { payment: string; instalments: string[] }>({
      query: ({ payment, instalments }) => ({
        url: `${API}/payments/${payment}/remind`,
        method: 'POST',
        data: { instalments },
      }),
      transformResponse: (answer: AnswerOf<typeof remindOfPayment>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsMessage: build.mutation<MessageAnswer, { payment: string; body: MessageBody }>({
      query: ({ payment, body }) => ({ url: `${API}/payments/${payment}/message`, method: 'POST', data: body }),
      transformResponse: (answer: AnswerOf<typeof sendMessage>) => answer.data,
      invalidatesTags: changed,
    }),
  }),
});

export const {
  usePaymentsNoticesQuery: useListNoticesQuery,
  usePaymentsNoticeQuery: useGetNoticeQuery,
  usePaymentsHealthQuery: useHealthQuery,
  usePaymentsForecastQuery: useForecastQuery,
  usePaymentsRemindersQuery: useSkippedRemindersQuery,
  usePaymentsContactsOfQuery: useContactsOfQuery,
  usePaymentsActOnNoticeMutation: useActOnNoticeMutation,
  usePaymentsHoldReminderMutation: useHoldReminderMutation,
  usePaymentsRemindMutation: useRemindMutation,
  usePaymentsMessageMutation: useMessageMutation,
} = noticesApi;
