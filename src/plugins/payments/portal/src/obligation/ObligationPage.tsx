import { useEffect } from 'react';
import { PaymentsError } from '../../../client/src';
import { Link } from '../app/Link';
import { Main } from '../app/Main';
import { PageHeading } from '../app/PageHeading';
import { logPath } from '../app/route';
import { useResource } from '../data/DataProvider';
import { obligationResource, summaryResource } from '../data/resources';
import { useWords } from '../i18n/WordsProvider';
import { LiveLine } from '../live/LiveLine';
import { useLive } from '../live/LiveProvider';
import { SignedInPayActions } from '../pay/PayActions';
import { BackIcon } from '../ui/icons';
import { Problem, StaleProblem } from '../ui/Problem';
import { LoadingWord, Skeleton } from '../ui/Skeleton';
import { ObligationView } from './ObligationView';

const isGone = (error: unknown): boolean => error instanceof PaymentsError && error.status === 404;

/** Withdrawn, never there, or not theirs: the server does not tell which, and neither do we. */
const Gone = ({ office }: { office: string }) => {
  const { t } = useWords();
  return (
    <>
      <PageHeading title={t('obligation.gone.title')} office={office}>
        {t('obligation.gone.title')}
      </PageHeading>
      <p>{t('obligation.gone.text')}</p>
    </>
  );
};

const ObligationSkeleton = () => (
  <>
    <LoadingWord />
    <Skeleton shape="heading" />
    <div className="columns">
      <div className="columns__aside">
        <Skeleton shape="card" />
      </div>
      <div className="columns__main">
        <Skeleton shape="row" count={5} />
      </div>
    </div>
  </>
);

const Content = ({ documentId }: { documentId: string }) => {
  const { t } = useWords();
  const obligation = useResource(obligationResource, documentId);
  const summary = useResource(summaryResource);
  const { markSeen } = useLive();
  const version = obligation.data?.version;
  const gone = isGone(obligation.error);
  const failed = gone ? undefined : [obligation, summary].find(({ error }) => error !== null);

  useEffect(() => {
    if (gone) scrollTo(0, 0);
  }, [gone]);
  useEffect(() => markSeen(documentId), [markSeen, documentId, version]);

  if (gone) return <Gone office={summary.data?.office ?? t('app.title')} />;
  if (obligation.data !== null && summary.data !== null) {
    return (
      <>
        {failed === undefined ? null : <StaleProblem error={failed.error} onRetry={failed.reload} />}
        <SignedInPayActions obligation={documentId}>
          <ObligationView obligation={obligation.data} summary={summary.data} freshness={<LiveLine />} />
        </SignedInPayActions>
      </>
    );
  }
  return failed === undefined ? <ObligationSkeleton /> : <Problem error={failed.error} onRetry={failed.reload} />;
};

export const ObligationPage = ({ documentId }: { documentId: string }) => {
  const { t } = useWords();
  return (
    <Main>
      <Link to={logPath} className="back">
        <BackIcon />
        {t('app.back')}
      </Link>
      <Content key={documentId} documentId={documentId} />
    </Main>
  );
};
