import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { ObligationInstalment } from '../../../client/src';
import { digitsOf } from '../format/money';
import { useWords } from '../i18n/WordsProvider';
import { useAnnounce } from '../live/Announcer';
import { usePayActions } from '../pay/PayActions';
import { Dialog } from '../ui/Dialog';
import { FILE_TYPES, isProblem, problemOf, readClaim } from './claim';
import type { ClaimProblem } from './claim';
import { ClaimField } from './ClaimField';

interface ReceiptDialogProps {
  instalment: ObligationInstalment;
  today: string;
  onClose(): void;
}

/** Hands the form in, and keeps what is wrong with it. */
const useClaim = ({ instalment, today, onClose }: ReceiptDialogProps) => {
  const { t, parse } = useWords();
  const { report } = usePayActions();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClaimProblem | null>(null);

  const submit = async (form: FormData): Promise<void> => {
    const digits = digitsOf(instalment.outstanding);
    const claim = readClaim(form, { today, parse: (typed) => parse(typed, digits) });
    if (isProblem(claim)) return setProblem(claim);
    setBusy(true);
    try {
      await report(instalment.documentId, claim);
      announce(t('receipt.sent'));
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return { busy, problem, submit };
};

/** "I have paid": when, how much, and the proof where there is one. */
export const ReceiptDialog = (props: ReceiptDialogProps) => {
  const { instalment, today, onClose } = props;
  const { t, typed } = useWords();
  const { busy, problem, submit } = useClaim(props);
  const form = useRef<HTMLFormElement>(null);
  const amount = typed(instalment.outstanding);

  useEffect(() => {
    if (problem?.field) form.current?.querySelector<HTMLInputElement>(`[name=${problem.field}]`)?.focus();
  }, [problem]);

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!busy) void submit(new FormData(event.currentTarget));
  };

  return (
    <Dialog title={t('receipt.title')} onClose={onClose}>
      <p className="small">{t('receipt.lead')}</p>
      <form ref={form} className="form" noValidate onSubmit={onSubmit}>
        {problem?.field === null ? (
          <p className="notice notice--late" role="alert">
            {t(problem.message)}
          </p>
        ) : null}
        <ClaimField
          name="paidOn"
          label={t('receipt.paidOn')}
          problem={problem}
          type="date"
          defaultValue={today}
          max={today}
        />
        <ClaimField
          name="amount"
          label={t('receipt.amount', { currency: instalment.outstanding.currency })}
          problem={problem}
          example={amount}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={amount}
        />
        <ClaimField
          name="file"
          label={`${t('receipt.file')} (${t('app.optional')})`}
          hint={t('receipt.file.hint')}
          problem={problem}
          type="file"
          accept={FILE_TYPES.join(',')}
        />
        <ClaimField
          name="comment"
          label={`${t('receipt.comment')} (${t('app.optional')})`}
          problem={problem}
          maxLength={1000}
        />
        <div className="dialog__buttons">
          <button type="submit" className="button button--primary" aria-disabled={busy}>
            {t(busy ? 'app.busy' : 'receipt.submit')}
          </button>
          <button type="button" className="button button--quiet" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
