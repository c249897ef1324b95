import type { Core } from '@strapi/strapi';
import type { actInBulk, BulkAction, BulkReason, BulkResult } from '../../../contracts/bulk';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { settle } from '../../../domain/edit-plan';
import { invalidField, valueOf } from '../http/errors';
import type { RemindedNow } from '../notices/by-hand';
import type { Actor } from '../record/actor';
import { readOpenInstalments } from '../repositories/bulk';
import { findDocuments } from '../repositories/documents';
import { voidReceipts } from '../repositories/payment-receipts';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { writeInstalments, writePayment } from '../repositories/payment-writes';
import { readPaymentsOfInstalments } from '../repositories/reminders-by-hand';
import { table } from '../constants';
import { changeNow } from './change';
import { getService } from './get-service';

type Order = BodyOf<typeof actInBulk>;
type EditAction = Exclude<BulkAction, 'remind'>;

/** A payment, and which of its instalments; null for the payment as a whole. */
interface Target {
  readonly payment: string;
  readonly instalments: ReadonlySet<string> | null;
}

interface Editing {
  readonly at: Date;
  readonly today: Day;
  readonly paidOn: Day;
  /** What becomes of each instalment, or, under the payment's documentId, of the whole. */
  readonly say: (documentId: string, reason: BulkReason | null) => void;
}

const whyNot = ({ state }: InstalmentRecord): BulkReason | null => (state === 'open' ? null : state);

/** The target's open instalments; says of the others why nothing is done with them. */
function openOf(payment: PaymentRecord, { instalments }: Target, { say }: Editing): InstalmentRecord[] {
  const rows = payment.state.instalments.filter(({ documentId }) => instalments?.has(documentId) ?? true);
  const open = rows.filter(({ state }) => state === 'open');
  if (instalments) for (const row of rows) say(row.documentId, whyNot(row));
  else say(payment.documentId, open.length > 0 ? null : 'nothing-open');
  return open;
}

type Edit = (strapi: Core.Strapi, payment: PaymentRecord, target: Target, editing: Editing) => Promise<void>;

const pausing =
  (paused: boolean): Edit =>
  async (strapi, payment, { instalments }, { say }) => {
    const same = payment.state.remindersPaused === paused;
    for (const documentId of instalments ?? [payment.documentId]) say(documentId, same ? 'already-so' : null);
    if (!same) await writePayment(strapi, payment.id, { reminders_paused: paused });
  };

const edits: Readonly<Record<EditAction, Edit>> = {
  pause: pausing(true),
  resume: pausing(false),

  async settle(strapi, payment, target, editing) {
    const { currency, instalments } = payment.state;
    const { paidOn, today, at } = editing;
    const numbers = openOf(payment, target, editing).map(({ number }) => number);
    let rows: InstalmentRecord[] = [...instalments];
    for (const number of numbers) rows = valueOf(settle(rows, number, { paidOn, today }, currency)).rows;
    await writeInstalments(
      strapi,
      rows.filter(({ number }) => numbers.includes(number)),
      at,
    );
  },

  async cancel(strapi, payment, target, editing) {
    const open = openOf(payment, target, editing);
    if (open.length === 0) return;
    const cancelled = open.map((row): InstalmentRecord => ({ ...row, state: 'cancelled' }));
    await writeInstalments(strapi, cancelled, editing.at);
    const left = payment.state.instalments.filter(({ state }) => state === 'open').length - open.length;
    if (left > 0) return;
    await writePayment(strapi, payment.id, { state: 'cancelled' });
    await voidReceipts(strapi, payment.documentId, editing.at);
  },
};

const reasonOf = ({ contacts, reason }: RemindedNow): BulkReason | null => {
  if (contacts > 0) return null;
  return reason === 'paid' || reason === 'cancelled' || reason === 'no-address' ? reason : 'not-found';
};

/** One action on many payments or instalments. Each payment is a transaction of its own: one that fails holds back no other. */
export const bulk = ({ strapi }: { strapi: Core.Strapi }) => {
  async function targetsOf({ payments, instalments = [] }: Order): Promise<Target[]> {
    if (payments) {
      const known = await findDocuments(strapi, table.payment, payments);
      return [...known.keys()].map((payment) => ({ payment, instalments: null }));
    }
    const chosen = new Map<string, Set<string>>();
    for (const [instalment, payment] of await readPaymentsOfInstalments(strapi, instalments)) {
      chosen.set(payment, (chosen.get(payment) ?? new Set()).add(instalment));
    }
    return [...chosen].map(([payment, rows]) => ({ payment, instalments: rows }));
  }

  async function edit(order: Order & { action: EditAction }, actor: Actor, say: Editing['say']): Promise<void> {
    const at = getService(strapi, 'clock').now();
    const today = await getService(strapi, 'clock').today();
    const paidOn = order.paidOn ?? today;
    if (paidOn > today) throw invalidField(['paidOn'], 'This day is still to come', 'paid-in-the-future');
    for (const target of await targetsOf(order)) {
      const request = { payment: target.payment, intent: { actor, loud: order.sendEmail } };
      await changeNow(strapi, request, (payment) =>
        edits[order.action](strapi, payment, target, { at, today, paidOn, say }),
      );
    }
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
