import { useState } from 'react';
import type { Obligation } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { ChangeList } from './ChangeList';

const SHOWN_FIRST = 5;

export const History = ({ obligation, today }: { obligation: Obligation; today: string }) => {
  const { t, instant } = useWords();
  const [all, setAll] = useState(false);
  const { history } = obligation;
  if (history.length === 0) return null;
  const shown = all ? history : history.slice(0, SHOWN_FIRST);
  const hidden = history.length - shown.length;
  return (
    <section className="section">
      <h2 className="section__title">{t('obligation.history')}</h2>
      <ol className="history">
        {shown.map((entry, index) => (
          <li key={`${entry.at} ${index}`}>
            <p className="small">
              <time dateTime={entry.at}>{instant(entry.at)}</time> · {t(`change.by.${entry.by}`)}
            </p>
            {entry.reason ? <p className="small">{t('change.reason', { reason: entry.reason })}</p> : null}
            <ChangeList changes={entry.changes} currency={obligation.total.currency} today={today} />
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <button type="button" className="button button--quiet" onClick={() => setAll(true)}>
          {t('obligation.history.all', { count: hidden })}
        </button>
      ) : null}
    </section>
  );
};
