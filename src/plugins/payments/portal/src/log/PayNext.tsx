import type { Summary } from '../../../client/src';
import { Link } from '../app/Link';
import { obligationPath } from '../app/route';
import { useWords } from '../i18n/WordsProvider';
import { SignedInPayActions } from '../pay/PayActions';
import { PayCard } from '../pay/PayCard';

interface PayNextProps {
  next: NonNullable<Summary['next']>;
  today: string;
  withCustomer: boolean;
}

/** The oldest unpaid instalment of all, ready to be paid. */
export const PayNext = ({ next, today, withCustomer }: PayNextProps) => {
  const { t } = useWords();
  const { instalment, obligation } = next;
  const about = [obligation.institution?.name, withCustomer ? obligation.customer.name : null].filter(Boolean);
  return (
    <section className="section" aria-labelledby="pay-next">
      <div className="section__head">
        <h2 id="pay-next" className="section__title">
          {t('log.payNext')}
        </h2>
      </div>
      <SignedInPayActions obligation={obligation.documentId}>
        <PayCard instalment={instalment} institution={obligation.institution} today={today}>
          <div className="pay__about">
            <h3 className="pay__title">
              <Link to={obligationPath(obligation.documentId)}>{obligation.title}</Link>
            </h3>
            {about.length === 0 ? null : <p className="small">{about.join(' · ')}</p>}
          </div>
        </PayCard>
      </SignedInPayActions>
    </section>
  );
};
