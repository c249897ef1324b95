import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { SeriesValue } from '../../../../contracts/series';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { problemAt } from '../../services/failure';
import { useUpdateSeriesMutation } from '../../services/series';
import { SelectField } from '../fields/SelectField';
import { ConfirmWarnings } from '../shared/ConfirmWarnings';
import { FormDialog } from '../shared/FormDialog';
import { readTerms, termsOf } from './draft';
import type { TermsDraft } from './draft';
import { TermsFields } from './TermsFields';
import { isOfSeries } from './useSeriesForm';

/** Periods from which on something can change: those that have no payment yet. */
const changeable = ({ periods }: SeriesValue) =>
  periods.filter(({ state }) => state === 'expected' || state === 'waiting' || state === 'skipped');

const useTerms = (series: SeriesValue, onClose: () => void) => {
  const reader = useReader();
  const format = useFormat();
  const [from, setFrom] = useState(String(changeable(series)[0]?.number ?? 1));
  const [draft, setDraft] = useState<TermsDraft>(() =>
    termsOf(series, series.amount ? format.amount(series.amount.value, series.currency) : ''),
  );
  const [attempted, setAttempted] = useState(false);
  const [update] = useUpdateSeriesMutation();
  const save = useSave<SeriesValue>();
  const refused = useFieldProblems(save.failure);
  const { currency, institution, documentId, revision } = series;
  const read = readTerms(draft, { currency, institution }, reader);
  return {
    from,
    setFrom,
    draft,
    change: (change: Partial<TermsDraft>) => setDraft((before) => ({ ...before, ...change })),
    problem: (path: string) => refused.at(path) ?? (attempted && !read.ok ? problemAt(read.problems, path) : undefined),
    save,
    submit: () => {
      setAttempted(true);
      if (!read.ok) return;
      const { value } = read;
      void save.run(
        (_, confirmed) =>
          update({
            documentId,
            body: { revision, from: Number(from), ...value, confirmed: confirmed.filter(isOfSeries) },
          }).unwrap(),
        onClose,
      );
    },
  };
};

/** Another amount, code or day from a period on; what was made before stays as it is. */
export const ChangeTermsDialog = ({ series, onClose }: { series: SeriesValue; onClose: () => void }) => {
  const t = useT();
  const format = useFormat();
  const form = useTerms(series, onClose);
  const { save } = form;
  return (
    <>
      <FormDialog
        title={t('series.change')}
        submit={t('action.save')}
        busy={save.busy}
        failure={save.failure}
        currency={series.currency}
        onSubmit={form.submit}
        onDismissFailure={save.dismiss}
        onClose={onClose}
      >
        <Typography textColor="neutral600">{t('series.change.text')}</Typography>
        <SelectField
          name="from"
          label={t('series.from')}
          value={form.from}
          onChange={form.setFrom}
          options={changeable(series).map(({ number, dueDate }) => ({
            value: String(number),
            label: t('series.from.option', { number, day: format.weekDay(dueDate) }),
          }))}
        />
        <TermsFields
          draft={form.draft}
          onChange={form.change}
          period={series.period}
          currency={series.currency}
          institution={series.institution}
          problem={form.problem}
        />
      </FormDialog>
      <ConfirmWarnings warnings={save.confirm} busy={save.busy} onConfirm={save.accept} onCancel={save.dismiss} />
    </>
  );
};
