import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { actInBulk, BulkAction, BulkReason, BulkResult } from '../../../contracts/bulk';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { settle } from '../../../domain/edit-plan';
import { invalidField, valueOf } from '../http/errors';
import type { RemindedNow } from '../notices/by-hand';
import type { Actor } from '../record/actor';
import { recordAll } from '../record/record';
import { readOpenInstalments } from '../repositories/bulk';
import { findPaymentsOf } from '../repositories/closed-day-effects';
import { inTransaction } from '../repositories/database';
import { findDocuments } from '../repositories/documents';
import { lockPayments, readPayments } from '../repositories/payment-reads';
import { voidReceipts } from '../repositories/payment-receipts';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { writeInstalments, writePayments } from '../repositories/payment-writes';
import { table } from '../constants';
import { getService } from './get-service';

type Order = BodyOf<typeof actInBulk>;
type EditAction = Exclude<BulkAction, 'remind'>;

/** What is done with one payment: the rows and columns that change; null where nothing does. */
interface Written {
  readonly rows?: readonly InstalmentRecord[];
  readonly columns?: { readonly reminders_paused?: boolean; readonly state?: 'cancelled' };
}

interface Editing {
  /** The chosen instalments; null for payments as wholes. */
  readonly chosen: ReadonlySet<string> | null;
  readonly today: Day;
  readonly paidOn: Day;
  /** What becomes of each instalment, or, under the payment's documentId, of the whole. */
  readonly say: (documentId: string, reason: BulkReason | null) => void;
}

const whyNot = ({ state }: InstalmentRecord): BulkReason | null => (state === 'open' ? null : state);

/** The payment's chosen rows, or all. */
const chosenOf = (payment: PaymentRecord, { chosen }: Editing): InstalmentRecord[] =>
  payment.state.instalments.filter(({ documentId }) => chosen?.has(documentId) ?? true);

/** The chosen open instalments; says of the others why nothing is done with them. */
function openOf(payment: PaymentRecord, editing: Editing): InstalmentRecord[] {
  const { chosen, say } = editing;
  const rows = chosenOf(payment, editing);
  const open = rows.filter(({ state }) => state === 'open');
  if (chosen) for (const row of rows) say(row.documentId, whyNot(row));
  else say(payment.documentId, open.length > 0 ? null : 'nothing-open');
  return open;
}

type Edit = (payment: PaymentRecord, editing: Editing) => Written | null;

const pausing =
  (paused: boolean): Edit =>
  (payment, editing) => {
    const same = payment.state.remindersPaused === paused;
    const named = editing.chosen ? chosenOf(payment, editing) : [payment];
    for (const { documentId } of named) editing.say(documentId, same ? 'already-so' : null);
    return same ? null : { columns: { reminders_paused: paused } };
  };

const edits: Readonly<Record<EditAction, Edit>> = {
  pause: pausing(true),
  resume: pausing(false),

  settle(payment, editing) {
    const { currency, instalments } = payment.state;
    const { paidOn, today } = editing;
    const numbers = openOf(payment, editing).map(({ number }) => number);
    let rows: InstalmentRecord[] = [...instalments];
    for (const number of numbers) rows = valueOf(settle(rows, number, { paidOn, today }, currency)).rows;
    return numbers.length > 0 ? { rows: rows.filter(({ number }) => numbers.includes(number)) } : null;
  },

  cancel(payment, editing) {
    const open = openOf(payment, editing);
    if (open.length === 0) return null;
    const rows = open.map((row): InstalmentRecord => ({ ...row, state: 'cancelled' }));
    const left = payment.state.instalments.filter(({ state }) => state === 'open').length - open.length;
    return left > 0 ? { rows } : { rows, columns: { state: 'cancelled' } };
  },
};

const reasonOf = ({ contacts, reason }: RemindedNow): BulkReason | null => {
  if (contacts > 0) return null;
  return reason === 'paid' || reason === 'cancelled' || reason === 'no-address' ? reason : 'not-found';
};

