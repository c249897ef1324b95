import { useState } from 'react';
import { checkWording } from '../../../../domain/mail-text';
import type { Wording } from '../../../../domain/mail-text';
import type { Problem } from '../../../../domain/problem';
import type { MailText } from '../../../../contracts/mail-texts';

/** Which text is being worded. */
export const keyOf = ({ kind, variant }: Pick<MailText, 'kind' | 'variant'>): string => `${kind}.${variant}`;

const same = (a: Wording, b: Wording): boolean => a.subject === b.subject && a.opening === b.opening;

/** The text that is chosen, with what was typed of it. Texts that were changed and not saved keep what was typed. */
export const useMailTexts = (texts: readonly MailText[], firstLanguage: MailText['language']) => {
  const [chosen, setChosen] = useState('reminder.one');
  const [language, setLanguage] = useState(firstLanguage);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Wording>>>({});
  const text = texts.find((one) => keyOf(one) === chosen && one.language === language) as MailText;
  const draftKey = `${chosen} ${language}`;
  const { subject, opening } = drafts[draftKey] ?? text;
  const draft: Wording = { subject, opening };
  const storedOf = (key: string) => texts.find((one) => `${keyOf(one)} ${one.language}` === key);

  const problemOf = (field: keyof Wording): Problem | undefined => {
    const checked = checkWording(draft[field], text.placeholders, [field]);
    return checked.ok ? undefined : checked.problems[0];
  };

  return {
    text,
    draft,
    chosen,
    choose: setChosen,
    language,
    setLanguage,
    change: (next: Partial<Wording>) => setDrafts({ ...drafts, [draftKey]: { ...draft, ...next } }),
    /** What was typed is saved. */
    settle: () => setDrafts(Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== draftKey))),
    problemOf,
    valid: !problemOf('subject') && !problemOf('opening') && draft.subject.trim() !== '' && draft.opening.trim() !== '',
    dirty: !same(draft, text),
    anyDirty: Object.entries(drafts).some(([key, value]) => {
      const stored = storedOf(key);
      return stored !== undefined && !same(value, stored);
    }),
    original: same(draft, text.original),
  };
};

export type MailTexts = ReturnType<typeof useMailTexts>;
