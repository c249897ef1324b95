import type { Core } from '@strapi/strapi';
import type { StaffPayment } from '../../../contracts/payment';
import type { createPayment, updatePayment } from '../../../contracts/payment-routes';
import type { BodyOf } from '../../../contracts/route';
import { minor } from '../../../domain/money';
import type { CodePaths, SchemeId } from '../../../domain/payment-code';
import { keepFiles } from '../files/keep';
import type { ReceivedFile } from '../files/received';
import { ConflictError, invalidField, needsConfirmation, notFound } from '../http/errors';
import type { Intent } from '../record/actor';
import { record } from '../record/record';
import { inTransaction } from '../repositories/database';
import { findCustomer, findInstitution, isDuplicate } from '../repositories/directory';
import type { CustomerKey } from '../repositories/directory';
import { findPaymentId, readPayment } from '../repositories/payment-reads';
import type { InstitutionRules, PaymentRecord } from '../repositories/payment-record';
import { deletePaymentRows } from '../repositories/payment-deletes';
import { hasReceipts } from '../repositories/payment-receipts';
import {
  insertInstalments,
  insertPayment,
  relinkPayment,
  writeInstalments,
  writePayment,
} from '../repositories/payment-writes';
import type { NewInstalment } from '../repositories/payment-writes';
import { cancelOpen, linkReplacement, lose, refuseUnreachableLoss } from './arrangements';
import { change } from './change';
import type { Edit } from './change';
import { getService } from './get-service';
import { refuseMisusedCodes } from './code-use';
import { checkedCode, schemeOfInstalments, wrongCustomerWarning } from './payment-codes';
import { staffPaymentView } from './payment-view';

type NewPaymentInput = Omit<BodyOf<typeof createPayment>, 'sendEmail'>;
type PaymentChanges = Omit<BodyOf<typeof updatePayment>, 'revision' | 'sendEmail'>;
type Warning = ReturnType<typeof wrongCustomerWarning>[number];

const DUPLICATE: Warning = {
  code: 'duplicate',
  message: 'This customer already owes this amount on this day under this code; confirm that it is meant',
};

/** Where the request that registers a payment names its codes. */
const CREATED: CodePaths = {
  payment: ['paymentCode', 'value'],
  instalment: (index) => ['plan', 'instalments', index, 'paymentCode'],
};

/** A change of the payment names none but its own. */
const CHANGED: CodePaths = { payment: CREATED.payment, instalment: () => CREATED.payment };

const ownCodes = (rows: ReadonlyArray<{ paymentCode: string | null }>, scheme: SchemeId) =>
  rows.flatMap(({ paymentCode }) => (paymentCode ? [{ value: paymentCode, scheme }] : []));

