import type { ExtensionCandidate, ExtensionItem, ExtensionMove } from '../../../contracts/extension';
import { outstandingOf } from '../../../domain/state';
import type { HolidayNameOf } from '../closed-days/names';
import type { ExtensionRecord, StoredMove } from '../repositories/extensions';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { undoOf } from './extension-moves';
import { shiftView } from './holiday-words';
import { moneyOf } from './payment-view';

const paymentOf = (payment: PaymentRecord) => ({
  documentId: payment.documentId,
  title: payment.state.title,
  reference: payment.reference ?? '',
});

const customerOf = ({ customer }: PaymentRecord) => ({
  documentId: customer?.documentId ?? '',
  name: customer?.name ?? '',
});

/** An instalment as it stands and as it would stand. */
export function candidateView(
  payment: PaymentRecord,
  row: InstalmentRecord,
  after: InstalmentRecord,
  holidayName: HolidayNameOf,
): ExtensionCandidate {
  const { institution, instalments, currency } = payment.state;
  const others = instalments.filter(({ id, state }) => id !== row.id && state !== 'cancelled');
  return {
    documentId: row.documentId,
    payment: { ...paymentOf(payment), revision: payment.revision },
    customer: customerOf(payment),
    institution: institution && { ...institution },
    number: row.number,
    of: instalments.length,
    outstanding: moneyOf(outstandingOf(row), currency),
    pinned: row.pinned,
    to: after.dueDate,
    shift: shiftView(after.shift, after.nominalDate, holidayName),
    sharesDay: others.some(({ dueDate }) => dueDate === after.dueDate),
    blocked: row.paid > 0 ? 'part-paid' : null,
  };
}

export const extensionView = (extension: ExtensionRecord): ExtensionItem => {
  const { documentId, institution, title, from, to, pinned, reference, movedCount, at, by, loud, undone } = extension;
  return {
    documentId,
    institution,
    title,
    from,
    to,
    pinned,
    reference,
    moved: movedCount,
    at: at.toISOString(),
    by,
    loud,
    undone: undone && {
      at: undone.at.toISOString(),
      by: undone.by,
      back: undone.back,
      stayed: movedCount - undone.back,
    },
  };
};

/** A move with what undoing it did, or would do now. */
export function moveView(move: StoredMove, payment: PaymentRecord | undefined): ExtensionMove {
  const row = payment?.state.instalments.find(({ documentId }) => documentId === move.instalment);
  return {
    documentId: move.instalment,
    payment: payment ? paymentOf(payment) : null,
    customer: payment ? customerOf(payment) : null,
    number: row?.number ?? null,
    of: payment?.state.instalments.length ?? null,
    from: move.before.dueDate,
    to: move.after.dueDate,
    undo: move.undo ?? undoOf(move, row),
  };
}
