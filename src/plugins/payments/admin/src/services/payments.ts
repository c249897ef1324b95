import type { StaffPayment } from '../../../contracts/payment';
import type { getPayment, listPayments } from '../../../contracts/payment-routes';
import type { PaymentTotals, totalPayments } from '../../../contracts/payment-totals';
import type { AnswerOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type TotalsQuery = QueryInputOf<typeof totalPayments>;
type PaymentsQuery = QueryInputOf<typeof listPayments>;

export const paymentsApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsList: build.query<AnswerOf<typeof listPayments>, PaymentsQuery>({
      query: (params) => ({ url: `${API}/payments`, method: 'GET', config: { params } }),
      providesTags: [{ type: 'PaymentsPayment', id: LIST }],
    }),
    paymentsTotals: build.query<PaymentTotals, TotalsQuery>({
      query: (params) => ({ url: `${API}/payments/totals`, method: 'GET', config: { params } }),
      transformResponse: (answer: AnswerOf<typeof totalPayments>) => answer.data,
      providesTags: [{ type: 'PaymentsPayment', id: LIST }],
    }),
    paymentsOne: build.query<StaffPayment, string>({
      query: (documentId) => ({ url: `${API}/payments/${documentId}`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getPayment>) => answer.data,
      providesTags: (_data, _error, documentId) => [{ type: 'PaymentsPayment', id: documentId }],
    }),
  }),
});

export const {
  usePaymentsListQuery: useListPaymentsQuery,
  usePaymentsTotalsQuery: useTotalPaymentsQuery,
  usePaymentsOneQuery: useGetPaymentQuery,
} = paymentsApi;
