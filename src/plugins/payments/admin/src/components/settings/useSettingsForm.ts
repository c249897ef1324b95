import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { problemAt } from '../../services/failure';
import { useUpdateSettingsMutation } from '../../services/settings';
import type { OfficeSettings } from '../../services/settings';
import { settingsChanges, settingsDraft, settingsProblems } from './settingsDraft';
import type { SettingsDraft } from './settingsDraft';

/** The office's settings while they are edited: what is typed, what is wrong with it, and one save for all of it. */
export const useSettingsForm = () => {
  const t = useT();
  const { today: _today, ...office } = useOffice();
  const { toggleNotification } = useNotification();
  const problemText = useProblemText();
  const [edits, setEdits] = useState<Partial<SettingsDraft>>({});
  const [attempted, setAttempted] = useState(false);
  const [update] = useUpdateSettingsMutation();
  const save = useSave<OfficeSettings>();
  const refused = useFieldProblems(save.failure);

  const draft: SettingsDraft = { ...settingsDraft(office), ...edits };
  const problems = settingsProblems(draft);
  const changes = settingsChanges(draft, office);
  // a number that is no number any more differs too
  const dirty = Object.keys(changes).length > 0 || problems.length > 0;

  const problemOf = (field: string) => refused.at(field) ?? (attempted ? problemAt(problems, field) : undefined);
  const saved = () => {
    setEdits({});
    setAttempted(false);
    toggleNotification({ type: 'success', message: t('save.done') });
  };

  return {
    draft,
    dirty,
    save,
    problemOf,
    errorOf: (field: keyof SettingsDraft) => {
      const problem = problemOf(field);
      return problem && problemText(problem, office.currency);
    },
    change: (next: Partial<SettingsDraft>) => {
      setEdits((before) => ({ ...before, ...next }));
      for (const field of Object.keys(next)) refused.touch(field);
    },
    discard: () => {
      setEdits({});
      setAttempted(false);
      save.dismiss();
    },
    submit: () => {
      setAttempted(true);
      if (problems.length === 0) void save.run(() => update(changes).unwrap(), saved);
    },
  };
};

export type SettingsForm = ReturnType<typeof useSettingsForm>;
