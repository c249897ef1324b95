import { useState } from 'react';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { problemAt } from '../../services/failure';
import { useCreateClosedDayMutation, useUpdateClosedDayMutation } from '../../services/closed-days';
import { closedDayDraft, readClosedDay } from './closedDayDraft';
import type { ClosedDayDraft, Opened } from './closedDayDraft';

/** One closed day of the office while it is entered or changed. */
export const useClosedDayForm = (opened: Opened, onSaved: () => void) => {
  const { currency } = useOffice();
  const reader = useReader();
  const problemText = useProblemText();
  const [draft, setDraft] = useState(() => closedDayDraft(opened, reader));
  const [attempted, setAttempted] = useState(false);
  const [create] = useCreateClosedDayMutation();
  const [update] = useUpdateClosedDayMutation();
  const save = useSave<unknown>();
  const refused = useFieldProblems(save.failure);
  const read = readClosedDay(draft, reader);
  const own = opened === 'new' ? null : opened.own;

  const problemOf = (field: keyof ClosedDayDraft) =>
    refused.at(field) ?? (attempted && !read.ok ? problemAt(read.problems, field) : undefined);

  return {
    draft,
    save,
    currency,
    problemOf,
    errorOf: (field: keyof ClosedDayDraft) => {
      const problem = problemOf(field);
      return problem && problemText(problem, currency);
    },
    change: (next: Partial<ClosedDayDraft>) => {
      setDraft((before) => ({ ...before, ...next }));
      for (const field of Object.keys(next)) refused.touch(field);
    },
    submit: () => {
      setAttempted(true);
      if (!read.ok) return;
      const { body } = read;
      const send = () => (own ? update({ documentId: own.documentId, body }).unwrap() : create(body).unwrap());
      void save.run(send, onSaved);
    },
  };
};
