import type { removeAttachment } from '../../../contracts/attachment-routes';
import type {
  addInstalment,
  deleteInstalment,
  replanPayment,
  settleInstalment,
  unsettleInstalment,
  updateInstalment,
} from '../../../contracts/instalment-routes';
import type { StaffPayment } from '../../../contracts/payment';
import type { losePayment } from '../../../contracts/arrangement-routes';
import type { createPayment, deletePayment, getPayment, updatePayment } from '../../../contracts/payment-routes';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../../contracts/route';
import { API } from '../constants';
import { LIST } from './api';
import { paymentsApi } from './payments';

export type CreatePaymentBody = BodyInputOf<typeof createPayment>;
type LoseBody = BodyInputOf<typeof losePayment>;
export type UpdatePaymentBody = BodyInputOf<typeof updatePayment>;
export type UpdateInstalmentBody = BodyInputOf<typeof updateInstalment>;
export type AddInstalmentBody = BodyInputOf<typeof addInstalment>;
export type ReplanBody = BodyInputOf<typeof replanPayment>;
export type SettleBody = BodyInputOf<typeof settleInstalment>;
type PlainEdit = BodyInputOf<typeof unsettleInstalment>;

/** What can be done to a payment as a whole. */
export type PaymentAction = 'cancel' | 'reopen' | 'pause' | 'resume';

type PaymentEdit<Body> = { payment: string; body: Body };
type InstalmentEdit<Body> = { instalment: string; body: Body };

interface Started {
  dispatch: (action: ReturnType<typeof paymentsApi.util.upsertQueryData<'paymentsOne'>>) => unknown;
  queryFulfilled: Promise<{ data: StaffPayment }>;
}

/**
 * Every edit answers the payment as it is now: it goes on the open page without a second request, and the next edit
 * carries its revision. Lists and the calendar are asked for again.
 */
const edit = {
  transformResponse: (answer: AnswerOf<typeof getPayment>): StaffPayment => answer.data,
  async onQueryStarted(_argument: unknown, { dispatch, queryFulfilled }: Started) {
    // a refusal is shown by the form that sent the edit
    const answer = await queryFulfilled.catch(() => null);
    if (answer) dispatch(paymentsApi.util.upsertQueryData('paymentsOne', answer.data.documentId, answer.data));
  },
  invalidatesTags: [
    { type: 'PaymentsPayment' as const, id: LIST },
    { type: 'PaymentsCalendar' as const, id: LIST },
  ],
};

/** A payment to register, with the files that come with it. */
interface NewPayment {
  body: CreatePaymentBody;
  files: readonly File[];
}

/** One request for all of it: where one of the files is refused nothing is registered. */
const creation = ({ body, files }: NewPayment): CreatePaymentBody | FormData => {
  if (files.length === 0) return body;
  const form = new FormData();
  form.set('payment', JSON.stringify(body));
  files.forEach((file, index) => form.set(`attachments.${index}`, file));
  return form;
};

