import { PaymentsError } from '../../../client/src';
import type { MessageKey } from '../i18n/language';
import { useWords } from '../i18n/WordsProvider';

const messageFor = (error: unknown): MessageKey => {
  const status = error instanceof PaymentsError ? error.status : -1;
  if (status === 0) return 'problem.offline';
  if (status === 403) return 'problem.forbidden';
  return status === 429 ? 'problem.busy' : 'problem.server';
};

interface ProblemProps {
  error: unknown;
  onRetry(): void;
}

/** What went wrong in the reader's words, and the way on. */
export const Problem = ({ error, onRetry }: ProblemProps) => {
  const { t } = useWords();
  return (
    <div className="notice notice--late" role="alert">
      <p>{t(messageFor(error))}</p>
      <button type="button" className="button button--quiet" onClick={onRetry}>
        {t('app.retry')}
      </button>
    </div>
  );
};

/** The same where older figures are still shown. */
export const StaleProblem = ({ error, onRetry }: ProblemProps) => {
  const { t } = useWords();
  return (
    <div className="notice notice--plain notice--row" role="status">
      <p>
        {t('problem.stale')} {t(messageFor(error))}
      </p>
      <button type="button" className="button button--quiet" onClick={onRetry}>
        {t('app.retry')}
      </button>
    </div>
  );
};
