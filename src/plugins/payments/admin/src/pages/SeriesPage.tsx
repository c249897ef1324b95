import { useState } from 'react';
import { Badge, Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useNavigate, useParams } from 'react-router-dom';
import type { SeriesValue } from '../../../contracts/series';
import { ChangeTermsDialog } from '../components/series/ChangeTermsDialog';
import { EditSeriesDialog } from '../components/series/EditSeriesDialog';
import { PeriodsTable } from '../components/series/PeriodsTable';
import { UsualAmount } from '../components/series/SeriesTable';
import { useRuleText } from '../components/series/useRuleText';
import { DeleteDialog } from '../components/shared/DeleteDialog';
import { Panel } from '../components/shared/Panel';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useSave } from '../hooks/useSave';
import { useFormat } from '../intl/useFormat';
import { useT } from '../intl/useT';
import { useDeleteSeriesMutation, useGetSeriesQuery, useUpdateSeriesMutation } from '../services/series';
import type { UpdateSeriesBody } from '../services/series';

/** One change at a time, said above the page where it is refused. */
const useChange = ({ documentId, revision }: SeriesValue) => {
  const [update] = useUpdateSeriesMutation();
  const save = useSave<SeriesValue>();
  const change = (body: Omit<UpdateSeriesBody, 'revision'>) =>
    void save.run(
      () => update({ documentId, body: { revision, ...body } }).unwrap(),
      () => undefined,
    );
  return { save, change };
};

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <Box>
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {name}
    </Typography>
    <Box tag="dd">{children}</Box>
  </Box>
);

const Facts = ({ series }: { series: SeriesValue }) => {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  return (
    <Flex tag="dl" gap={6} wrap="wrap" alignItems="flex-start">
      <Fact name={t('column.customer')}>
        <Link tag={NavLink} to={paths.customer(series.customer.documentId)}>
          {series.customer.name}
        </Link>
      </Fact>
      <Fact name={t('column.when')}>
        <Typography>{ruleText(series)}</Typography>
      </Fact>
      <Fact name={t('series.amount')}>
        <UsualAmount amount={series.amount} />
      </Fact>
      <Fact name={t('column.code')}>
        <Typography>{series.paymentCode?.display ?? t('series.toFollow')}</Typography>
      </Fact>
      <Fact name={t('series.span')}>
        <Typography>
          {series.end
            ? t('series.span.value', { start: format.day(series.start), end: format.day(series.end) })
            : t('series.span.open', { start: format.day(series.start) })}
        </Typography>
      </Fact>
      <Fact name={t('series.madeAhead')}>
        <Typography>{t('series.days', { days: series.daysAhead })}</Typography>
      </Fact>
    </Flex>
  );
};

const Series = ({ series }: { series: SeriesValue }) => {
  const t = useT();
  const navigate = useNavigate();
  const allowed = useAllowed();
  const { save, change } = useChange(series);
  const [open, setOpen] = useState<'fields' | 'terms' | 'delete' | null>(null);
  const [remove] = useDeleteSeriesMutation();
  const { documentId, revision, title, institution, state } = series;
  const mayChange = allowed('update');
  const isNew = !series.periods.some(({ state: period }) => period === 'created' || period === 'deleted');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={[series.customer.name, institution?.name].filter(Boolean).join(' · ')}
        navigationAction={<BackButton fallback={paths.recurring} />}
        secondaryAction={state === 'stopped' && <Badge>{t('series.stopped')}</Badge>}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            {allowed('delete') && isNew && (
              <Button variant="tertiary" onClick={() => setOpen('delete')}>
                {t('delete.submit')}
              </Button>
            )}
            {mayChange && (
              <Button
                variant="secondary"
                loading={save.busy}
                onClick={() => change({ state: state === 'active' ? 'stopped' : 'active' })}
              >
                {t(state === 'active' ? 'series.stop' : 'series.goOn')}
              </Button>
            )}
            {mayChange && (
              <Button variant="secondary" onClick={() => setOpen('fields')}>
                {t('action.edit')}
              </Button>
            )}
            {mayChange && state === 'active' && series.next && (
              <Button onClick={() => setOpen('terms')}>{t('series.change')}</Button>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
          {save.failure && <ProblemsAlert failure={save.failure} currency={series.currency} onClose={save.dismiss} />}
          <Panel title={t('series.agreed')}>
            <Facts series={series} />
          </Panel>
          <PeriodsTable
            series={series}
            busy={save.busy}
            onSkip={mayChange ? ({ number }) => change({ skip: [number] }) : undefined}
            onUnskip={mayChange ? ({ number }) => change({ unskip: [number] }) : undefined}
          />
        </Flex>
      </Layouts.Content>
      {open === 'fields' && <EditSeriesDialog series={series} onClose={() => setOpen(null)} />}
      {open === 'terms' && <ChangeTermsDialog series={series} onClose={() => setOpen(null)} />}
      {open === 'delete' && (
        <DeleteDialog
          title={t('series.delete.of', { title })}
          text={t('series.delete.text')}
          remove={() => remove({ documentId, revision }).unwrap()}
          onDeleted={() => navigate(paths.recurring)}
          onClose={() => setOpen(null)}
        />
      )}
    </Page.Main>
  );
};

/** One recurring obligation: what is agreed, its periods, and what can be done about them. */
export const SeriesPage = () => {
  const { documentId = '' } = useParams();
  const { data, isError } = useGetSeriesQuery(documentId, { refetchOnMountOrArgChange: true });
  if (isError) return <Page.Error />;
  return data ? <Series series={data} /> : <Page.Loading />;
};
