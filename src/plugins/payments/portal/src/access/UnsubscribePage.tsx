import { Link } from '../app/Link';
import { useSecret } from '../app/navigation';
import { logPath } from '../app/route';
import { PaymentsError } from '../../../client/src';
import type { MessageKey } from '../i18n/language';
import { useWords } from '../i18n/WordsProvider';
import { useSession } from '../session/SessionProvider';
import { PublicFrame } from './PublicFrame';
import { generalProblem, useSubmit } from './use-submit';

const problemOf = (error: unknown): MessageKey =>
  error instanceof PaymentsError && (error.status === 400 || error.status === 404)
    ? 'invitation.over.title'
    : generalProblem(error);

/** Reminders off, by a click and not by opening: programs that look at mails open links too. */
export const UnsubscribePage = () => {
  const { t } = useWords();
  const { access } = useSession();
  const token = useSecret();
  const { state, problem, submit } = useSubmit(problemOf);
  const isDone = state === 'done';

  return (
    <PublicFrame
      title={t(isDone ? 'unsubscribe.done.title' : 'unsubscribe.title')}
      lead={t(isDone ? 'unsubscribe.done.text' : 'unsubscribe.lead')}
    >
      {problem === null ? null : (
        <p className="notice notice--late" role="alert">
          {t(problem)}
        </p>
      )}
      {isDone ? (
        <p className="visually-hidden" role="status">
          {t('unsubscribe.done.title')}
        </p>
      ) : (
        <button
          type="button"
          className="button button--primary"
          aria-disabled={state === 'busy'}
          onClick={() => void submit(() => access.unsubscribe(token))}
        >
          {t(state === 'busy' ? 'app.busy' : 'unsubscribe.submit')}
        </button>
      )}
      <Link to={logPath} className="button button--quiet">
        {t('link.all')}
      </Link>
    </PublicFrame>
  );
};
