import type { Core } from '@strapi/strapi';
import { MOST_ATTACHMENTS } from '../../../contracts/attachments';
import type { StaffPayment } from '../../../contracts/payment';
import { keepFiles } from '../files/keep';
import type { ReceivedFile } from '../files/received';
import { serveFile } from '../files/serve';
import { fileStore } from '../files/store';
import { ConflictError, invalidField, notFound } from '../http/errors';
import type { Media } from '../http/media';
import { errorName } from '../repositories/database';
import type { PaymentRecord, StoredAttachment } from '../repositories/payment-record';
import { findPaymentId, readPayment } from '../repositories/payment-reads';
import { writePayment } from '../repositories/payment-writes';
import { change } from './change';
import type { Edit } from './change';
import { getService } from './get-service';
import { staffPaymentView } from './payment-view';

/** Files that staff attach to payments; contacts have routes of their own. */
export const paymentAttachments = ({ strapi }: { strapi: Core.Strapi }) => {
  const view = (payment: PaymentRecord) => staffPaymentView(strapi, payment);

  async function rewrite(
    edit: Edit,
    attachmentsOf: (payment: PaymentRecord) => readonly StoredAttachment[],
  ): Promise<PaymentRecord> {
    const now = getService(strapi, 'clock').now();
    const changed = await change(strapi, edit, now, view, (payment) =>
      writePayment(strapi, payment.id, { attachments: JSON.stringify(attachmentsOf(payment)) }),
    );
    if (!changed) throw notFound('Payment');
    return changed;
  }

  return {
    /** @throws 400 without a file, 409 for one too many and for a stale revision; then nothing is kept of the file */
    async add(edit: Edit, received: ReceivedFile | null): Promise<StaffPayment> {
      if (!received) throw invalidField(['file'], 'Choose a file', 'required');
      const payment = await keepFiles(strapi, [received], (stored) =>
        rewrite(edit, ({ attachments }) => {
          if (attachments.length >= MOST_ATTACHMENTS)
            throw new ConflictError(`A payment has at most ${MOST_ATTACHMENTS} files: take one away first`);
          return [...attachments, ...stored];
        }),
      );
      return view(payment);
    },

    /** The file itself goes after the commit: until then somebody may be reading it. @throws 404 where there is no such file */
    async remove(edit: Edit, id: string): Promise<StaffPayment> {
      let removed: StoredAttachment | undefined;
      const payment = await rewrite(edit, ({ attachments }) => {
        removed = attachments.find((file) => file.id === id);
        if (!removed) throw notFound('File');
        return attachments.filter((file) => file.id !== id);
      });
      if (removed) {
        await (await fileStore(strapi)).remove(removed.key).catch((error: unknown) => {
          strapi.log.warn(
            `payments: a file of payment ${payment.documentId} could not be removed: ${errorName(error)}`,
          );
        });
      }
      return view(payment);
    },

    /** @throws 404 */
    async read(documentId: string, id: string): Promise<Media> {
      const paymentId = await findPaymentId(strapi, documentId);
      const payment = paymentId === null ? null : await readPayment(strapi, paymentId);
      const file = payment?.attachments.find((each) => each.id === id);
      if (!file) throw notFound('File');
      return serveFile(strapi, file);
    },
  };
};
