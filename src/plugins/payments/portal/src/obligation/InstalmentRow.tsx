import type { ObligationInstalment } from '../../../client/src';
import { isNothing } from '../format/money';
import { useWords } from '../i18n/WordsProvider';
import { CopyButton } from '../pay/CopyButton';
import { shiftReason } from '../pay/DueDate';
import { ReceiptLine } from '../receipt/ReceiptLine';
import { ReportButton } from '../receipt/ReportButton';
import { StateMark } from '../ui/StateMark';

interface InstalmentRowProps {
  instalment: ObligationInstalment;
  /** Only where codes differ from row to row; else the one code stands above. */
  showsCode: boolean;
  isChanged: boolean;
  /** It stands above with all that one can do about it. */
  isToPay: boolean;
  today: string;
}

/** The distance where it helps to act: not for what is paid or cancelled. */
const Due = ({ instalment, today }: { instalment: ObligationInstalment; today: string }) => {
  const { day, distance } = useWords();
  const { dueDate, state } = instalment;
  const away = state === 'paid' || state === 'cancelled' ? null : distance(dueDate, today);
  return (
    <p className="instalment__due">
      {day(dueDate, today)} {away === null ? null : <span className="away">{away}</span>}
    </p>
  );
};

const OwnCode = ({ code }: { code: NonNullable<ObligationInstalment['paymentCode']> }) => {
  const { t } = useWords();
  return (
    <div className="instalment__code">
      <span className="code__value" translate="no">
        {code.display}
      </span>
      <CopyButton compact value={code.value} label={t('code.copyCode', { value: code.display })} />
    </div>
  );
};

export const InstalmentRow = ({ instalment, showsCode, isChanged, isToPay, today }: InstalmentRowProps) => {
  const words = useWords();
  const { t, money } = words;
  const { number, of, amount, paid, state, note, paymentCode } = instalment;
  const reason = shiftReason(instalment, today, words);
  const isOpen = state !== 'paid' && state !== 'cancelled';
  return (
    <li className={`instalment instalment--${state}${isChanged ? ' instalment--news' : ''}`}>
      <span className="instalment__number">
        <span className="visually-hidden">{t('pay.position', { number, of })}</span>
        <span aria-hidden="true">{t('pay.positionShort', { number, of })}</span>
      </span>
      <div className="instalment__when">
        <Due instalment={instalment} today={today} />
        {reason === null ? null : <p className="small">{reason}</p>}
        {note === null ? null : <p className="small">{note}</p>}
      </div>
      <p className="instalment__amount">{money(amount)}</p>
      <div className="instalment__marks">
        <StateMark state={state} />
        {isOpen && !isNothing(paid) ? (
          <span className="small">{t('pay.partlyPaid', { paid: money(paid), amount: money(amount) })}</span>
        ) : null}
        {isChanged ? <span className="tag">{t('live.updated')}</span> : null}
      </div>
      {isToPay ? null : (
        <div className="instalment__marks">
          <ReceiptLine instalment={instalment} today={today} />
          {state === 'overdue' || state === 'approaching' ? (
            <ReportButton instalment={instalment} today={today} oneOfMany />
          ) : null}
        </div>
      )}
      {showsCode && isOpen && paymentCode !== null ? <OwnCode code={paymentCode} /> : null}
    </li>
  );
};
