import type {
  createContact,
  createCustomer,
  CustomerValue,
  getCustomer,
  listContacts,
  listCustomers,
  updateContact,
  updateCustomer,
} from '../../../contracts/customer';
import type {
  archiveCustomer,
  getStatement,
  inviteContact,
  reassignCustomer,
  Statement,
} from '../../../contracts/customer-actions';
import type { Erasure, eraseCustomer, previewErasure } from '../../../contracts/customer-data';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import type { listStaff } from '../../../contracts/staff';
import { API } from '../constants';
import { api, LIST } from './api';

export type CustomersQuery = QueryInputOf<typeof listCustomers>;
export type ContactsQuery = QueryInputOf<typeof listContacts>;
export type CreateCustomerBody = BodyInputOf<typeof createCustomer>;
export type UpdateCustomerBody = BodyInputOf<typeof updateCustomer>;
type ArchiveBody = BodyInputOf<typeof archiveCustomer>;
type ReassignBody = BodyInputOf<typeof reassignCustomer>;
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
    paymentsContacts: build.query<AnswerOf<typeof listContacts>, ContactsQuery>({
      query: (params) => ({ url: `${API}/contacts`, method: 'GET', config: { params } }),
      providesTags: [{ type: 'PaymentsCustomer', id: LIST }],
    }),
    paymentsCustomer: build.query<CustomerValue, string>({
      query: (documentId) => ({ url: `${API}/customers/${documentId}`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getCustomer>) => answer.data,
      providesTags: [{ type: 'PaymentsCustomer', id: LIST }],
    }),
    paymentsStaff: build.query<AnswerOf<typeof listStaff>['data'], void>({
      query: () => ({ url: `${API}/staff`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof listStaff>) => answer.data,
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
    paymentsArchiveCustomer: build.mutation<CustomerValue, { documentId: string; body: ArchiveBody }>({
      query: ({ documentId, body }) => ({ url: `${API}/customers/${documentId}/archive`, method: 'POST', data: body }),
      transformResponse: (answer: AnswerOf<typeof archiveCustomer>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsReassignCustomer: build.mutation<
      AnswerOf<typeof reassignCustomer>,
      { documentId: string; body: ReassignBody }
    >({
      query: ({ documentId, body }) => ({ url: `${API}/customers/${documentId}/reassign`, method: 'POST', data: body }),
      invalidatesTags: changed,
    }),
    paymentsErasure: build.query<Erasure, string>({
      query: (documentId) => ({ url: `${API}/customers/${documentId}/erase`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof previewErasure>) => answer.data,
    }),
    paymentsEraseCustomer: build.mutation<Erasure, { documentId: string; body: BodyInputOf<typeof eraseCustomer> }>({
      query: ({ documentId, body }) => ({ url: `${API}/customers/${documentId}/erase`, method: 'POST', data: body }),
      transformResponse: (answer: AnswerOf<typeof eraseCustomer>) => answer.data,
      invalidatesTags: changed,
    }),
    paymentsStatement: build.query<Statement, { documentId: string; state: 'open' | 'all' }>({
      query: ({ documentId, ...params }) => ({
        url: `${API}/customers/${documentId}/statement`,
        method: 'GET',
        config: { params },
      }),
      transformResponse: (answer: AnswerOf<typeof getStatement>) => answer.data,
      providesTags: [{ type: 'PaymentsPayment', id: LIST }],
    }),
    paymentsInviteContact: build.mutation<AnswerOf<typeof inviteContact>, string>({
      query: (documentId) => ({ url: `${API}/contacts/${documentId}/invite`, method: 'POST' }),
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
  usePaymentsCustomerQuery: useGetCustomerQuery,
  usePaymentsStaffQuery: useListStaffQuery,
  usePaymentsContactsQuery: useListContactsQuery,
  usePaymentsCustomersQuery: useListCustomersQuery,
  usePaymentsCreateCustomerMutation: useCreateCustomerMutation,
  usePaymentsUpdateCustomerMutation: useUpdateCustomerMutation,
  usePaymentsArchiveCustomerMutation: useArchiveCustomerMutation,
  usePaymentsReassignCustomerMutation: useReassignCustomerMutation,
  usePaymentsErasureQuery: useErasurePreviewQuery,
  usePaymentsEraseCustomerMutation: useEraseCustomerMutation,
  usePaymentsStatementQuery: useGetStatementQuery,
  usePaymentsInviteContactMutation: useInviteContactMutation,
  usePaymentsCreateContactMutation: useCreateContactMutation,
  usePaymentsUpdateContactMutation: useUpdateContactMutation,
} = customersApi;
