import type { StaffReceipt } from '../../../contracts/receipt-review';
import { proposeAllocations } from '../../../domain/receipt-proposal';
import { outstandingOf } from '../../../domain/state';
import type { ReviewedInstalment, ReviewRow } from '../repositories/receipt-review';
import { moneyOf } from './payment-view';

/** What accepting a receipt that waits would mark paid. */
function proposalOf(row: ReviewRow, instalments: readonly ReviewedInstalment[]): StaffReceipt['proposal'] {
  const claimed = instalments.find(({ documentId }) => documentId === row.instalmentDocumentId);
  if (row.state !== 'pending' || !claimed) return [];
  const { currency } = row.payment;
  return proposeAllocations(instalments, claimed.number, row.amount).flatMap((each) => {
    const instalment = instalments.find(({ number }) => number === each.number);
    if (!instalment) return [];
    const { number, dueDate, outstanding, amount } = each;
    return {
      instalment: instalment.documentId,
      number,
      dueDate,
      outstanding: moneyOf(outstanding, currency),
      amount: moneyOf(amount, currency),
    };
  });
}

/** A receipt as staff review it. */
export function staffReceiptView(row: ReviewRow, instalments: readonly ReviewedInstalment[]): StaffReceipt {
  const { file, payment, contactName } = row;
  const instalment = instalments.find(({ documentId }) => documentId === row.instalmentDocumentId);
  return {
    documentId: row.documentId,
    state: row.state,
    paidOn: row.paidOn,
    amount: moneyOf(row.amount, payment.currency),
    comment: row.comment,
    reason: row.reason,
    file: file && { name: file.name, size: file.size, type: file.type },
    createdAt: row.createdAt.toISOString(),
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    reviewedBy: row.reviewedBy,
    contact: contactName === null ? null : { documentId: row.contact, name: contactName },
    customer: { ...row.customer },
    payment: {
      documentId: payment.documentId,
      title: payment.title,
      reference: payment.reference,
      revision: payment.revision,
    },
    instalment: instalment
      ? {
          documentId: instalment.documentId,
          number: instalment.number,
          of: payment.count,
          outstanding: moneyOf(outstandingOf(instalment), payment.currency),
          dueDate: instalment.dueDate,
        }
      : null,
    proposal: proposalOf(row, instalments),
  };
}
