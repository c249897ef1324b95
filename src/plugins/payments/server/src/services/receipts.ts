import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import type { createReceipt } from '../../../contracts/receipt';
import { minor, parseDecimal } from '../../../domain/money';
import { outstandingOf } from '../../../domain/state';
import { serveFile } from '../files/serve';
import { fileStore } from '../files/store';
import type { ReceivedFile } from '../files/received';
import { ConflictError, invalidField, notFound, valueOf } from '../http/errors';
import type { Media } from '../http/media';
import type { Actor } from '../record/actor';
import { touch } from '../record/touch';
import type { Scope } from '../repositories/access';
import { inTransaction, isDuplicateKey } from '../repositories/database';
import { readInstalments } from '../repositories/obligation-instalments';
import type { ObligationInstalmentRow } from '../repositories/obligation-instalments';
import type { ObligationRow } from '../repositories/obligation-row';
import { readObligationRowOfInstalment } from '../repositories/obligations';
import { lockPayments } from '../repositories/payment-reads';
import type { StoredAttachment } from '../repositories/payment-record';
import { findOwnReceipt, insertReceipt, withdrawReceipt } from '../repositories/receipts';
import type { OwnReceipt } from '../repositories/receipts';
import { getService } from './get-service';
import { tellOfReceipt } from '../webhooks';
import { receiptView } from './obligation-view';

export type Claim = BodyOf<typeof createReceipt>;
type ReceiptAnswer = AnswerOf<typeof createReceipt>;

/** What is to be written, once it is known that it may be. */
interface Writing {
  readonly instalment: string;
  readonly claim: Claim;
  readonly file: StoredAttachment | null;
  readonly actor: Actor;
}

/** An instalment with its obligation, of the scope or not at all. */
async function findInstalment(
  strapi: Core.Strapi,
  scope: Scope,
  documentId: string,
): Promise<{ row: ObligationInstalmentRow; of: ObligationRow }> {
  const of = await readObligationRowOfInstalment(strapi, scope, documentId);
  const rows = of ? await readInstalments(strapi, [of.id]) : [];
  const row = rows.find((each) => each.documentId === documentId);
  if (!of || !row) throw notFound('Instalment');
  return { row, of };
}

/** "I have paid", as contacts say and take it back. Staff review it elsewhere. */
export const receipts = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  const answerOf = async (scope: Scope, documentId: string, of: ObligationRow): Promise<ReceiptAnswer> => {
    const receipt = await findOwnReceipt(strapi, scope.contacts, documentId);
    if (!receipt) throw notFound('Receipt');
    return { data: receiptView(receipt, of.currency), meta: {} };
  };

  async function keep(file: ReceivedFile | null): Promise<StoredAttachment | null> {
    if (!file) return null;
    const { bytes, name, type, extension } = file;
    const key = await (await fileStore(strapi)).save(bytes, type, extension);
    return { id: createId(), name, size: bytes.length, type, key };
  }

  /** Writes the claim under the payment's lock, so that it does not cross an edit or a settlement. */
  async function write(scope: Scope, payment: number, { instalment, claim, file, actor }: Writing) {
    await lockPayments(strapi, [payment]);
    const { row, of } = await findInstalment(strapi, scope, instalment);
    if (row.state !== 'open' || outstandingOf(row) <= 0) {
      throw new ConflictError('Nothing is outstanding on this instalment any more');
    }
    const amount = minor(valueOf(parseDecimal(claim.amount, of.currency, ['amount'])));
    if (amount <= 0) throw invalidField(['amount'], 'Write the amount that was paid', 'amount-not-positive');
    const [contact] = scope.actors.get(of.customer.documentId) ?? [];
    if (contact === undefined) throw notFound('Instalment');
    const { paidOn, comment } = claim;
    const values = { instalment, payment: of.documentId, contact, paidOn, amount, comment: comment || null, file };
    const documentId = await insertReceipt(strapi, values, now());
    const changes = [{ field: 'receipt', number: row.number, of: instalment, before: null, after: 'pending' }];
    const said = { documentId, paidOn, amount, currency: of.currency, instalment };
    await tellOfReceipt(strapi, said, { documentId: of.documentId, customer: of.customer.documentId });
    await touch(strapi, { payment: of, customer: of.customer.documentId, actor, changes });
    return { documentId, of };
  }

  return {
    /**
     * Hands in a receipt of an instalment.
     *
     * @throws 404 for an instalment that is not theirs, 409 where nothing is outstanding or one waits already, 400 for a date to come
     */
    async create(
      scope: Scope,
      instalment: string,
      claim: Claim,
      received: ReceivedFile | null,
      actor: Actor,
    ): Promise<ReceiptAnswer> {
      if (claim.paidOn > (await getService(strapi, 'clock').today())) {
        throw invalidField(['paidOn'], 'This day is still to come', 'paid-in-the-future');
      }
      const { of: payment } = await findInstalment(strapi, scope, instalment);
      const file = await keep(received);
      const writing = { instalment, claim, file, actor };
      try {
        const { documentId, of } = await inTransaction(strapi, () => write(scope, payment.id, writing));
        return await answerOf(scope, documentId, of);
      } catch (error) {
        if (file) await (await fileStore(strapi)).remove(file.key);
        if (isDuplicateKey(error)) throw new ConflictError('You have told us already; the office will look at it');
        throw error;
      }
    },

    /** @throws 404 for a receipt of somebody else, 409 once it was reviewed */
    async withdraw(scope: Scope, documentId: string, actor: Actor): Promise<ReceiptAnswer> {
      const receipt = await find(scope, documentId);
      const { row, of } = await findInstalment(strapi, scope, receipt.instalment);
      await inTransaction(strapi, async () => {
        await lockPayments(strapi, [of.id]);
        if (!(await withdrawReceipt(strapi, receipt.id, now())))
          throw new ConflictError('The office has reviewed it already');
        const changes = [
          { field: 'receipt', number: row.number, of: receipt.instalment, before: 'pending', after: 'withdrawn' },
        ];
        await touch(strapi, { payment: of, customer: of.customer.documentId, actor, changes });
      });
      return answerOf(scope, documentId, of);
    },

    /** @throws 404 for a receipt of somebody else, and for one without a file */
    async file(scope: Scope, documentId: string): Promise<Media> {
      const { file } = await find(scope, documentId);
      if (!file) throw notFound('File');
      return serveFile(strapi, file);
    },
  };

  async function find(scope: Scope, documentId: string): Promise<OwnReceipt> {
    const receipt = await findOwnReceipt(strapi, scope.contacts, documentId);
    if (!receipt) throw notFound('Receipt');
    return receipt;
  }
};
