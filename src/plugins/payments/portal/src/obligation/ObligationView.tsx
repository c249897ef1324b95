import type { ReactNode } from 'react';
import type { Obligation, Summary } from '../../../client/src';
import { PageHeading } from '../app/PageHeading';
import { useWords } from '../i18n/WordsProvider';
import { PayCard } from '../pay/PayCard';
import { Notice } from '../ui/Notice';
import { Attachments } from './Attachments';
import { History } from './History';
import { InstalmentList } from './InstalmentList';
import { NewsBox } from './NewsBox';
import { nextInstalment } from './next-instalment';
import { Totals } from './Totals';
import { useNews } from './use-news';

interface ObligationViewProps {
  obligation: Obligation;
  summary: Pick<Summary, 'office' | 'customers'> & { today: string };
  /** Says how fresh it is, where it is kept fresh. */
  freshness?: ReactNode;
}

const Head = ({ obligation, summary }: Pick<ObligationViewProps, 'obligation' | 'summary'>) => {
  const { t } = useWords();
  const { institution, customer } = obligation;
  return (
    <>
      <PageHeading title={obligation.title} office={summary.office}>
        {obligation.title}
      </PageHeading>
      <p className="page-lead">
        {institution === null ? null : `${t('obligation.owedTo')} ${institution.name}`}
        {summary.customers.length > 1 ? (
          <span className="page-lead__for">
            {t('obligation.for')} {customer.name}
          </span>
        ) : null}
      </p>
    </>
  );
};

/** What to do now: pay the next instalment, or nothing. */
const ToDo = ({ obligation, today }: { obligation: Obligation; today: string }) => {
  const { t } = useWords();
  const next = nextInstalment(obligation);
  if (obligation.state === 'settled' || obligation.state === 'cancelled' || next === null) {
    const kind = obligation.state === 'settled' || obligation.state === 'cancelled' ? obligation.state : 'reported';
    return (
      <Notice tone={kind === 'settled' ? 'good' : 'plain'} title={t(`obligation.${kind}.title`)}>
        <p>{t(`obligation.${kind}.text`)}</p>
      </Notice>
    );
  }
  return (
    <section className="section" aria-labelledby="pay-next">
      <PayCard instalment={next} institution={obligation.institution} today={today}>
        <h2 id="pay-next" className="pay__title">
          {t('obligation.payNext')}
        </h2>
      </PayCard>
    </section>
  );
};

const Description = ({ text }: { text: string | null }) => {
  const { t } = useWords();
  if (text === null || text === '') return null;
  return (
    <section className="section">
      <h2 className="section__title">{t('obligation.description')}</h2>
      <p className="description">{text}</p>
    </section>
  );
};

/** One obligation: what to do now, the whole plan, and what changed. */
export const ObligationView = ({ obligation, summary, freshness }: ObligationViewProps) => {
  const { t } = useWords();
  const { instalments } = obligation;
  const { today } = summary;
  const news = useNews(obligation, today);

  return (
    <>
      <Head obligation={obligation} summary={summary} />
      {freshness}
      <NewsBox news={news} obligation={obligation} today={today} />
      <div className="columns">
        <div className="columns__aside">
          <ToDo obligation={obligation} today={today} />
        </div>
        <div className="columns__main">
          <Totals obligation={obligation} />
          <section className="section">
            <h2 className="section__title">
              {t(instalments.length === 1 ? 'obligation.instalments.one' : 'obligation.instalments')}
            </h2>
            <InstalmentList
              instalments={instalments}
              ownCodes={instalments.some(({ paymentCode }) => paymentCode?.value !== obligation.paymentCode?.value)}
              changed={news.instalments}
              toPay={nextInstalment(obligation)?.documentId ?? null}
              today={today}
            />
          </section>
          <Description text={obligation.description} />
          <Attachments obligation={obligation} />
          <History obligation={obligation} today={today} />
        </div>
      </div>
    </>
  );
};
