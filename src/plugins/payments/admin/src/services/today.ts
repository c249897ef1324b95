import type { actInBulk } from '../../../contracts/bulk';
import type { acceptReceipt, listReceipts, rejectReceipt, StaffReceipt } from '../../../contracts/receipt-review';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import type { getToday, noteCall, TodayPage } from '../../../contracts/today';
import { API } from '../constants';
import { api, LIST } from './api';

export type ReceiptsQuery = QueryInputOf<typeof listReceipts>;
export type AcceptBody = BodyInputOf<typeof acceptReceipt>;
export type BulkBody = BodyInputOf<typeof actInBulk>;
export type BulkOutcome = AnswerOf<typeof actInBulk>['data'];

const TODAY = { type: 'PaymentsPayment', id: 'TODAY' } as const;
const RECEIPTS = { type: 'PaymentsPayment', id: 'RECEIPTS' } as const;
const payments = { type: 'PaymentsPayment', id: LIST } as const;
const calendar = { type: 'PaymentsCalendar', id: LIST } as const;

/** A review changes the payment itself: the open page asks for it again. */
const reviewed = {
  transformResponse: (answer: AnswerOf<typeof acceptReceipt>): StaffReceipt => answer.data,
  invalidatesTags: (receipt: StaffReceipt | undefined) => [
    TODAY,
    RECEIPTS,
    payments,
    calendar,
    ...(receipt ? [{ type: 'PaymentsPayment' as const, id: receipt.payment.documentId }] : []),
  ],
};

const todayApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsToday: build.query<TodayPage, void>({
      query: () => ({ url: `${API}/today`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getToday>) => answer.data,
      // every edit of a payment invalidates the lists
      providesTags: [TODAY, payments],
    }),
    paymentsNoteCall: build.mutation<AnswerOf<typeof noteCall>, { instalment: string; note: string | null }>({
      query: ({ instalment, note }) => ({
        url: `${API}/instalments/${instalment}/call`,
        method: 'POST',
        data: { note },
      }),
      invalidatesTags: [TODAY],
    }),
    paymentsReceipts: build.query<AnswerOf<typeof listReceipts>, ReceiptsQuery>({
      query: (params) => ({ url: `${API}/receipts`, method: 'GET', config: { params } }),
      providesTags: [RECEIPTS],
    }),
    paymentsAcceptReceipt: build.mutation<StaffReceipt, { receipt: string; body: AcceptBody }>({
      query: ({ receipt, body }) => ({ url: `${API}/receipts/${receipt}/accept`, method: 'POST', data: body }),
      ...reviewed,
    }),
    paymentsRejectReceipt: build.mutation<StaffReceipt, { receipt: string; body: BodyInputOf<typeof rejectReceipt> }>({
      query: ({ receipt, body }) => ({ url: `${API}/receipts/${receipt}/reject`, method: 'POST', data: body }),
      ...reviewed,
    }),
    paymentsBulk: build.mutation<BulkOutcome, BulkBody>({
      query: (data) => ({ url: `${API}/bulk`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof actInBulk>) => answer.data,
      invalidatesTags: [TODAY, 'PaymentsPayment', calendar],
    }),
    paymentsFailedNotice: build.mutation<unknown, { notice: string; action: 'retry' | 'discard' }>({
      query: ({ notice, action }) => ({ url: `${API}/notices/${notice}/${action}`, method: 'POST' }),
      invalidatesTags: [TODAY],
    }),
  }),
});

export const {
  usePaymentsTodayQuery: useGetTodayQuery,
  usePaymentsNoteCallMutation: useNoteCallMutation,
  usePaymentsReceiptsQuery: useListReceiptsQuery,
  usePaymentsAcceptReceiptMutation: useAcceptReceiptMutation,
  usePaymentsRejectReceiptMutation: useRejectReceiptMutation,
  usePaymentsBulkMutation: useBulkMutation,
  usePaymentsFailedNoticeMutation: useFailedNoticeMutation,
} = todayApi;
