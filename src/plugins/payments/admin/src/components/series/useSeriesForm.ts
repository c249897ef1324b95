import { useState } from 'react';
import type { SeriesValue } from '../../../../contracts/series';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { problemAt } from '../../services/failure';
import { useCreateSeriesMutation } from '../../services/series';
import { emptySeries, readSeries } from './draft';
import type { SeriesDraft } from './draft';

/** The form of a new series: what is typed, and what is wrong with it where. */
export const useSeriesForm = (onCreated: (series: SeriesValue) => void) => {
  const { currency, today } = useOffice();
  const reader = useReader();
  const [begun] = useState(() =>
    emptySeries(currency, reader.writeDay(today as Parameters<typeof reader.writeDay>[0])),
  );
  const [draft, setDraft] = useState<SeriesDraft>(begun);
  const [attempted, setAttempted] = useState(false);
  const [create] = useCreateSeriesMutation();
  const save = useSave<SeriesValue>();
  const refused = useFieldProblems(save.failure);
  const ofWeeks = draft.period === 'weekly' || draft.period === 'biweekly';
  const said: SeriesDraft = ofWeeks ? { ...draft, rule: 'from-start' } : draft;
  const read = readSeries(said, reader);

  return {
    draft,
    change: (change: Partial<SeriesDraft>) => {
      setDraft((before) => ({ ...before, ...change }));
      for (const field of Object.keys(change)) refused.touch(field === 'code' ? 'paymentCode' : field);
    },
    problem: (path: string) => refused.at(path) ?? (attempted && !read.ok ? problemAt(read.problems, path) : undefined),
    dirty: draft !== begun,
    save,
    submit: () => {
      setAttempted(true);
      if (!read.ok) return;
      void save.run(
        (_, confirmed) => create({ ...read.value, confirmed: confirmed.filter(isOfSeries) }).unwrap(),
        onCreated,
      );
    },
  };
};

/** Warnings that a series' form can confirm. */
export const isOfSeries = (code: string): code is 'past-periods' | 'wrong-customer' =>
  code === 'past-periods' || code === 'wrong-customer';

export type SeriesForm = ReturnType<typeof useSeriesForm>;
