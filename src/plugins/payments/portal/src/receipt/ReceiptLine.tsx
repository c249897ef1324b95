import { useState } from 'react';
import type { ObligationInstalment } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { useAnnounce } from '../live/Announcer';
import { saveBlob } from '../obligation/files';
import { usePayActions } from '../pay/PayActions';
import { Problem } from '../ui/Problem';

type Receipt = NonNullable<ObligationInstalment['receipt']>;

/** A report that waits for the office: what it said, its file, and a way to take it back. */
const PendingReceipt = ({ receipt, today }: { receipt: Receipt; today: string }) => {
  const { t, day, money } = useWords();
  const { withdraw, loadReceiptFile } = usePayActions();
  const announce = useAnnounce();
  const [failed, setFailed] = useState<{ error: unknown; again(): Promise<void> } | null>(null);

  const attempt = async (task: () => Promise<void>): Promise<void> => {
    setFailed(null);
    await task().catch((error: unknown) => setFailed({ error, again: task }));
  };
  const takeBack = async (): Promise<void> => {
    await withdraw?.(receipt.documentId);
    announce(t('receipt.withdrawn'));
  };
  const showFile = async (): Promise<void> => {
    if (loadReceiptFile) saveBlob(await loadReceiptFile(receipt.documentId), t('receipt.showFile'));
  };

  return (
    <div className="receipt">
      <p className="small">
        {t('receipt.pending', { amount: money(receipt.amount), day: day(receipt.paidOn, today) })}
      </p>
      {withdraw ? (
        <button type="button" className="button button--quiet" onClick={() => void attempt(takeBack)}>
          {t('receipt.withdraw')}
        </button>
      ) : null}
      {loadReceiptFile && receipt.hasFile ? (
        <button type="button" className="button button--quiet" onClick={() => void attempt(showFile)}>
          {t('receipt.showFile')}
        </button>
      ) : null}
      {failed === null ? null : <Problem error={failed.error} onRetry={() => void attempt(failed.again)} />}
    </div>
  );
};

/** What became of the reader's "I have paid", where it still matters. */
export const ReceiptLine = ({ instalment, today }: { instalment: ObligationInstalment; today: string }) => {
  const { t } = useWords();
  const { receipt, state } = instalment;
  const isOpen = state !== 'paid' && state !== 'cancelled';
  if (receipt === null || !isOpen) return null;
  if (receipt.state === 'pending') return <PendingReceipt receipt={receipt} today={today} />;
  if (receipt.state !== 'rejected') return null;
  const text = receipt.reason ? t('pay.rejected', { reason: receipt.reason }) : t('pay.rejectedNoReason');
  return <p className="due__warning">{text}</p>;
};
