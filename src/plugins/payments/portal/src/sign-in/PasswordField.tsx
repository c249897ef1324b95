import { useState } from 'react';
import { useWords } from '../i18n/WordsProvider';

interface PasswordFieldProps {
  label: string;
  /** Tells password managers whether to fill one in or to make one. */
  autoComplete: 'current-password' | 'new-password';
  describedBy?: string | undefined;
}

export const PasswordField = ({ label, autoComplete, describedBy }: PasswordFieldProps) => {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor="password">{label}</label>
      <div className="field__with-button">
        <input
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-describedby={describedBy}
        />
        <button
          type="button"
          className="button button--quiet"
          aria-label={t(shown ? 'signIn.hidePassword' : 'signIn.showPassword')}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'signIn.hide' : 'signIn.show')}
        </button>
      </div>
    </div>
  );
};
