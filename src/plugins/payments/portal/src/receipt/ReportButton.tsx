import { lazy, Suspense, useState } from 'react';
import type { ObligationInstalment } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';

const ReceiptDialog = lazy(async () => ({ default: (await import('./ReceiptDialog')).ReceiptDialog }));

interface ReportButtonProps {
  instalment: ObligationInstalment;
  today: string;
  /** Among others of its kind it names its instalment. */
  oneOfMany?: boolean;
}

/** Whether "I have paid" makes sense: it is open, and nothing waits for the office already. */
export const canReport = ({ state, receipt }: ObligationInstalment): boolean =>
  (state === 'overdue' || state === 'approaching' || state === 'upcoming') && receipt?.state !== 'pending';

export const ReportButton = ({ instalment, today, oneOfMany = false }: ReportButtonProps) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!canReport(instalment)) return null;
  return (
    <>
      <button
        type="button"
        className={oneOfMany ? 'button button--quiet' : 'button button--second'}
        aria-label={oneOfMany ? t('receipt.openFor', { number: instalment.number }) : undefined}
        onClick={() => setOpen(true)}
      >
        {t('receipt.open')}
      </button>
      {open ? (
        <Suspense fallback={null}>
          <ReceiptDialog instalment={instalment} today={today} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
