import { lazy, Suspense } from 'react';
import { DataProvider, useResource } from '../data/DataProvider';
import { summaryResource } from '../data/resources';
import { loadWords } from '../i18n/load-words';
import type { Words } from '../i18n/words';
import { useWords, WordsProvider } from '../i18n/WordsProvider';
import { Announcer } from '../live/Announcer';
import { LiveProvider } from '../live/LiveProvider';
import { LogPage } from '../log/LogPage';
import { LogSkeleton } from '../log/LogSkeleton';
import { ObligationPage } from '../obligation/ObligationPage';
import type { Access } from '../session/access';
import { SessionProvider, useSession } from '../session/SessionProvider';
import { SignInPage } from '../sign-in/SignInPage';
import { Problem } from '../ui/Problem';
import { Link } from './Link';
import { Main } from './Main';
import { useRoute } from './navigation';
import { NotFoundPage } from './NotFoundPage';
import { isPublic, logPath } from './route';
import { Shell } from './Shell';

// Few visits need these.
const PublicPages = lazy(async () => ({ default: (await import('../access/PublicPages')).PublicPages }));
const SettingsPage = lazy(async () => ({ default: (await import('../settings/SettingsPage')).SettingsPage }));

const Page = () => {
  const route = useRoute();
  switch (route.page) {
    case 'log':
      return <LogPage />;
    case 'obligation':
      return <ObligationPage documentId={route.documentId} />;
    case 'settings':
      return <SettingsPage />;
    default:
      return <NotFoundPage />;
  }
};

/** The office's name as the summary tells it, which leads to the log; a non-breaking space keeps its place until then. */
const OfficeName = () => {
  const { data } = useResource(summaryResource);
  return data === null ? <>{'\u00a0'}</> : <Link to={logPath}>{data.office}</Link>;
};

const PortalTitle = () => <>{useWords().t('app.title')}</>;

/** The pages of a contact, or what stands before them. */
const ContactPages = () => {
  const { state, end, restore } = useSession();
  switch (state.status) {
    case 'signed-in':
      return (
        <DataProvider client={state.client} onSessionEnd={end}>
          <LiveProvider>
            <Shell signedIn office={<OfficeName />}>
              <Suspense fallback={<Main>{null}</Main>}>
                <Page />
              </Suspense>
            </Shell>
          </LiveProvider>
        </DataProvider>
      );
    case 'signed-out':
      return (
        <Shell office={<PortalTitle />}>
          <SignInPage farewell={state.farewell} />
        </Shell>
      );
    default:
      return (
        <Shell office={<PortalTitle />}>
          <Main>
            {state.status === 'restoring' ? <LogSkeleton /> : <Problem error={state.error} onRetry={restore} />}
          </Main>
        </Shell>
      );
  }
};

const Portal = () => {
  const { page } = useRoute();
  if (!isPublic(page)) return <ContactPages />;
  return (
    <Shell office={<PortalTitle />}>
      <Suspense fallback={<Main>{null}</Main>}>
        <PublicPages page={page} />
      </Suspense>
    </Shell>
  );
};

export const App = ({ words, access }: { words: Words; access: Access }) => (
  <WordsProvider first={words} load={loadWords}>
    <Announcer>
      <SessionProvider access={access}>
        <Portal />
      </SessionProvider>
    </Announcer>
  </WordsProvider>
);
