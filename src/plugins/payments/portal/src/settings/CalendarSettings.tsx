import type { Me } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { CopyButton } from '../pay/CopyButton';
import type { Change } from './change';

/** Calendar programs subscribe to `webcal:`; over plain HTTPS a browser would download the file once. */
const toSubscribe = (address: string): string => address.replace(/^https?:/, 'webcal:');

const Address = ({ address, change }: { address: string; change: Change }) => {
  const { t } = useWords();
  return (
    <>
      <div className="code code__whole">
        <p className="code__value" translate="no">
          {address}
        </p>
        <CopyButton value={address} label={t('settings.calendar.copy')} />
      </div>
      <a className="button button--primary" href={toSubscribe(address)}>
        {t('settings.calendar.subscribe')}
      </a>
      <div className="settings__buttons">
        <button
          type="button"
          className="button button--quiet"
          onClick={() => void change((client) => client.renewCalendarFeed(), t('settings.calendar.renewed'))}
        >
          {t('settings.calendar.renew')}
        </button>
        <button
          type="button"
          className="button button--quiet"
          onClick={() => void change((client) => client.revokeCalendarFeed(), t('settings.calendar.revoked'))}
        >
          {t('settings.calendar.revoke')}
        </button>
      </div>
    </>
  );
};

/** Due dates in the reader's own calendar, by a secret address. */
export const CalendarSettings = ({ me, change }: { me: Me; change: Change }) => {
  const { t } = useWords();
  if (!me.calendarFeeds) return null;
  return (
    <section className="card form" aria-labelledby="settings-calendar">
      <h2 id="settings-calendar">{t('settings.calendar')}</h2>
      <p>{t('settings.calendar.text')}</p>
      {me.calendarFeed === null ? (
        <button
          type="button"
          className="button button--primary"
          onClick={() => void change((client) => client.renewCalendarFeed(), t('app.saved'))}
        >
          {t('settings.calendar.create')}
        </button>
      ) : (
        <Address address={me.calendarFeed} change={change} />
      )}
    </section>
  );
};
