import type { Core } from '@strapi/strapi';
import type { Pagination } from '../../../contracts/lists';
import type { acceptReceipt, StaffReceipt } from '../../../contracts/receipt-review';
import type { BodyOf } from '../../../contracts/route';
import { settle } from '../../../domain/edit-plan';
import { parseDecimal } from '../../../domain/money';
import type { Day } from '../../../domain/day';
import { proposeAllocations } from '../../../domain/receipt-proposal';
import { serveFile } from '../files/serve';
import { ConflictError, invalidField, notFound, valueOf } from '../http/errors';
import type { Media } from '../http/media';
import { wakeDispatcher } from '../notices';
import { queueReceiptNotice } from '../notices/by-hand';
import type { Actor } from '../record/actor';
import { touch } from '../record/touch';
import { inTransaction } from '../repositories/database';
import { paginationOf } from '../repositories/paging';
import { lockPayments } from '../repositories/payment-reads';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { decideReceipt, listReviewRows, readReviewedInstalments, readReviewRow } from '../repositories/receipt-review';
import type { ReceiptListQuery, Review, ReviewRow } from '../repositories/receipt-review';
import { change } from './change';
import { getService } from './get-service';
import { staffPaymentView } from './payment-view';
import { writeEdited } from './plan-edits';
import { staffReceiptView } from './receipt-view';

type Acceptance = BodyOf<typeof acceptReceipt>;
type Allocations = NonNullable<Acceptance['allocations']>;

const reviewedAlready = () => new ConflictError('This receipt was reviewed or taken back already');

/** What is marked paid: what staff say, at most what the receipt says together, else what it proposes. */
function allocated(payment: PaymentRecord, receipt: ReviewRow, said: Allocations | undefined) {
  const { instalments, currency } = payment.state;
  const claimed = instalments.find(({ documentId }) => documentId === receipt.instalmentDocumentId);
  if (!said) return claimed ? proposeAllocations(instalments, claimed.number, receipt.amount) : [];
  const allocations = said.map(({ instalment, amount }, index) => {
    const row = instalments.find(({ documentId }) => documentId === instalment);
    const path = ['allocations', index];
    if (!row) throw invalidField([...path, 'instalment'], 'This is no instalment of the payment', 'instalment-unknown');
    return { number: row.number, amount: valueOf(parseDecimal(amount, currency, [...path, 'amount'])) };
  });
  const sum = allocations.reduce((total, { amount }) => total + amount, 0);
  if (sum > receipt.amount) {
    throw invalidField(['allocations'], 'Together this is more than the receipt says', 'allocations-above-receipt');
  }
  return allocations;
}

/** Receipts as staff review them. */
export const receiptReview = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  async function find(documentId: string): Promise<ReviewRow> {
    const row = await readReviewRow(strapi, documentId);
    if (!row) throw notFound('Receipt');
    return row;
  }

  async function view(documentId: string): Promise<StaffReceipt> {
    const row = await find(documentId);
    const instalments = await readReviewedInstalments(strapi, [row.payment.id]);
    return staffReceiptView(row, instalments.get(row.payment.id) ?? []);
  }

  /** Writes the decision where everybody sees it. The payment is locked. */
  async function decide(receipt: ReviewRow, review: Review, actor: Actor): Promise<void> {
    if (!(await decideReceipt(strapi, receipt.id, review, now()))) throw reviewedAlready();
    const instalments = (await readReviewedInstalments(strapi, [receipt.payment.id])).get(receipt.payment.id);
    const row = instalments?.find(({ documentId }) => documentId === receipt.instalmentDocumentId);
    const changed = {
      field: 'receipt',
      ...(row && { number: row.number, of: row.documentId }),
      before: 'pending',
      after: review.state,
    };
    await touch(strapi, {
      payment: receipt.payment,
      customer: receipt.customer.documentId,
      actor,
      changes: [changed],
    });
  }

  const tell = (receipt: ReviewRow, { state, reason }: Review) =>
    queueReceiptNotice(strapi, {
      contact: receipt.contact,
      customer: receipt.customer.documentId,
      payment: receipt.payment.documentId,
      payload: { decision: state, reason, instalment: receipt.instalmentDocumentId },
    });

  /** The rows with everything that the receipt pays marked paid on them. */
  function settled(payment: PaymentRecord, receipt: ReviewRow, body: Acceptance, today: Day): InstalmentRecord[] {
    let rows: InstalmentRecord[] = [...payment.state.instalments];
    allocated(payment, receipt, body.allocations).forEach(({ number, amount }, index) => {
      const settlement = { amount, paidOn: body.paidOn ?? receipt.paidOn, today };
      const path = body.allocations ? ['allocations', index] : [];
      rows = valueOf(settle(rows, number, settlement, payment.state.currency), path).rows;
    });
    return rows;
  }

  return {
    /** A page of receipts, each with what accepting it would mark paid: four statements. */
    async list(query: ReceiptListQuery): Promise<{ items: StaffReceipt[]; pagination: Pagination }> {
      const { rows, count } = await listReviewRows(strapi, query);
      const instalments = await readReviewedInstalments(
        strapi,
        rows.map(({ payment }) => payment.id),
      );
      return {
        items: rows.map((row) => staffReceiptView(row, instalments.get(row.payment.id) ?? [])),
        pagination: paginationOf(query.page, query.pageSize, count),
      };
    },

    /**
     * Marks paid what a receipt says. The contact is told that it was accepted, not that the payment was changed: it is their own word.
     * Where the instalment was marked paid meanwhile nothing more is, and the receipt is accepted all the same.
     *
     * @throws 409 for a payment that somebody changed meanwhile and for a receipt that was reviewed, 400 naming the allocation that is wrong
     */
    async accept(documentId: string, body: Acceptance, actor: Actor): Promise<StaffReceipt> {
      const receipt = await find(documentId);
      const today = await getService(strapi, 'clock').today();
      const edit = { payment: receipt.payment.documentId, revision: body.revision, intent: { actor, loud: false } };
      const review = { state: 'accepted', reason: null, by: actor.name } as const;
      await inTransaction(strapi, async () => {
        const shown = (payment: PaymentRecord) => staffPaymentView(strapi, payment);
        await change(strapi, edit, now(), shown, async (payment, at) => {
          if ((await find(documentId)).state !== 'pending') throw reviewedAlready();
          const rows = settled(payment, receipt, body, today);
          await writeEdited(strapi, payment, { rows, total: payment.state.total, warnings: [] }, at);
        });
        await decide(receipt, review, actor);
        if (body.sendEmail) await tell(receipt, review);
      });
      wakeDispatcher(strapi);
      return view(documentId);
    },

    /** Turns a receipt down; reminders go again, and the contact is told why. @throws 409 once it was reviewed */
    async reject(documentId: string, reason: string, actor: Actor): Promise<StaffReceipt> {
      const receipt = await find(documentId);
      const review = { state: 'rejected', reason, by: actor.name } as const;
      await inTransaction(strapi, async () => {
        await lockPayments(strapi, [receipt.payment.id]);
        await decide(receipt, review, actor);
        await tell(receipt, review);
      });
      wakeDispatcher(strapi);
      return view(documentId);
    },

    /** @throws 404 for a receipt without a file */
    async file(documentId: string): Promise<Media> {
      const { file } = await find(documentId);
      if (!file) throw notFound('File');
      return serveFile(strapi, file);
    },
  };
};