/** Registers payments and changes what belongs to a payment as a whole. */
export const payments = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();
  const view = (payment: PaymentRecord) => staffPaymentView(strapi, payment);

  async function customerOf(documentId: string): Promise<CustomerKey> {
    const customer = await findCustomer(strapi, documentId);
    if (!customer)
      throw invalidField(['customer'], 'There is no such customer; choose one from the list', 'customer-unknown');
    return customer;
  }

  async function institutionOf(documentId: string | null | undefined): Promise<InstitutionRules | null> {
    if (!documentId) return null;
    const institution = await findInstitution(strapi, documentId);
    if (!institution) {
      throw invalidField(
        ['institution'],
        'There is no such institution; choose one from the list',
        'institution-unknown',
      );
    }
    return institution;
  }

  /** The planned rows as they are stored. */
  async function plannedRows(input: NewPaymentInput, institution: InstitutionRules | null): Promise<NewInstalment[]> {
    const scheme = schemeOfInstalments(input.paymentCode, institution);
    const plan = await getService(strapi, 'plan').make(input.plan, institution, { prefix: ['plan'], scheme });
    return plan.instalments.map((row) => ({
      ...row,
      paid: row.paid ? row.amount : minor(0),
      paidOn: row.paid ? row.dueDate : null,
      note: row.note ?? null,
      paymentCode: row.paymentCode ?? null,
    }));
  }

  async function refuseUnconfirmed(warnings: Warning[], confirmed: readonly string[]): Promise<void> {
    const open = warnings.filter(({ code }) => !confirmed.includes(code));
    if (open.length > 0) throw needsConfirmation(open);
  }

  async function edit(request: Edit, work: Parameters<typeof change>[4]): Promise<StaffPayment> {
    const changed = await change(strapi, request, now(), view, work);
    if (!changed) throw notFound('Payment');
    return view(changed);
  }

  async function applyChanges(payment: PaymentRecord, changes: PaymentChanges): Promise<void> {
    const { customer, institution, paymentCode, confirmed, ...fields } = changes;
    const code = paymentCode && checkedCode(paymentCode);
    const owner = customer === undefined ? payment.customer : await customerOf(customer);
    const creditor = institution === undefined ? payment.institution : await institutionOf(institution);
    const current = paymentCode === undefined ? payment.state.paymentCode : (code ?? null);
    const { instalments } = payment.state;
    if (fields.lostAfter !== payment.state.lostAfter) refuseUnreachableLoss(fields.lostAfter, instalments.length);
    if (paymentCode !== undefined || creditor?.id !== payment.institution?.id) {
      const codes = { paymentCode: current?.value ?? null, instalments };
      await refuseMisusedCodes(strapi, creditor, codes, CHANGED, payment.id);
    }
    if (code || customer !== undefined) {
      const own = customer === undefined ? [] : ownCodes(instalments, schemeOfInstalments(current, creditor));
      await refuseUnconfirmed(wrongCustomerWarning([current, ...own], owner?.taxNumber ?? null), confirmed);
    }
    if (owner && owner.id !== payment.customer?.id) await relinkPayment(strapi, payment.id, 'customer', owner.id);
    if (creditor?.id !== payment.institution?.id) {
      await relinkPayment(strapi, payment.id, 'institution', creditor?.id ?? null);
    }
    await writePayment(strapi, payment.id, {
      updated_at: now(),
      ...(fields.title !== undefined && { title: fields.title }),
      ...(fields.description !== undefined && { description: fields.description || null }),
      ...(fields.managerComments !== undefined && { manager_comments: fields.managerComments || null }),
      ...(fields.remindersPaused !== undefined && { reminders_paused: fields.remindersPaused }),
      ...(fields.lostAfter !== undefined && { lost_after: fields.lostAfter }),
      ...(paymentCode !== undefined && {
        payment_code: code?.value ?? null,
        payment_code_scheme: code?.scheme ?? null,
      }),
    });
  }

  return {
    /** One payment as staff see it. Throws 404. */
    async get(documentId: string): Promise<StaffPayment> {
      const id = await findPaymentId(strapi, documentId);
      const payment = id === null ? null : await readPayment(strapi, id);
      if (!payment) throw notFound('Payment');
      return view(payment);
    },

    /**
     * Registers a payment with its plan and its files: everything or nothing.
     *
     * @throws a 400 that names the field, with repairs for an impossible plan and `details.confirm` for a warning
     */
    async create(input: NewPaymentInput, intent: Intent, files: readonly ReceivedFile[] = []): Promise<StaffPayment> {
      const customer = await customerOf(input.customer);
      const institution = await institutionOf(input.institution);
      const code = input.paymentCode ? checkedCode(input.paymentCode) : null;
      const rows = await plannedRows(input, institution);
      refuseUnreachableLoss(input.lostAfter, rows.length);
      const codes = { paymentCode: code?.value ?? null, instalments: rows };
      await refuseMisusedCodes(strapi, institution, codes, CREATED);
      const duplicate = await isDuplicate(strapi, customer.id, code?.value ?? null, rows);
      const scheme = schemeOfInstalments(code, institution);
      const warnings = [
        ...wrongCustomerWarning([code, ...ownCodes(rows, scheme)], customer.taxNumber),
        ...(duplicate ? [DUPLICATE] : []),
      ];
      await refuseUnconfirmed(warnings, input.confirmed);
      const created = await keepFiles(strapi, files, (attachments) =>
        inTransaction(strapi, async () => {
          const at = now();
          // Once more, now that nobody else can write one of these codes before this payment is saved.
          if (institution?.singleUseCodes) await refuseMisusedCodes(strapi, institution, codes, CREATED);
          const id = await insertPayment(strapi, {
            title: input.title,
            description: input.description || null,
            customerId: customer.id,
            institutionId: institution?.id ?? null,
            paymentCode: code?.value ?? null,
            paymentCodeScheme: code?.scheme ?? null,
            currency: input.plan.total.currency,
            kind: input.plan.kind,
            period: 'period' in input.plan ? (input.plan.period ?? null) : null,
            convention: input.plan.convention ?? null,
            managerComments: input.managerComments || null,
            attachments,
            remindersPaused: input.remindersPaused ?? false,
            lostAfter: input.lostAfter ?? null,
            createdById: intent.actor.kind === 'admin' ? Number(intent.actor.id) : null,
            now: at,
          });
          await insertInstalments(strapi, id, rows, at);
          const payment = await record(strapi, { before: null, id, intent, fromElsewhere: false });
          if (payment && input.replaces) await linkReplacement(strapi, input.replaces, payment, intent);
          return payment;
        }),
      );
      if (!created) throw notFound('Payment');
      return view(created);
    },

    /** Changes what is named of a payment. */
    update: (request: Edit, changes: PaymentChanges): Promise<StaffPayment> =>
      edit(request, (payment) => applyChanges(payment, changes)),

    /** Stops or lets go its reminders; customers see nothing of it. */
    setPaused: (request: Edit, paused: boolean): Promise<StaffPayment> =>
      edit(request, (payment) => writePayment(strapi, payment.id, { reminders_paused: paused })),

    /** Cancels the open instalments; receipts that wait for review become void. */
    cancel: (request: Edit): Promise<StaffPayment> => edit(request, (payment, at) => cancelOpen(strapi, payment, at)),

    /**
     * Says that its arrangement is lost: cancels what is open, for the reason of the intent, and links what replaces it.
     *
     * @throws 409 where nothing is open
     */
    lose: (request: Edit, replacedBy: string | null): Promise<StaffPayment> =>
      edit(request, (payment, at) => lose(strapi, payment, replacedBy, at)),

    /** Opens the cancelled instalments again; what was lost no longer is. */
    reopen: (request: Edit): Promise<StaffPayment> =>
      edit(request, async (payment, at) => {
        const cancelled = payment.state.instalments.filter(({ state }) => state === 'cancelled');
        if (cancelled.length === 0) throw new ConflictError('Nothing of this payment is cancelled');
        await writeInstalments(
          strapi,
          cancelled.map((row) => ({ ...row, state: 'open' })),
          at,
        );
        await writePayment(strapi, payment.id, { state: 'open', lost_on: null, replaced_by: null });
      }),

    /** Deletes a payment that was never paid and has no receipts; its events stay. */
    async remove(request: Edit): Promise<void> {
      await change(strapi, request, now(), view, async (payment) => {
        const paid = payment.state.instalments.some((row) => row.paid > 0 || row.state === 'paid');
        if (paid || (await hasReceipts(strapi, payment.documentId))) {
          throw new ConflictError('A payment that was paid or has receipts cannot be deleted; cancel it instead');
        }
        await deletePaymentRows(strapi, [payment.id]);
        return 'deleted';
      });
    },
  };
};
