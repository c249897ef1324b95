import { useState } from 'react';
import type { InstitutionValue } from '../../../../contracts/institution';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { problemAt } from '../../services/failure';
import { useCreateInstitutionMutation, useUpdateInstitutionMutation } from '../../services/institutions';
import { institutionBody, institutionDraft, institutionProblems } from './institutionDraft';
import type { InstitutionDraft } from './institutionDraft';

/** A new institution, or the edit of one. */
export const useInstitutionForm = (institution: InstitutionValue | undefined, onSaved: () => void) => {
  const office = useOffice();
  const problemText = useProblemText();
  const [draft, setDraft] = useState(() => institutionDraft(institution, office.ladder));
  const [attempted, setAttempted] = useState(false);
  const [create] = useCreateInstitutionMutation();
  const [update] = useUpdateInstitutionMutation();
  const save = useSave<InstitutionValue>();
  const refused = useFieldProblems(save.failure);
  const problems = institutionProblems(draft);

  const problemOf = (field: keyof InstitutionDraft) =>
    refused.at(field) ?? (attempted ? problemAt(problems, field) : undefined);

  return {
    draft,
    save,
    office,
    problemOf,
    errorOf: (field: keyof InstitutionDraft) => {
      const problem = problemOf(field);
      return problem && problemText(problem, office.currency);
    },
    change: (next: Partial<InstitutionDraft>) => {
      setDraft((before) => ({ ...before, ...next }));
      for (const field of Object.keys(next)) refused.touch(field);
    },
    submit: () => {
      setAttempted(true);
      if (problems.length > 0) return;
      const body = institutionBody(draft);
      const send = () =>
        institution ? update({ documentId: institution.documentId, body }).unwrap() : create(body).unwrap();
      void save.run(send, onSaved);
    },
  };
};

export type InstitutionForm = ReturnType<typeof useInstitutionForm>;
