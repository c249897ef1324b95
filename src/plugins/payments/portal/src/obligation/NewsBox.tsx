import type { Obligation } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { ChangeList } from './ChangeList';
import type { News } from './use-news';

interface NewsBoxProps {
  news: News;
  obligation: Obligation;
  today: string;
}

/** What changed while the page was open, until the reader has taken note. */
export const NewsBox = ({ news, obligation, today }: NewsBoxProps) => {
  const { t } = useWords();
  if (news.changes.length === 0) return null;
  return (
    <section className="news" aria-label={t('live.sinceOpened')}>
      <p className="news__title">{t('live.sinceOpened')}</p>
      <ChangeList changes={news.changes} currency={obligation.total.currency} today={today} />
      <button type="button" className="button button--quiet" onClick={news.dismiss}>
        {t('live.dismiss')}
      </button>
    </section>
  );
};
