import type {
  createContact,
  createCustomer,
  CustomerValue,
  listCustomers,
  updateContact,
  updateCustomer,
} from '../../../contracts/customer';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { api, LIST } from './api';

export type CustomersQuery = QueryInputOf<typeof listCustomers>;
export type CreateCustomerBody = BodyInputOf<typeof createCustomer>;
export type UpdateCustomerBody = BodyInputOf<typeof updateCustomer>;
export type CreateContactBody = BodyInputOf<typeof createContact>;
export type UpdateContactBody = BodyInputOf<typeof updateContact>;

const changed = [
  { type: 'PaymentsCustomer', id: LIST } as const,
  // a payment shows its customer's name
  'PaymentsPayment' as const,
  'PaymentsCalendar' as const,
];

const customersApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsCustomers: build.query<AnswerOf<typeof listCustomers>, CustomersQuery>({
      query: (params) => ({ url: `${API}/customers`, method: 'GET', config: { params } }),
      providesTags: [{ type: 'PaymentsCustomer', id: LIST }],
    }),
    paymentsCreateCustomer: build.mutation<CustomerValue, CreateCustomerBody>({
      query: (data) => ({ url: `${API}/customers`, method: 'POST', data }),
      transformResponse: (answer: AnswerOf<typeof createCustomer>) => answer.data,
      invalidatesTags: [{ type: 'PaymentsCustomer', id: LIST }],
    }),
    paymentsUpdateCustomer: build.mutation<CustomerValue, { documentId: string; body: UpdateCustomerBody }>({
      query: ({ documentId, body }) => ({ url: `${API}/customers/${documentId}`, method: 'PUT', data: body }),
      transformResponse: (answer: AnswerOf<typeof updateCustomer>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsCreateContact: build.mutation<AnswerOf<typeof createContact>, CreateContactBody>({
      query: (data) => ({ url: `${API}/contacts`, method: 'POST', data }),
      invalidatesTags: [{ type: 'PaymentsCustomer', id: LIST }],
    }),
    paymentsUpdateContact: build.mutation<
      AnswerOf<typeof updateContact>,
      { documentId: string; body: UpdateContactBody }
    >({
      query: ({ documentId, body }) => ({ url: `${API}/contacts/${documentId}`, method: 'PUT', data: body }),
      invalidatesTags: [{ type: 'PaymentsCustomer', id: LIST }],
    }),
  }),
});

export const {
  usePaymentsCustomersQuery: useListCustomersQuery,
  usePaymentsCreateCustomerMutation: useCreateCustomerMutation,
  usePaymentsUpdateCustomerMutation: useUpdateCustomerMutation,
  usePaymentsCreateContactMutation: useCreateContactMutation,
  usePaymentsUpdateContactMutation: useUpdateContactMutation,
} = customersApi;