/** One action on many payments or instalments, in one transaction: the statements do not grow with each of them. */
export const bulk = ({ strapi }: { strapi: Core.Strapi }) => {
  const paymentsOf = async ({ payments, instalments = [] }: Order): Promise<number[]> =>
    payments
      ? [...(await findDocuments(strapi, table.payment, payments)).values()].sort((a, b) => a - b)
      : findPaymentsOf(strapi, instalments);

  /** Writes what changes of the payments, all of them by one action. */
  async function write(changes: ReadonlyMap<PaymentRecord, Written>): Promise<void> {
    const at = getService(strapi, 'clock').now();
    const all = [...changes];
    await writeInstalments(
      strapi,
      all.flatMap(([, { rows = [] }]) => rows),
      at,
    );
    const touched = all.filter(([, { columns }]) => columns !== undefined);
    const [first] = touched;
    if (!first) return;
    const payments = touched.map(([payment]) => payment);
    await writePayments(
      strapi,
      payments.map(({ id }) => id),
      first[1].columns ?? {},
    );
    if (first[1].columns?.state !== 'cancelled') return;
    await voidReceipts(
      strapi,
      payments.map(({ documentId }) => documentId),
      at,
    );
  }

  async function edit(order: Order & { action: EditAction }, actor: Actor, say: Editing['say']): Promise<void> {
    const today = await getService(strapi, 'clock').today();
    const paidOn = order.paidOn ?? today;
    if (paidOn > today) throw invalidField(['paidOn'], 'This day is still to come', 'paid-in-the-future');
    const editing = { chosen: order.instalments ? new Set(order.instalments) : null, today, paidOn, say };
    await inTransaction(strapi, async () => {
      const ids = await paymentsOf(order);
      await lockPayments(strapi, ids);
      const changes = new Map<PaymentRecord, Written>();
      for (const payment of await readPayments(strapi, ids)) {
        const written = edits[order.action](payment, editing);
        if (written) changes.set(payment, written);
      }
      await write(changes);
      const written = [...changes.keys()].map((before) => ({ before, id: before.id }));
      const intent = { actor, loud: order.sendEmail, batch: createId() };
      await recordAll(strapi, written, { intent, fromElsewhere: false });
    });
  }

  /** Payments are reminded of the open instalment that is due first; a contact of several gets one mail. */
  async function remind({ payments, instalments }: Order, say: Editing['say']): Promise<void> {
    const notices = getService(strapi, 'notices');
    if (instalments) {
      for (const outcome of await notices.remindNow(instalments)) say(outcome.instalment, reasonOf(outcome));
      return;
    }
    const first = await readOpenInstalments(strapi, payments ?? []);
    for (const [payment, instalment] of first) if (instalment === null) say(payment, 'nothing-open');
    const chosen = [...first].flatMap(([payment, instalment]) => (instalment === null ? [] : [[instalment, payment]]));
    const paymentOf = new Map(chosen as [string, string][]);
    for (const outcome of await notices.remindNow([...paymentOf.keys()])) {
      say(paymentOf.get(outcome.instalment) ?? '', reasonOf(outcome));
    }
  }

  return {
    /** Does it, and says of each what became of it, in the order in which they were named. */
    async act(order: Order, actor: Actor): Promise<AnswerOf<typeof actInBulk>['data']> {
      const said = new Map<string, BulkReason | null>();
      const say: Editing['say'] = (documentId, reason) => said.set(documentId, reason);
      const { action } = order;
      if (action === 'remind') await remind(order, say);
      else await edit({ ...order, action }, actor, say);
      const named = [...new Set(order.payments ?? order.instalments ?? [])];
      const results = named.map((documentId): BulkResult => {
        const reason = said.has(documentId) ? (said.get(documentId) ?? null) : 'not-found';
        return { documentId, done: reason === null, reason };
      });
      return { done: results.filter(({ done }) => done).length, results };
    },
  };
};
