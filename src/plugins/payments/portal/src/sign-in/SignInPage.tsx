import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { PaymentsError } from '../../../client/src';
import { Link } from '../app/Link';
import { Main } from '../app/Main';
import { forgottenPath } from '../app/route';
import type { MessageKey } from '../i18n/language';
import { useWords } from '../i18n/WordsProvider';
import { useSession } from '../session/SessionProvider';
import type { Farewell } from '../session/SessionProvider';
import { PasswordField } from './PasswordField';

const farewells: Record<Farewell, MessageKey> = {
  ended: 'signIn.ended',
  'signed-out': 'signIn.signedOut',
  'signed-out-here-only': 'signIn.signedOutHereOnly',
};

/** users-permissions answers 400 both to a wrong password and to a blocked login; only its words tell them apart. */
const problemOf = (error: unknown): MessageKey => {
  if (!(error instanceof PaymentsError)) return 'problem.server';
  if (error.status === 0) return 'problem.offline';
  if (error.status === 429) return 'signIn.tooMany';
  if (error.status === 400) return error.message.includes('blocked') ? 'signIn.blocked' : 'signIn.wrong';
  return 'problem.server';
};

interface Typed {
  identifier: string;
  password: string;
}

const read = (form: HTMLFormElement): Typed => {
  const data = new FormData(form);
  const field = (name: keyof Typed): string => String(data.get(name) ?? '');
  return { identifier: field('identifier').trim(), password: field('password') };
};

const missingIn = ({ identifier, password }: Typed): MessageKey | null => {
  if (identifier === '') return 'signIn.missingIdentifier';
  return password === '' ? 'signIn.missingPassword' : null;
};

/** Submits the form, and keeps what went wrong. */
const useSignIn = () => {
  const { signIn } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ key: MessageKey } | null>(null);

  const submit = async (typed: Typed): Promise<void> => {
    const missing = missingIn(typed);
    setProblem(missing === null ? null : { key: missing });
    if (missing !== null) return;
    setBusy(true);
    try {
      await signIn(typed.identifier, typed.password);
    } catch (error) {
      setProblem({ key: problemOf(error) });
      setBusy(false);
    }
  };
  return { busy, problem, submit };
};

export const SignInPage = ({ farewell }: { farewell: Farewell | null }) => {
  const { t } = useWords();
  const { busy, problem, submit } = useSignIn();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    document.title = `${t('signIn.title')} – ${t('app.title')}`;
  }, [t]);
  useEffect(() => {
    // The alert speaks by itself; the focus goes where the repair is.
    const field = problem?.key === 'signIn.missingIdentifier' ? 'identifier' : 'password';
    if (problem !== null) form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus();
  }, [problem]);

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!busy) void submit(read(event.currentTarget));
  };

  return (
    <Main className="sign-in">
      <h1>{t('signIn.title')}</h1>
      <p className="sign-in__lead">{t('signIn.lead')}</p>
      {farewell !== null && problem === null ? (
        <p className="notice notice--plain" role="status">
          {t(farewells[farewell])}
        </p>
      ) : null}
      <form ref={form} className="card form" noValidate onSubmit={onSubmit}>
        {problem === null ? null : (
          <p id="sign-in-problem" className="notice notice--late" role="alert">
            {t(problem.key)}
          </p>
        )}
        <div className="field">
          <label htmlFor="identifier">{t('signIn.identifier')}</label>
          <input
            id="identifier"
            name="identifier"
            type="text"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            aria-describedby={problem === null ? undefined : 'sign-in-problem'}
          />
        </div>
        <PasswordField
          label={t('signIn.password')}
          autoComplete="current-password"
          describedBy={problem === null ? undefined : 'sign-in-problem'}
        />
        <button type="submit" className="button button--primary" aria-disabled={busy}>
          {t(busy ? 'signIn.busy' : 'signIn.submit')}
        </button>
      </form>
      <div className="sign-in__help">
        <Link to={forgottenPath} className="button button--quiet">
          {t('signIn.forgotten')}
        </Link>
        <p className="small">{t('signIn.help')}</p>
      </div>
    </Main>
  );
};
