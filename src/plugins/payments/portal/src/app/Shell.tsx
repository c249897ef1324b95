import type { ReactNode } from 'react';
import { useChooseLanguage, useWords } from '../i18n/WordsProvider';
import { useSession } from '../session/SessionProvider';
import { SettingsIcon, SignOutIcon } from '../ui/icons';
import { Link } from './Link';
import { settingsPath } from './route';

/** Focuses by script: with `<base href>` a bare `#content` would lead to another page. */
const SkipLink = () => {
  const { t } = useWords();
  return (
    <a
      className="skip"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      {t('app.skip')}
    </a>
  );
};

/** Offers the other language, in its own words. */
const LanguageButton = () => {
  const { t, language } = useWords();
  const choose = useChooseLanguage();
  const other = language === 'en' ? 'el' : 'en';
  return (
    <button
      type="button"
      className="button button--quiet"
      lang={other}
      aria-label={t('app.language')}
      onClick={() => choose(other)}
    >
      {other === 'en' ? 'EN' : 'ΕΛ'}
    </button>
  );
};

/** Only an icon: the word is for those who listen, and for whoever points at it. */
const SettingsLink = () => {
  const { t } = useWords();
  return (
    <Link to={settingsPath} className="button button--quiet" title={t('app.settings')}>
      <SettingsIcon />
      <span className="visually-hidden">{t('app.settings')}</span>
    </Link>
  );
};

const SignOutButton = () => {
  const { t } = useWords();
  const { signOut } = useSession();
  return (
    <button type="button" className="button button--quiet" onClick={() => void signOut()}>
      <SignOutIcon />
      <span className="shell__sign-out">{t('app.signOut')}</span>
    </button>
  );
};

interface ShellProps {
  /** The office's name, once it is known. */
  office: ReactNode;
  /** Whether it stands around a signed-in contact's pages. */
  signedIn?: boolean;
  children: ReactNode;
}

export const Shell = ({ office, signedIn = false, children }: ShellProps) => (
  <>
    <SkipLink />
    <header className="shell__header">
      <div className="shell__bar">
        <p className="shell__office">{office}</p>
        <LanguageButton />
        {signedIn ? (
          <>
            <SettingsLink />
            <SignOutButton />
          </>
        ) : null}
      </div>
    </header>
    {children}
  </>
);
