import { useState } from 'react';
import { PaymentsError } from '../../../client/src';
import type { Me, PaymentsClient, Summary } from '../../../client/src';
import { Link } from '../app/Link';
import { Main } from '../app/Main';
import { PageHeading } from '../app/PageHeading';
import { logPath } from '../app/route';
import { useData, useResource } from '../data/DataProvider';
import { meResource, summaryResource } from '../data/resources';
import { useWords } from '../i18n/WordsProvider';
import { useAnnounce } from '../live/Announcer';
import { BackIcon } from '../ui/icons';
import { Problem } from '../ui/Problem';
import { LoadingWord, Skeleton } from '../ui/Skeleton';
import { CalendarSettings } from './CalendarSettings';
import { MailSettings } from './MailSettings';

/** Changes own settings; the answer is shown at once. */
const useChange = (reload: () => void) => {
  const { client } = useData();
  const announce = useAnnounce();
  const [failed, setFailed] = useState<{ error: unknown; again(): void } | null>(null);

  const change = async (task: (client: PaymentsClient) => Promise<Me>, saved: string): Promise<void> => {
    setFailed(null);
    try {
      await task(client);
      announce(saved);
      reload();
    } catch (error) {
      setFailed({ error, again: () => void change(task, saved) });
    }
  };
  return { change, failed };
};

const Forms = ({ me, reload }: { me: Me; reload(): void }) => {
  const { t } = useWords();
  const { change, failed } = useChange(reload);
  return (
    <>
      <p className="page-lead">{t('settings.who', { name: me.email ? `${me.name}, ${me.email}` : me.name })}</p>
      {failed === null ? null : <Problem error={failed.error} onRetry={failed.again} />}
      <div className="settings">
        <MailSettings me={me} change={change} />
        <CalendarSettings me={me} change={change} />
      </div>
    </>
  );
};

const Content = ({ summary }: { summary: Summary | null }) => {
  const { t } = useWords();
  const { data, error, reload } = useResource(meResource);
  const office = summary?.office ?? t('app.title');
  return (
    <>
      <PageHeading title={t('settings.title')} office={office}>
        {t('settings.title')}
      </PageHeading>
      {data !== null ? (
        <Forms me={data} reload={reload} />
      ) : error === null ? (
        <>
          <LoadingWord />
          <Skeleton shape="card" />
        </>
      ) : error instanceof PaymentsError && error.status === 404 ? (
        <p>{t('settings.noContact')}</p>
      ) : (
        <Problem error={error} onRetry={reload} />
      )}
    </>
  );
};

export const SettingsPage = () => {
  const { t } = useWords();
  const summary = useResource(summaryResource);
  return (
    <Main>
      <Link to={logPath} className="back">
        <BackIcon />
        {t('app.back')}
      </Link>
      <Content summary={summary.data} />
    </Main>
  );
};
