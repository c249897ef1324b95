import type { StaffPaymentItem } from '../../../../contracts/payment';
import type { BulkItem } from '../bulk/BulkBar';

/** A payment as the results of a bulk action call it. */
export const bulkItemOf = ({ documentId, customer, title }: StaffPaymentItem): BulkItem => ({
  documentId,
  name: `${customer.name} · ${title}`,
});
