import { useState } from 'react';
import type { FormEvent } from 'react';
import { PaymentsError } from '../../../client/src';
import { Link } from '../app/Link';
import { logPath } from '../app/route';
import type { MessageKey } from '../i18n/language';
import { useWords } from '../i18n/WordsProvider';
import { useSession } from '../session/SessionProvider';
import { Notice } from '../ui/Notice';
import { PublicFrame } from './PublicFrame';
import { generalProblem, useSubmit } from './use-submit';

const problemOf = (error: unknown): MessageKey =>
  error instanceof PaymentsError && error.status === 400 ? 'forgotten.invalid' : generalProblem(error);

/** Asks for a mail with a link; whether the address is known is not told. */
export const ForgottenPage = () => {
  const { t } = useWords();
  const { access } = useSession();
  const [email, setEmail] = useState('');
  const { state, problem, setProblem, submit } = useSubmit(problemOf);

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) return setProblem('forgotten.invalid');
    void submit(() => access.session.requestPasswordReset(email.trim()));
  };

  if (state === 'done') {
    return (
      <PublicFrame title={t('forgotten.title')}>
        <Notice title={t('forgotten.sent.title')}>
          <p role="status">{t('forgotten.sent.text', { email: email.trim() })}</p>
        </Notice>
        <Link to={logPath} className="button button--quiet">
          {t('app.signIn')}
        </Link>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <form className="card form" noValidate onSubmit={onSubmit}>
        <div className="field">
          <label htmlFor="email">{t('signIn.identifier')}</label>
          <input
            id="email"
            type="email"
            autoComplete="username"
            value={email}
            aria-invalid={problem === 'forgotten.invalid'}
            aria-describedby={problem === null ? undefined : 'forgotten-problem'}
            onChange={(event) => setEmail(event.target.value)}
          />
          {problem === null ? null : (
            <p id="forgotten-problem" className="field__problem" role="alert">
              {t(problem)}
            </p>
          )}
        </div>
        <button type="submit" className="button button--primary" aria-disabled={state === 'busy'}>
          {t(state === 'busy' ? 'app.busy' : 'forgotten.submit')}
        </button>
      </form>
      <Link to={logPath} className="button button--quiet">
        {t('app.signIn')}
      </Link>
    </PublicFrame>
  );
};
