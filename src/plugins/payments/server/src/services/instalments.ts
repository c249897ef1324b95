import type { Core } from '@strapi/strapi';
import type * as contract from '../../../contracts/instalment-routes';
import type { StaffPayment } from '../../../contracts/payment';
import type { BodyOf } from '../../../contracts/route';
import {
  addInstalment,
  changeAmount,
  changeDueDate,
  removeInstalment,
  replan,
  settle,
  unsettle,
} from '../../../domain/edit-plan';
import type { Edited, Replan } from '../../../domain/edit-plan';
import type { InstalmentRow } from '../../../domain/payment-state';
import { parseDecimal } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { invalidField, needsConfirmation, notFound, valueOf } from '../http/errors';
import type { Intent } from '../record/actor';
import { findPaymentOfInstalment } from '../repositories/payment-reads';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { writePayment } from '../repositories/payment-writes';
import { change } from './change';
import type { Edit } from './change';
import { getService } from './get-service';
import { refuseNewMisuse } from './code-use';
import { checkedOwnCode, wrongCustomerWarning } from './payment-codes';
import { staffPaymentView } from './payment-view';
import { editContext, writeEdited } from './plan-edits';
import type { EditContext } from './plan-edits';

type Revised<Body> = Omit<Body, 'revision' | 'sendEmail'>;
type InstalmentChanges = Revised<BodyOf<typeof contract.updateInstalment>>;
type NewInstalment = Revised<BodyOf<typeof contract.addInstalment>>;
type Payment = Revised<BodyOf<typeof contract.settleInstalment>>;
type ReplanWish = Revised<BodyOf<typeof contract.replanPayment>>;

/** Which instalment, in whose name, and the revision of its payment that the editor saw. */
export interface InstalmentEdit {
  readonly instalment: string;
  readonly revision: number;
  readonly intent: Intent;
}

/** What an edit makes of the plan's rows. */
type EditRows = (
  payment: PaymentRecord,
  row: InstalmentRecord,
  context: EditContext,
) => Edited<InstalmentRow> | Promise<Edited<InstalmentRow>>;

const amountOf = (payment: PaymentRecord, value: string, path: string): MinorUnits =>
  valueOf(parseDecimal(value, payment.state.currency, [path]));

/** Staff confirm a code that names another payer than the customer. */
function refuseUnconfirmed(
  { customer }: PaymentRecord,
  code: ReturnType<typeof checkedOwnCode>,
  confirmed: readonly string[],
): void {
  const open = wrongCustomerWarning([code], customer?.taxNumber ?? null).filter(
    ({ code }) => !confirmed.includes(code),
  );
  if (open.length > 0) throw needsConfirmation(open);
}

/** Applies each part of an edit to the rows that the part before it made. */
function applyChanges(
  payment: PaymentRecord,
  row: InstalmentRecord,
  changes: InstalmentChanges & { code?: string | null },
  context: EditContext,
): Edited<InstalmentRow> {
  const { currency, instalments, total } = payment.state;
  let plan: Edited<InstalmentRecord> = { rows: [...instalments], total, warnings: [] };
  if (changes.amount !== undefined) {
    const amount = amountOf(payment, changes.amount, 'amount');
    plan = valueOf(changeAmount(plan.rows, row.number, amount, changes.rest ?? 'total', currency));
  }
  if (changes.dueDate !== undefined || changes.pinned !== undefined) {
    const wish = { ...(changes.dueDate && { date: changes.dueDate }), pinned: changes.pinned ?? false };
    plan = valueOf(changeDueDate(plan.rows, row.number, wish, context));
  }
  const { code, note } = changes;
  const rows = plan.rows.map((each) =>
    each.id === row.id
      ? {
          ...each,
          ...(code !== undefined && { paymentCode: code }),
          ...(note !== undefined && { note: note || null }),
        }
      : each,
  );
  return { ...plan, rows };
}

