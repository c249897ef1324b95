import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { ExtensionCandidate, ExtensionOutcome } from '../../../../contracts/extension';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useCreateExtensionMutation, usePreviewExtensionMutation } from '../../services/extensions';
import type { Extended, ExtensionPreview, ExtensionRule } from '../../services/extensions';
import { problemAt } from '../../services/failure';
import { emptyDraft, readExtend } from './extendDraft';
import type { ExtendDraft } from './extendDraft';

/** One that was chosen and stayed where it is. */
export interface Stayed {
  candidate: ExtensionCandidate;
  outcome: Exclude<ExtensionOutcome, 'moved'>;
}

/** What the server showed, and for which rule it did. */
interface Shown {
  rule: ExtensionRule;
  preview: ExtensionPreview;
}

/** A deadline that is to move for many: asked for, shown, chosen, confirmed. */
export const useExtend = (onAllMoved: () => void) => {
  const t = useT();
  const reader = useReader();
  const { toggleNotification } = useNotification();
  const [show] = usePreviewExtensionMutation();
  const [create] = useCreateExtensionMutation();
  const looking = useSave<ExtensionPreview>();
  const save = useSave<Extended>();
  const [draft, setDraft] = useState<ExtendDraft>(emptyDraft);
  const [reference, setReference] = useState('');
  const [attempted, setAttempted] = useState<'preview' | 'move' | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [sendEmail, setSendEmail] = useState(true);
  const [stayed, setStayed] = useState<readonly Stayed[]>([]);
  const refused = useFieldProblems(looking.failure ?? save.failure);
  const read = readExtend(draft, reader);

  const candidates = shown?.preview.data ?? [];
  const isChosen = ({ documentId, pinned, blocked }: ExtensionCandidate) =>
    blocked === null && (decided.get(documentId) ?? !pinned);
  const chosen = candidates.filter(isChosen);

  const look = (rule: ExtensionRule) =>
    looking.run(
      () => show(rule).unwrap(),
      (preview) => {
        setShown({ rule, preview });
        setDecided(new Map());
      },
    );

  const moved = (rule: ExtensionRule, { data: { extension, results } }: Extended) => {
    const byId = new Map(candidates.map((candidate) => [candidate.documentId, candidate]));
    const left = results.flatMap(({ documentId, outcome }) => {
      const candidate = byId.get(documentId);
      return candidate && outcome !== 'moved' ? [{ candidate, outcome }] : [];
    });
    setStayed(left);
    setAttempted(null);
    const count = extension?.moved ?? 0;
    if (count > 0) toggleNotification({ type: 'success', message: t('extend.moved', { count }) });
    if (left.length === 0) onAllMoved();
    else void look(rule);
  };

  return {
    draft,
    /** What was shown is of other dates or another institution then. */
    change: (next: Partial<ExtendDraft>) => {
      setDraft((before) => ({ ...before, ...next }));
      setShown(null);
      setStayed([]);
      for (const field of Object.keys(next)) refused.touch(field);
    },
    reference,
    setReference,
    referenceMissing: attempted === 'move' && reference.trim() === '',
    problemOf: (field: keyof ExtendDraft) =>
      refused.at(field) ?? (attempted && !read.ok ? problemAt(read.problems, field) : undefined),
    preview: () => {
      setAttempted('preview');
      if (read.ok) void look(read.rule);
    },
    looking: looking.busy,
    shown,
    candidates,
    isChosen,
    choose: (some: readonly ExtensionCandidate[], choice: boolean) =>
      setDecided((before) => new Map([...before, ...some.map(({ documentId }) => [documentId, choice] as const)])),
    chosenCount: chosen.length,
    sendEmail,
    setSendEmail,
    save,
    failure: looking.failure ?? save.failure,
    dismiss: () => (looking.failure ? looking.dismiss() : save.dismiss()),
    stayed,
    submit: () => {
      setAttempted('move');
      if (!shown || reference.trim() === '') return;
      const instalments = chosen.map(({ documentId, payment }) => ({ documentId, revision: payment.revision }));
      const body = { ...shown.rule, reference: reference.trim(), instalments, sendEmail };
      void save.run(
        () => create(body).unwrap(),
        (answer) => moved(shown.rule, answer),
      );
    },
  };
};

export type ExtendForm = ReturnType<typeof useExtend>;
