import { Box, Button, Flex, Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { CustomerField } from '../components/fields/CustomerField';
import { DayField } from '../components/fields/DayField';
import { InstitutionField } from '../components/fields/InstitutionField';
import { SelectField } from '../components/fields/SelectField';
import { SERIES_PERIODS } from '../components/series/draft';
import { SeriesMaking, SeriesWhat } from '../components/series/SeriesFields';
import { TermsFields } from '../components/series/TermsFields';
import { useSeriesForm } from '../components/series/useSeriesForm';
import type { SeriesForm } from '../components/series/useSeriesForm';
import { Cell } from '../components/shared/Cell';
import { ConfirmWarnings } from '../components/shared/ConfirmWarnings';
import { Panel } from '../components/shared/Panel';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { paths } from '../constants';
import { useUnsavedGuard } from '../hooks/useUnsavedGuard';
import { useProblemText } from '../intl/useProblemText';
import { useT } from '../intl/useT';
import { CREATE } from '../permissions';

const useErrors = ({ draft, problem }: SeriesForm) => {
  const problemText = useProblemText();
  return (path: string) => {
    const found = problem(path);
    return found && problemText(found, draft.currency);
  };
};

const Who = ({ form }: { form: SeriesForm }) => {
  const t = useT();
  const { draft, change } = form;
  const errorOf = useErrors(form);
  return (
    <Panel title={t('create.who')}>
      <CustomerField
        value={draft.customer}
        required
        error={errorOf('customer')}
        onChange={(customer) => change({ customer })}
      />
      <InstitutionField
        value={draft.institution}
        error={errorOf('institution')}
        onChange={(institution) => change({ institution })}
      />
      <SeriesWhat draft={draft} errorOf={errorOf} onChange={change} />
    </Panel>
  );
};

const When = ({ form }: { form: SeriesForm }) => {
  const t = useT();
  const { draft, change, problem } = form;
  const errorOf = useErrors(form);
  return (
    <Panel title={t('series.when')}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={4}>
          <SelectField
            name="period"
            label={t('series.period')}
            value={draft.period}
            onChange={(period) => change({ period })}
            options={SERIES_PERIODS.map((period) => ({ value: period, label: t(`period.${period}`) }))}
          />
        </Cell>
        <Cell col={4}>
          <DayField
            name="start"
            label={t('series.start')}
            required
            value={draft.start}
            problem={problem('start')}
            onChange={(start) => change({ start })}
          />
        </Cell>
        <Cell col={4}>
          <DayField
            name="end"
            label={t('series.end')}
            value={draft.end}
            problem={problem('end')}
            onChange={(end) => change({ end })}
          />
        </Cell>
      </Grid.Root>
      <TermsFields
        draft={draft}
        onChange={change}
        period={draft.period}
        currency={draft.currency}
        institution={draft.institution}
        problem={problem}
      />
      <SeriesMaking draft={draft} errorOf={errorOf} onChange={change} />
    </Panel>
  );
};

const CreateSeries = () => {
  const t = useT();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const form = useSeriesForm((series) => {
    guard.release();
    toggleNotification({ type: 'success', message: t('series.created') });
    navigate(paths.oneRecurring(series.documentId), { replace: true });
  });
  const guard = useUnsavedGuard(form.dirty);
  const { save } = form;
  return (
    <Page.Main>
      <Page.Title>{t('series.new')}</Page.Title>
      <Layouts.Header
        title={t('series.new')}
        navigationAction={<BackButton fallback={paths.recurring} />}
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" onClick={() => navigate(paths.recurring)}>
              {t('action.cancel')}
            </Button>
            <Button onClick={form.submit} loading={save.busy}>
              {t('action.create')}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        {save.failure && (
          <Box paddingBottom={4}>
            <ProblemsAlert failure={save.failure} currency={form.draft.currency} onClose={save.dismiss} />
          </Box>
        )}
        <Grid.Root gap={6} gridCols={12}>
          <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
            <Who form={form} />
          </Grid.Item>
          <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
            <When form={form} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
      <ConfirmWarnings warnings={save.confirm} busy={save.busy} onConfirm={save.accept} onCancel={save.dismiss} />
      {guard.dialog}
    </Page.Main>
  );
};

/** A new recurring obligation: who and what on the left, when and how much on the right. */
export const CreateSeriesPage = () => (
  <Page.Protect permissions={CREATE}>
    <CreateSeries />
  </Page.Protect>
);
