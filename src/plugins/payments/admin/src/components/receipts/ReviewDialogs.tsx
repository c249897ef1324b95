import type { StaffReceipt } from '../../../../contracts/receipt-review';
import { AcceptDialog } from './AcceptDialog';
import type { Decision } from './ReceiptItem';
import { RejectDialog } from './RejectDialog';

/** A receipt that is being answered. */
export interface UnderReview {
  readonly decision: Decision;
  readonly receipt: StaffReceipt;
}

interface ReviewDialogsProps {
  review: UnderReview | null;
  onClose: () => void;
}

export const ReviewDialogs = ({ review, onClose }: ReviewDialogsProps) => {
  if (!review) return null;
  const Dialog = review.decision === 'accept' ? AcceptDialog : RejectDialog;
  return <Dialog key={review.receipt.documentId} receipt={review.receipt} onClose={onClose} />;
};
