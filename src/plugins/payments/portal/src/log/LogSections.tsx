import type { Summary } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { LogSection } from './LogSection';
import { splitOpen } from './sections';
import type { Log } from './use-log';

interface LogSectionsProps {
  summary: Summary;
  log: Log;
  isFiltered: boolean;
  withCustomer: boolean;
}

/** The log by urgency. The sums are the summary's, over every customer, so that a filtered log goes without them. */
export const LogSections = ({ summary, log, isFiltered, withCustomer }: LogSectionsProps) => {
  const { t, moneys } = useWords();
  const { open, settled, cancelled } = log;
  const { overdue, soon, later } = splitOpen(open.items, summary.today);
  const common = { today: summary.today, withCustomer };
  const sumOf = (bucket: Summary['overdue']) => (isFiltered ? undefined : moneys(bucket.outstanding));
  // Rows are sorted by due date, so what is not loaded yet comes after all that is.
  const unseen = open.total - open.items.length;
  const last = later.length > 0 ? 'later' : soon.length > 0 ? 'soon' : 'overdue';
  const paging = (section: typeof last) =>
    section === last ? { showMore: open.showMore, busy: open.loading, unseen } : { unseen: 0 };
  const openSection = (section: typeof last, items: typeof later) => {
    const { unseen: hidden, ...more } = paging(section);
    return { items, total: items.length + hidden, ...more, ...common };
  };

  return (
    <div className="sections" aria-busy={open.loading}>
      <LogSection
        {...openSection('overdue', overdue)}
        title={t('log.overdue')}
        sum={sumOf(summary.overdue)}
        note={t('log.overdue.note')}
        late
      />
      <LogSection {...openSection('soon', soon)} title={t('log.soon')} sum={sumOf(summary.dueIn30Days)} />
      <LogSection {...openSection('later', later)} title={t('log.later')} folded={!isFiltered} />
      <LogSection
        {...common}
        title={t('log.settled')}
        items={settled.items}
        total={settled.total}
        showMore={settled.showMore}
        busy={settled.loading}
        folded={!isFiltered}
      />
      <LogSection
        {...common}
        title={t('log.cancelled')}
        items={cancelled.items}
        total={cancelled.total}
        showMore={cancelled.showMore}
        busy={cancelled.loading}
        folded={!isFiltered}
      />
    </div>
  );
};
