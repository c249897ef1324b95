import type { Me } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import type { Change } from './change';

/** The language of what the office sends, and whether it reminds. */
export const MailSettings = ({ me, change }: { me: Me; change: Change }) => {
  const { t, has } = useWords();
  const nameOf = (language: string): string => {
    const key = `language.${language}`;
    return has(key) ? t(key) : language;
  };
  return (
    <section className="card form" aria-labelledby="settings-mails">
      <h2 id="settings-mails">{t('settings.mails')}</h2>
      <div className="field">
        <label htmlFor="language">{t('settings.language')}</label>
        <select
          id="language"
          value={me.language ?? ''}
          onChange={(event) => {
            const language = event.target.value || null;
            void change((client) => client.updateMe({ language }), t('app.saved'));
          }}
        >
          <option value="">{t('settings.language.office')}</option>
          {me.languages.map((language) => (
            <option key={language} value={language}>
              {nameOf(language)}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={me.reminders}
          onChange={(event) => {
            const reminders = event.target.checked;
            void change((client) => client.updateMe({ reminders }), t('app.saved'));
          }}
        />
        {t('settings.reminders')}
      </label>
      {me.reminders ? null : <p className="small">{t('settings.reminders.off')}</p>}
    </section>
  );
};
