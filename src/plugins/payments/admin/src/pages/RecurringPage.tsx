import { Box, Flex, LinkButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { GridNine, Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { listed } from '../components/listing/listed';
import { ListPage } from '../components/listing/ListPage';
import { SeriesTable } from '../components/series/SeriesTable';
import { SearchBox } from '../components/shared/SearchBox';
import { paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useUrlQuery } from '../hooks/useUrlQuery';
import { useT } from '../intl/useT';
import { useListSeriesQuery } from '../services/series';

const STATES = ['active', 'stopped', 'all'] as const;

/** What the address says. */
const useSeries = () => {
  const [url, change] = useUrlQuery<'q' | 'state' | 'pageSize'>();
  const state = STATES.find((each) => each === url.state) ?? 'active';
  const query = { q: url.q || undefined, state, page: url.page ?? '1', pageSize: url.pageSize ?? '25' };
  const list = useListSeriesQuery(query, { refetchOnMountOrArgChange: true });
  return { q: url.q ?? '', state, change, list, stale: list.isFetching };
};

/** Recurring obligations of all customers. */
export const RecurringPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const { q, state, change, list, stale } = useSeries();
  const create = allowed('create') && (
    <LinkButton tag={NavLink} to={paths.createRecurring} startIcon={<Plus />}>
      {t('series.new')}
    </LinkButton>
  );
  return (
    <ListPage
      title={t('series.title')}
      subtitle={t('series.subtitle')}
      primaryAction={create || undefined}
      secondaryAction={
        allowed('update') && (
          <LinkButton tag={NavLink} to={paths.recurringGrid} variant="secondary" startIcon={<GridNine />}>
            {t('series.grid')}
          </LinkButton>
        )
      }
      filters={
        <Flex gap={2} wrap="wrap">
          <SearchBox
            label={t('series.search')}
            placeholder={t('series.search.placeholder')}
            value={q}
            onSearch={(next) => change({ q: next }, { replace: true })}
          />
          <Box minWidth="18rem">
            <SingleSelect
              size="S"
              aria-label={t('column.state')}
              value={state}
              onChange={(next) => change({ state: next === 'active' ? '' : String(next) })}
            >
              {STATES.map((option) => (
                <SingleSelectOption key={option} value={option}>
                  {t(`series.state.${option}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        </Flex>
      }
      list={listed(list)}
      empty={{ text: t(q ? 'series.noneFound' : 'series.empty'), action: q ? undefined : create || undefined }}
    >
      {(rows) => <SeriesTable series={rows} stale={stale} />}
    </ListPage>
  );
};
