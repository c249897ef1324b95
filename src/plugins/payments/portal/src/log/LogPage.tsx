import { useEffect } from 'react';
import type { Summary } from '../../../client/src';
import { Main } from '../app/Main';
import { PageHeading } from '../app/PageHeading';
import { useResource } from '../data/DataProvider';
import { summaryResource } from '../data/resources';
import { useWords } from '../i18n/WordsProvider';
import { useAnnounce } from '../live/Announcer';
import { LiveLine } from '../live/LiveLine';
import { Notice } from '../ui/Notice';
import { Problem, StaleProblem } from '../ui/Problem';
import { LogFilters } from './LogFilters';
import { LogSections } from './LogSections';
import { LogSkeleton } from './LogSkeleton';
import { PayNext } from './PayNext';
import { useAnnouncedNews } from './use-announced-news';
import { useFilters } from './use-filters';
import { useLog } from './use-log';
import type { Log } from './use-log';

/** Fewer than this fit on a screen or two, where looking is faster than typing. */
const WORTH_SEARCHING = 8;

const totalOf = ({ open, settled, cancelled }: Log): number => open.total + settled.total + cancelled.total;

/** Says how many rows a search has left, once it has them. */
const useAnnouncedResult = ({ open, settled, cancelled }: Log, isFiltered: boolean): void => {
  const { t } = useWords();
  const announce = useAnnounce();
  const isLoading = open.loading || settled.loading || cancelled.loading;
  const count = open.total + settled.total + cancelled.total;
  useEffect(() => {
    if (isFiltered && !isLoading) announce(t('log.found', { count }));
  }, [isFiltered, isLoading, count, announce, t]);
};

/** What stands in place of rows when there are none to show. */
const NothingOpen = ({ log, isFiltered }: { log: Log; isFiltered: boolean }) => {
  const { t } = useWords();
  if (log.open.total > 0 || log.open.data === null) return null;
  const isEmpty = totalOf(log) === 0;
  if (isFiltered && !isEmpty) return null;
  const kind = isFiltered ? 'nothingFound' : isEmpty ? 'empty' : 'allPaid';
  return (
    <Notice tone={kind === 'allPaid' ? 'good' : 'plain'} title={t(`log.${kind}.title`)}>
      <p>{t(`log.${kind}.text`)}</p>
    </Notice>
  );
};

const Outstanding = ({ summary }: { summary: Summary }) => {
  const { t, moneys } = useWords();
  if (summary.outstanding.length === 0) return null;
  return (
    <p className="outstanding">
      <span>{t('log.outstanding')}</span> <b>{moneys(summary.outstanding)}</b>
    </p>
  );
};

const LogContent = ({
  summary,
  log,
  filtering,
}: {
  summary: Summary;
  log: Log;
  filtering: ReturnType<typeof useFilters>;
}) => {
  const { t } = useWords();
  const { filters, isFiltered, change } = filtering;
  const withCustomer = summary.customers.length > 1;
  const canSearch = isFiltered || withCustomer || totalOf(log) > WORTH_SEARCHING;
  const showsNext = !isFiltered && summary.next !== null;
  useAnnouncedResult(log, isFiltered);
  useAnnouncedNews([...log.open.items, ...log.settled.items, ...log.cancelled.items]);
  return (
    <>
      <div className="log__head">
        <PageHeading title={t('log.title')} office={summary.office}>
          {t('log.title')}
        </PageHeading>
        <Outstanding summary={summary} />
      </div>
      <LiveLine />
      <div className={showsNext ? 'columns' : 'columns columns--single'}>
        {showsNext && summary.next !== null ? (
          <div className="columns__aside">
            <PayNext next={summary.next} today={summary.today} withCustomer={withCustomer} />
          </div>
        ) : null}
        <div className="columns__main">
          {canSearch ? <LogFilters filters={filters} summary={summary} onChange={change} /> : null}
          <NothingOpen log={log} isFiltered={isFiltered} />
          <LogSections summary={summary} log={log} isFiltered={isFiltered} withCustomer={withCustomer} />
        </div>
      </div>
    </>
  );
};

/** Everything the contact owes, by when. */
export const LogPage = () => {
  const filtering = useFilters();
  const summary = useResource(summaryResource);
  const log = useLog(filtering.filters);
  const failed = [summary, log.open, log.settled, log.cancelled].find(({ error }) => error !== null);
  const isReady = summary.data !== null && log.open.data !== null;
  const retry = (): void => {
    [summary, log.open, log.settled, log.cancelled].forEach((part) => part.error !== null && part.reload());
  };

  return (
    <Main>
      {failed === undefined ? null : isReady ? (
        <StaleProblem error={failed.error} onRetry={retry} />
      ) : (
        <Problem error={failed.error} onRetry={retry} />
      )}
      {isReady && summary.data !== null ? (
        <LogContent summary={summary.data} log={log} filtering={filtering} />
      ) : failed === undefined ? (
        <LogSkeleton />
      ) : null}
    </Main>
  );
};
