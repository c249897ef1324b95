import { useEffect, useState } from 'react';
import type { ObligationInstalment } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { Problem } from '../ui/Problem';
import { usePayActions } from './PayActions';

interface QrImageProps {
  instalment: ObligationInstalment;
  load(instalment: string): Promise<Blob>;
}

/** Fetched with the session's token, which an image's address could not carry. A new version is a new code. */
const QrImage = ({ instalment, load }: QrImageProps) => {
  const { t, money } = useWords();
  const [state, setState] = useState<(({ url: string } | { error: unknown }) & { pays: string }) | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { documentId, outstanding, paymentCode } = instalment;
  const pays = `${documentId} ${outstanding.value} ${paymentCode?.value ?? ''}`;

  useEffect(() => {
    let url: string | null = null;
    let current = true;
    load(documentId).then(
      (svg) => {
        if (!current) return;
        url = URL.createObjectURL(svg);
        setState({ url, pays });
      },
      (error: unknown) => current && setState({ error, pays }),
    );
    return () => {
      current = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [documentId, pays, load, attempt]);

  // The code of an amount that is outstanding no more must not be scanned while the new one is on its way.
  if (state === null || state.pays !== pays) return <div className="qr__image skeleton" />;
  if ('error' in state) return <Problem error={state.error} onRetry={() => setAttempt(attempt + 1)} />;
  return <img className="qr__image" src={state.url} alt={t('qr.alt', { amount: money(outstanding) })} />;
};

/** The transfer as a picture for the bank's app; fetched when it is wanted. */
export const QrCode = ({ instalment }: { instalment: ObligationInstalment }) => {
  const { t } = useWords();
  const { loadQrCode } = usePayActions();
  const [open, setOpen] = useState(false);
  if (!instalment.qr || loadQrCode === null) return null;
  return (
    <details className="folded qr" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('qr.title')}</summary>
      {open ? <QrImage instalment={instalment} load={loadQrCode} /> : null}
      <p className="small">{t('qr.text')}</p>
    </details>
  );
};
