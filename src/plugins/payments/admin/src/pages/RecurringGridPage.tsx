import { Box, Flex, IconButton, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { GridOfMonth } from '../components/series/GridOfMonth';
import { ListEmpty, ListError, ListLoading } from '../components/shared/ListState';
import { paths } from '../constants';
import { useOffice } from '../hooks/useOffice';
import { useUrlQuery } from '../hooks/useUrlQuery';
import { useFormat } from '../intl/useFormat';
import { useT } from '../intl/useT';
import { UPDATE } from '../permissions';
import { useListInstitutionsQuery } from '../services/institutions';
import { useGetSeriesGridQuery } from '../services/series';

const monthAfter = (month: string, distance: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + distance;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

/** The design system takes the empty string for "nothing chosen". */
const ALL = 'all';

const useGrid = () => {
  const { today } = useOffice();
  const [url, change] = useUrlQuery<'month' | 'institution' | 'title'>();
  const month = /^\d{4}-\d{2}$/.test(url.month ?? '') ? (url.month as string) : today.slice(0, 7);
  const institution = url.institution || undefined;
  const title = url.title || undefined;
  const grid = useGetSeriesGridQuery({ month, institution, title }, { refetchOnMountOrArgChange: true });
  return { month, institution, title, change, grid };
};

const Choice = (props: {
  label: string;
  all: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) => {
  const { label, all, value, options, onChange } = props;
  return (
    <Box minWidth="22rem">
      <SingleSelect
        size="S"
        aria-label={label}
        value={value ?? ALL}
        onChange={(next) => onChange(next === ALL ? '' : String(next))}
      >
        <SingleSelectOption value={ALL}>{all}</SingleSelectOption>
        {options.map(([key, text]) => (
          <SingleSelectOption key={key} value={key}>
            {text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
};

const RecurringGrid = () => {
  const t = useT();
  const format = useFormat();
  const { currency } = useOffice();
  const { month, institution, title, change, grid } = useGrid();
  const { data: institutions } = useListInstitutionsQuery({ pageSize: 100 });
  const { data, isError, refetch, isFetching } = grid;
  const shown = data?.month === month ? data : undefined;
  return (
    <Page.Main>
      <Page.Title>{t('series.grid')}</Page.Title>
      <Layouts.Header
        title={t('series.grid')}
        subtitle={t('series.grid.subtitle')}
        navigationAction={<BackButton fallback={paths.recurring} />}
      />
      <Layouts.Action
        startActions={
          <Flex gap={2} wrap="wrap">
            <Flex gap={1}>
              <IconButton label={t('series.grid.before')} onClick={() => change({ month: monthAfter(month, -1) })}>
                <ChevronLeft />
              </IconButton>
              <Box minWidth="14rem">
                <Typography tag="p" textAlign="center" fontWeight="bold" aria-live="polite">
                  {format.month(`${month}-01`)}
                </Typography>
              </Box>
              <IconButton label={t('series.grid.after')} onClick={() => change({ month: monthAfter(month, 1) })}>
                <ChevronRight />
              </IconButton>
            </Flex>
            <Choice
              label={t('column.institution')}
              all={t('series.grid.allInstitutions')}
              value={institution}
              options={(institutions?.data ?? []).map(({ documentId, name }) => [documentId, name] as const)}
              onChange={(next) => change({ institution: next, title: '' })}
            />
            <Choice
              label={t('field.title')}
              all={t('series.grid.allTitles')}
              value={title}
              options={(data?.titles ?? []).map((each) => [each, each] as const)}
              onChange={(next) => change({ title: next })}
            />
          </Flex>
        }
      />
      <Layouts.Content>
        {isError && <ListError onRetry={refetch} />}
        {!isError && (!shown || (isFetching && shown.rows.length === 0)) && <ListLoading />}
        {!isError && shown?.rows.length === 0 && !isFetching && <ListEmpty text={t('series.grid.empty')} />}
        {!isError && shown?.more && (
          <Box paddingBottom={4}>
            <Typography textColor="warning700" role="status">
              {t('series.grid.more')}
            </Typography>
          </Box>
        )}
        {!isError && shown && shown.rows.length > 0 && (
          <GridOfMonth key={`${month} ${institution} ${title}`} rows={shown.rows} currency={currency} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

/** The grid of a month: amounts and codes of all customers whose period falls into it. */
export const RecurringGridPage = () => (
  <Page.Protect permissions={UPDATE}>
    <RecurringGrid />
  </Page.Protect>
);
