import { useResource } from '../data/DataProvider';
import { summaryResource } from '../data/resources';
import { useWords } from '../i18n/WordsProvider';
import { Link } from './Link';
import { Main } from './Main';
import { PageHeading } from './PageHeading';
import { logPath } from './route';

export const NotFoundPage = () => {
  const { t } = useWords();
  const summary = useResource(summaryResource);
  const title = t('app.notFound.title');
  return (
    <Main>
      <PageHeading title={title} office={summary.data?.office ?? t('app.title')}>
        {title}
      </PageHeading>
      <p>{t('app.notFound.text')}</p>
      <Link to={logPath} className="button button--primary">
        {t('app.back')}
      </Link>
    </Main>
  );
};
