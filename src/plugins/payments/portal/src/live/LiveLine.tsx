import { useEffect, useReducer } from 'react';
import { useWords } from '../i18n/WordsProvider';
import { useLive } from './LiveProvider';

const JUST_NOW_MS = 60_000;

/** Whether a moment lies less than a minute back; turns false by itself. */
const useIsRecent = (moment: number | null): boolean => {
  const [, lookAgain] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (moment === null) return undefined;
    const timer = setTimeout(lookAgain, moment + JUST_NOW_MS - Date.now());
    return () => clearTimeout(timer);
  }, [moment]);
  return moment !== null && Date.now() - moment < JUST_NOW_MS;
};

/** How fresh the page is, to see; what changed is announced by the page that knows it. Its place is kept, so that nothing jumps. */
export const LiveLine = () => {
  const { t, time } = useWords();
  const { lastChange, disconnected } = useLive();
  const isRecent = useIsRecent(lastChange);
  if (disconnected) {
    return (
      <p className="live-line live-line--lost" role="status">
        {t('live.lost')}
      </p>
    );
  }
  const updated = isRecent ? t('live.justNow') : lastChange !== null ? t('live.at', { time: time(lastChange) }) : '';
  return <p className={isRecent ? 'live-line live-line--fresh' : 'live-line'}>{updated}</p>;
};
