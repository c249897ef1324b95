import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { SeriesValue } from '../../../../contracts/series';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { problemAt } from '../../services/failure';
import { useUpdateSeriesMutation } from '../../services/series';
import { DayField } from '../fields/DayField';
import { FormDialog } from '../shared/FormDialog';
import { fieldsOf, readFields } from './draft';
import type { FieldsDraft } from './draft';
import { SeriesMaking, SeriesWhat } from './SeriesFields';

const useFields = (series: SeriesValue, onClose: () => void) => {
  const reader = useReader();
  const [draft, setDraft] = useState<FieldsDraft>(() => fieldsOf(series, reader));
  const [attempted, setAttempted] = useState(false);
  const [update] = useUpdateSeriesMutation();
  const save = useSave<SeriesValue>();
  const refused = useFieldProblems(save.failure);
  const problemText = useProblemText();
  const read = readFields(draft, reader);
  const problem = (path: string) =>
    refused.at(path) ?? (attempted && !read.ok ? problemAt(read.problems, path) : undefined);
  const { documentId, revision, currency } = series;
  return {
    draft,
    change: (change: Partial<FieldsDraft>) => {
      setDraft((before) => ({ ...before, ...change }));
      for (const field of Object.keys(change)) refused.touch(field);
    },
    problem,
    errorOf: (path: string) => {
      const found = problem(path);
      return found && problemText(found, currency);
    },
    save,
    submit: () => {
      setAttempted(true);
      if (!read.ok) return;
      void save.run(() => update({ documentId, body: { revision, ...read.value } }).unwrap(), onClose);
    },
  };
};

/** What holds for the whole series and for every payment that is still to be made; what was made before stays as it is. */
export const EditSeriesDialog = ({ series, onClose }: { series: SeriesValue; onClose: () => void }) => {
  const t = useT();
  const { draft, change, problem, errorOf, save, submit } = useFields(series, onClose);
  return (
    <FormDialog
      title={t('series.edit')}
      submit={t('action.save')}
      busy={save.busy}
      failure={save.failure}
      currency={series.currency}
      onSubmit={submit}
      onDismissFailure={save.dismiss}
      onClose={onClose}
    >
      <Typography textColor="neutral600">{t('series.change.text')}</Typography>
      <SeriesWhat draft={draft} errorOf={errorOf} onChange={change} />
      <DayField
        name="end"
        label={t('series.end')}
        value={draft.end}
        problem={problem('end')}
        onChange={(end) => change({ end })}
      />
      <SeriesMaking draft={draft} errorOf={errorOf} onChange={change} />
    </FormDialog>
  );
};
