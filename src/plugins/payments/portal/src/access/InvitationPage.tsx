import { useState } from 'react';
import type { FormEvent } from 'react';
import { PaymentsError } from '../../../client/src';
import { Link } from '../app/Link';
import { leaveFor, useSecret } from '../app/navigation';
import { forgottenPath, logPath } from '../app/route';
import type { MessageKey } from '../i18n/language';
import { useWords } from '../i18n/WordsProvider';
import { useSession } from '../session/SessionProvider';
import { PasswordField } from '../sign-in/PasswordField';
import { PublicFrame } from './PublicFrame';
import { generalProblem, useSubmit } from './use-submit';

/** bcrypt, with which users-permissions keeps it, reads no more. */
const MOST_BYTES = 72;

const problemWith = (password: string): MessageKey | null => {
  if (password.length < 8) return 'invitation.tooShort';
  return new TextEncoder().encode(password).length > MOST_BYTES ? 'invitation.tooLong' : null;
};

const namesToken = ({ details }: PaymentsError): boolean => JSON.stringify(details.errors ?? []).includes('"token"');

/** A refused link is not a problem of the password: the page says so instead of the form. */
const problemOf = (error: unknown): MessageKey => {
  if (!(error instanceof PaymentsError) || error.status !== 400) return generalProblem(error);
  return namesToken(error) ? 'invitation.over.title' : 'invitation.refused';
};

const LinkIsOver = () => {
  const { t } = useWords();
  return (
    <PublicFrame title={t('invitation.over.title')} lead={t('invitation.over.text')}>
      <Link to={forgottenPath} className="button button--primary">
        {t('forgotten.submit')}
      </Link>
      <Link to={logPath} className="button button--quiet">
        {t('app.signIn')}
      </Link>
    </PublicFrame>
  );
};

/** The first password, or a new one for a forgotten one, by the secret of a mail; then signed in. */
export const InvitationPage = () => {
  const { t } = useWords();
  const { acceptInvitation } = useSession();
  const [token] = useState(useSecret());
  const { state, problem, setProblem, submit } = useSubmit(problemOf);

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    const wrong = problemWith(password);
    if (wrong !== null) return setProblem(wrong);
    void submit(async () => {
      await acceptInvitation(token, password);
      leaveFor(logPath);
    });
  };

  if (token === '' || problem === 'invitation.over.title') return <LinkIsOver />;
  return (
    <PublicFrame title={t('invitation.title')} lead={t('invitation.lead')}>
      <form className="card form" noValidate onSubmit={onSubmit}>
        <PasswordField label={t('invitation.password')} autoComplete="new-password" describedBy="password-rule" />
        {problem === null ? null : (
          <p className="field__problem" role="alert">
            {t(problem)}
          </p>
        )}
        <p id="password-rule" className="small">
          {t('invitation.rule')}
        </p>
        <button type="submit" className="button button--primary" aria-disabled={state === 'busy'}>
          {t(state === 'busy' ? 'app.busy' : 'invitation.submit')}
        </button>
      </form>
    </PublicFrame>
  );
};