/** Edits instalments: one at a time, or the unpaid rest as a whole. */
export const instalments = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();
  const view = (payment: PaymentRecord) => staffPaymentView(strapi, payment);

  async function editPayment(
    edit: Edit,
    work: (payment: PaymentRecord) => Promise<Edited<InstalmentRow>>,
  ): Promise<StaffPayment> {
    const changed = await change(strapi, edit, now(), view, async (payment, at) =>
      writeEdited(strapi, payment, await work(payment), at),
    );
    if (!changed) throw notFound('Payment');
    return view(changed);
  }

  /** Finds the instalment's payment first: which one to lock. An instalment never changes its payment through this API. */
  async function editRow({ instalment, revision, intent }: InstalmentEdit, work: EditRows): Promise<StaffPayment> {
    const paymentId = await findPaymentOfInstalment(strapi, instalment);
    if (paymentId === null) throw notFound('Instalment');
    return editPayment({ payment: paymentId, revision, intent }, async (payment) => {
      const row = payment.state.instalments.find(({ documentId }) => documentId === instalment);
      if (!row) throw notFound('Instalment');
      return work(payment, row, await editContext(strapi, payment));
    });
  }

  return {
    /** Changes amount, deadline, code or note of one instalment. */
    update: (edit: InstalmentEdit, { paymentCode, ...changes }: InstalmentChanges): Promise<StaffPayment> =>
      editRow(edit, async (payment, row, context) => {
        // a code that was there stays, even where its scheme would refuse it today
        if (paymentCode === undefined || paymentCode === row.paymentCode) {
          return applyChanges(payment, row, changes, context);
        }
        const code = checkedOwnCode(payment, paymentCode);
        const plan = applyChanges(payment, row, { ...changes, code: code?.value ?? null }, context);
        await refuseNewMisuse(strapi, payment, plan.rows, code?.value ?? null);
        refuseUnconfirmed(payment, code, changes.confirmed);
        return plan;
      }),

    /** Adds an instalment; the total grows by its amount. */
    add: (edit: Edit, { amount, paymentCode, note, confirmed, ...rest }: NewInstalment): Promise<StaffPayment> =>
      editPayment(edit, async (payment) => {
        const code = checkedOwnCode(payment, paymentCode);
        const added = {
          ...rest,
          amount: amountOf(payment, amount, 'amount'),
          ...(code && { paymentCode: code.value }),
          ...(note && { note }),
        };
        const context = await editContext(strapi, payment);
        const { instalments, currency } = payment.state;
        const plan = valueOf(addInstalment(instalments, added, 'total', currency, context));
        await refuseNewMisuse(strapi, payment, plan.rows, code?.value ?? null);
        refuseUnconfirmed(payment, code, confirmed);
        return plan;
      }),

    /** Takes an unpaid instalment out; the total shrinks by its amount. */
    remove: (edit: InstalmentEdit): Promise<StaffPayment> =>
      editRow(edit, ({ state }, row) =>
        valueOf(removeInstalment(state.instalments, row.number, 'total', state.currency)),
      ),

    /** Marks an instalment paid, in full or in part. */
    settle: (edit: InstalmentEdit, { amount, surcharge, paidOn }: Payment): Promise<StaffPayment> =>
      editRow(edit, (payment, row, { today }) => {
        const settlement = {
          ...(amount !== undefined && { amount: amountOf(payment, amount, 'amount') }),
          ...(surcharge !== undefined && { surcharge: amountOf(payment, surcharge, 'surcharge') }),
          paidOn,
          today,
        };
        return valueOf(settle(payment.state.instalments, row.number, settlement, payment.state.currency));
      }),

    /** Takes back that it was paid. */
    unsettle: (edit: InstalmentEdit): Promise<StaffPayment> =>
      editRow(edit, ({ state }, row) => valueOf(unsettle(state.instalments, row.number, {}, state.currency))),

    /** Plans the unpaid rest anew. From then on its dates follow the new period and convention when closed days change. */
    replan: (edit: Edit, { count, amount, ...wish }: ReplanWish): Promise<StaffPayment> =>
      editPayment(edit, async (payment) => {
        const value = amount === undefined ? undefined : amountOf(payment, amount, 'amount');
        if (count === undefined && value === undefined) {
          throw invalidField(['count'], 'Say how many instalments, or the amount of each', 'count-invalid');
        }
        const numbers = (count === undefined ? { amount: value } : { count, ...(value && { amount: value }) }) as
          { count: number; amount?: MinorUnits } | { amount: MinorUnits };
        const context = await editContext(strapi, payment);
        const request: Replan = { ...wish, ...numbers };
        const plan = valueOf(replan(payment.state.instalments, request, payment.state.currency, context));
        await refuseNewMisuse(strapi, payment, plan.rows, null);
        await writePayment(strapi, payment.id, {
          kind: 'automatic',
          period: wish.period,
          convention: wish.convention ?? null,
        });
        return plan;
      }),
  };
};