const editsApi = paymentsApi.injectEndpoints({
  endpoints: (build) => ({
    paymentsCreate: build.mutation<StaffPayment, NewPayment>({
      query: (payment) => ({ url: `${API}/payments`, method: 'POST', data: creation(payment) }),
      ...edit,
    }),
    /**
     * The payment as it is now, after an edit was refused. A mutation, so that it is always asked anew: a lazy query would join a request that was under
     * way before the refusal, and answer what was known then.
     */
    paymentsReadAgain: build.mutation<StaffPayment, string>({
      query: (documentId) => ({ url: `${API}/payments/${documentId}`, method: 'GET' }),
      transformResponse: edit.transformResponse,
      onQueryStarted: edit.onQueryStarted,
    }),
    paymentsUpdate: build.mutation<StaffPayment, PaymentEdit<UpdatePaymentBody>>({
      query: ({ payment, body }) => ({ url: `${API}/payments/${payment}`, method: 'PUT', data: body }),
      ...edit,
    }),
    paymentsDelete: build.mutation<
      AnswerOf<typeof deletePayment>,
      { payment: string; params: QueryInputOf<typeof deletePayment> }
    >({
      query: ({ payment, params }) => ({ url: `${API}/payments/${payment}`, method: 'DELETE', config: { params } }),
      invalidatesTags: edit.invalidatesTags,
    }),
    paymentsAct: build.mutation<StaffPayment, PaymentEdit<PlainEdit> & { action: PaymentAction }>({
      query: ({ payment, action, body }) => ({
        url: `${API}/payments/${payment}/${action}`,
        method: 'POST',
        data: body,
      }),
      ...edit,
    }),
    paymentsLose: build.mutation<StaffPayment, PaymentEdit<LoseBody>>({
      query: ({ payment, body }) => ({ url: `${API}/payments/${payment}/lose`, method: 'POST', data: body }),
      ...edit,
    }),
    paymentsAddAttachment: build.mutation<StaffPayment, PaymentEdit<FormData>>({
      query: ({ payment, body }) => ({ url: `${API}/payments/${payment}/attachments`, method: 'POST', data: body }),
      ...edit,
    }),
    paymentsRemoveAttachment: build.mutation<
      StaffPayment,
      { payment: string; id: string; params: QueryInputOf<typeof removeAttachment> }
    >({
      query: ({ payment, id, params }) => ({
        url: `${API}/payments/${payment}/attachments/${id}`,
        method: 'DELETE',
        config: { params },
      }),
      ...edit,
    }),
    paymentsReplan: build.mutation<StaffPayment, PaymentEdit<ReplanBody>>({
      query: ({ payment, body }) => ({ url: `${API}/payments/${payment}/replan`, method: 'POST', data: body }),
      ...edit,
    }),
    paymentsAddInstalment: build.mutation<StaffPayment, PaymentEdit<AddInstalmentBody>>({
      query: ({ payment, body }) => ({ url: `${API}/payments/${payment}/instalments`, method: 'POST', data: body }),
      ...edit,
    }),
    paymentsUpdateInstalment: build.mutation<StaffPayment, InstalmentEdit<UpdateInstalmentBody>>({
      query: ({ instalment, body }) => ({ url: `${API}/instalments/${instalment}`, method: 'PUT', data: body }),
      ...edit,
    }),
    paymentsDeleteInstalment: build.mutation<
      StaffPayment,
      { instalment: string; params: QueryInputOf<typeof deleteInstalment> }
    >({
      query: ({ instalment, params }) => ({
        url: `${API}/instalments/${instalment}`,
        method: 'DELETE',
        config: { params },
      }),
      ...edit,
    }),
    paymentsSettleInstalment: build.mutation<StaffPayment, InstalmentEdit<SettleBody>>({
      query: ({ instalment, body }) => ({ url: `${API}/instalments/${instalment}/settle`, method: 'POST', data: body }),
      ...edit,
    }),
    paymentsUnsettleInstalment: build.mutation<StaffPayment, InstalmentEdit<PlainEdit>>({
      query: ({ instalment, body }) => ({
        url: `${API}/instalments/${instalment}/unsettle`,
        method: 'POST',
        data: body,
      }),
      ...edit,
    }),
  }),
});

export const {
  usePaymentsCreateMutation: useCreatePaymentMutation,
  usePaymentsReadAgainMutation: useReadPaymentAgainMutation,
  usePaymentsUpdateMutation: useUpdatePaymentMutation,
  usePaymentsDeleteMutation: useDeletePaymentMutation,
  usePaymentsActMutation: useActOnPaymentMutation,
  usePaymentsLoseMutation: useLosePaymentMutation,
  usePaymentsAddAttachmentMutation: useAddAttachmentMutation,
  usePaymentsRemoveAttachmentMutation: useRemoveAttachmentMutation,
  usePaymentsReplanMutation: useReplanPaymentMutation,
  usePaymentsAddInstalmentMutation: useAddInstalmentMutation,
  usePaymentsUpdateInstalmentMutation: useUpdateInstalmentMutation,
  usePaymentsDeleteInstalmentMutation: useDeleteInstalmentMutation,
  usePaymentsSettleInstalmentMutation: useSettleInstalmentMutation,
  usePaymentsUnsettleInstalmentMutation: useUnsettleInstalmentMutation,
} = editsApi;
