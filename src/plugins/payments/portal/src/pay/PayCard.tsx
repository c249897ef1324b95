import type { ReactNode } from 'react';
import type { Obligation, ObligationInstalment } from '../../../client/src';
import { isNothing } from '../format/money';
import { useWords } from '../i18n/WordsProvider';
import { ReceiptLine } from '../receipt/ReceiptLine';
import { ReportButton } from '../receipt/ReportButton';
import { ExternalLink, isWebAddress } from '../ui/ExternalLink';
import { stateShapes } from '../ui/icons';
import { DueDate } from './DueDate';
import { PaymentCode } from './PaymentCode';
import { QrCode } from './QrCode';

interface PayCardProps {
  instalment: ObligationInstalment;
  institution: Obligation['institution'];
  today: string;
  /** What stands above the amount. */
  children?: ReactNode;
}

/** Everything one needs to pay one instalment: how much, until when, under which code, where. */
export const PayCard = ({ instalment, institution, today, children }: PayCardProps) => {
  const { t, money } = useWords();
  const payUrl = institution?.payUrl;
  return (
    <div className={instalment.state === 'overdue' ? 'card pay pay--late' : 'card pay'}>
      <div className="pay__head">
        {children}
        {instalment.of > 1 ? (
          <span className="pay__position">
            <span aria-hidden="true">{t('pay.positionShort', { number: instalment.number, of: instalment.of })}</span>
            <span className="visually-hidden">
              {t('pay.position', { number: instalment.number, of: instalment.of })}
            </span>
          </span>
        ) : null}
      </div>
      <p className="pay__amount">{money(instalment.outstanding)}</p>
      {isNothing(instalment.paid) ? null : (
        <p className="small">
          {t('pay.partlyPaid', { paid: money(instalment.paid), amount: money(instalment.amount) })}
        </p>
      )}
      <DueDate due={instalment} today={today} />
      {instalment.state === 'overdue' ? (
        <p className="pay__late">
          {stateShapes.overdue}
          {t('pay.overdue')}
        </p>
      ) : null}
      <ReceiptLine instalment={instalment} today={today} />
      {instalment.note === null ? null : <p className="pay__note">{instalment.note}</p>}
      <PaymentCode code={instalment.paymentCode} />
      <QrCode instalment={instalment} />
      {isWebAddress(payUrl) ? (
        <ExternalLink href={payUrl}>
          {institution === null ? t('pay.online') : t('pay.at', { institution: institution.name })}
        </ExternalLink>
      ) : null}
      <ReportButton instalment={instalment} today={today} />
    </div>
  );
};
