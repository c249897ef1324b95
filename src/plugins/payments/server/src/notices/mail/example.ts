import type { Day } from '../../../../domain/day';
import { minor } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import type { InstalmentRecord, PaymentRecord } from '../../repositories/payment-record';

const AMOUNT = minor(15_432);
const OF = 8;

const instalment = (number: number, dueDate: Day): InstalmentRecord => ({
  id: number,
  documentId: `example${number}`,
  number,
  amount: AMOUNT,
  paid: minor(0),
  surcharge: minor(0),
  paidOn: null,
  nominalDate: dueDate,
  dueDate,
  shift: null,
  pinned: false,
  state: number === 1 ? 'open' : 'paid',
  paymentCode: null,
  note: null,
  remindOn: null,
  remindStep: null,
});

/** A payment that nobody owes, for mails that show what mails look like. Its code is one of the standard's own examples. */
export function examplePayment(dueDate: Day): PaymentRecord {
  const customer = { documentId: 'example', name: 'Maria Example' };
  const instalments = Array.from({ length: OF }, (_, index) => instalment(index + 1, dueDate));
  const total = minor(AMOUNT * OF);
  return {
    id: 0,
    documentId: 'example',
    reference: 'P-0000',
    revision: 1,
    version: 1,
    changedAt: null,
    announcedAt: null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    kind: 'automatic',
    period: 'monthly',
    convention: null,
    customer: { id: 0, ...customer, taxNumber: null, phone: null },
    institution: null,
    attachments: [],
    stored: { total, paid: 0, nextDueDate: dueDate, instalmentCount: OF, searchText: null, lossDate: null },
    state: {
      documentId: 'example',
      customer,
      institution: { documentId: 'example', name: 'Example institution' },
      title: 'Example tax',
      description: null,
      currency: 'EUR' as CurrencyCode,
      total,
      paymentCode: { value: 'RF18539007547034', scheme: 'rf' },
      attachments: [],
      state: 'open',
      managerComments: null,
      remindersPaused: false,
      lostAfter: null,
      lostOn: null,
      replacedBy: null,
      instalments,
    },
  };
}
