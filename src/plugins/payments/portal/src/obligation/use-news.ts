import { useCallback, useEffect, useRef, useState } from 'react';
import type { Obligation } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { useAnnounce } from '../live/Announcer';
import { describeChanges, spoken } from './describe';
import { differenceOf } from './difference';
import type { Change } from './difference';

export interface News {
  /** Everything that changed since the reader last said *got it*. */
  changes: readonly Change[];
  /** DocumentIds of the instalments among it. */
  instalments: ReadonlySet<string>;
  dismiss(): void;
}

/** Compares each version that arrives with what the reader has seen, and says aloud what the latest one changed. */
export const useNews = (obligation: Obligation, today: string): News => {
  const words = useWords();
  const announce = useAnnounce();
  const [seen, setSeen] = useState(obligation);
  const latest = useRef(obligation);

  useEffect(() => {
    const changes = differenceOf(latest.current, obligation);
    latest.current = obligation;
    if (changes.length === 0) return;
    const described = describeChanges(changes, { words, currency: obligation.total.currency, today });
    announce(words.t('live.justNowAbout', { what: spoken(described, words) }));
  }, [obligation, today, words, announce]);

  const changes = differenceOf(seen, obligation);
  return {
    changes,
    instalments: new Set(changes.flatMap(({ number, of }) => (number === undefined || of === undefined ? [] : [of]))),
    dismiss: useCallback(() => setSeen(latest.current), []),
  };
};
