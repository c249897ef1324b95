import { useState } from 'react';
import type { StaffPayment } from '../../../../contracts/payment';
import { useT } from '../../intl/useT';
import { useListReceiptsQuery } from '../../services/today';
import { Section } from '../today/Section';
import { ReceiptItem } from './ReceiptItem';
import { ReviewDialogs } from './ReviewDialogs';
import type { UnderReview } from './ReviewDialogs';

/** The receipts of one payment, the newest first; nothing where nobody ever sent one. */
export const ReceiptsPanel = ({ payment }: { payment: StaffPayment }) => {
  const t = useT();
  const [review, setReview] = useState<UnderReview | null>(null);
  const query = { payment: payment.documentId, state: 'all', sort: 'createdAt:desc', pageSize: 100 } as const;
  const { data } = useListReceiptsQuery(query, { refetchOnMountOrArgChange: true });
  const receipts = data?.data ?? [];
  if (receipts.length === 0) return null;
  return (
    <>
      <Section title={t('receipts.title')} total={receipts.length} shown={receipts.length}>
        {receipts.map((receipt) => (
          <ReceiptItem
            key={receipt.documentId}
            ofPayment
            receipt={receipt}
            onReview={(decision, chosen) => setReview({ decision, receipt: chosen })}
          />
        ))}
      </Section>
      <ReviewDialogs review={review} onClose={() => setReview(null)} />
    </>
  );
};
