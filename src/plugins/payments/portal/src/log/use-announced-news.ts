import { useEffect, useRef } from 'react';
import type { ObligationItem } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { useAnnounce } from '../live/Announcer';
import { useLive } from '../live/LiveProvider';

/** Says the titles of what has changed, each version once, when the changed rows have arrived. */
export const useAnnouncedNews = (items: readonly ObligationItem[]): void => {
  const { t } = useWords();
  const { news } = useLive();
  const announce = useAnnounce();
  const told = useRef(new Map<string, number>());

  useEffect(() => {
    const fresh = items.filter(
      ({ documentId, version }) => news.has(documentId) && told.current.get(documentId) !== version,
    );
    if (fresh.length === 0) return;
    fresh.forEach(({ documentId, version }) => told.current.set(documentId, version));
    announce(t('live.justNowAbout', { what: fresh.map(({ title }) => title).join(', ') }));
  }, [items, news, announce, t]);
};
