import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { SettlementCandidate, SettlementLine, SettlementOutcome } from '../../../../contracts/settlements';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useApplySettlementsMutation, usePreviewSettlementsMutation } from '../../services/settlements';
import type { Settled, SettlementPreview } from '../../services/settlements';
import { canTake, choiceOf, settlementsOf } from './choices';
import type { Choice } from './choices';

/** One that was chosen and not marked as paid. */
export interface Left {
  candidate: SettlementCandidate;
  outcome: Exclude<SettlementOutcome, 'settled'>;
}

/** A list of a bank or tax office: pasted, matched, chosen, marked as paid. */
export const useSettleList = () => {
  const t = useT();
  const { today } = useOffice();
  const reader = useReader();
  const { toggleNotification } = useNotification();
  const [look] = usePreviewSettlementsMutation();
  const [apply] = useApplySettlementsMutation();
  const looking = useSave<SettlementPreview>();
  const save = useSave<Settled>();
  const [text, setText] = useState('');
  const [day, setDay] = useState(() => reader.writeDay(today as Parameters<typeof reader.writeDay>[0]));
  const [lines, setLines] = useState<readonly SettlementLine[] | null>(null);
  const [decided, setDecided] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [sendEmail, setSendEmail] = useState(false);
  const [left, setLeft] = useState<readonly Left[]>([]);
  const paidOn = reader.day(day);
  const settlements = paidOn.ok ? settlementsOf(lines ?? [], decided, paidOn.value) : [];

  const show = () =>
    looking.run(
      () => look(text).unwrap(),
      ({ data }) => {
        setLines(data);
        setDecided(new Map());
      },
    );

  const applied = ({ data: { settled, results } }: Settled) => {
    const byId = new Map((lines ?? []).flatMap(({ candidates }) => candidates.map((one) => [one.documentId, one])));
    setLeft(
      results.flatMap(({ instalment, outcome }) => {
        const candidate = byId.get(instalment);
        return candidate && outcome !== 'settled' ? [{ candidate, outcome }] : [];
      }),
    );
    if (settled > 0) toggleNotification({ type: 'success', message: t('settleList.done', { count: settled }) });
    void show();
  };

  return {
    text,
    /** What was shown is of another list then. */
    setText: (next: string) => {
      setText(next);
      setLines(null);
      setLeft([]);
    },
    day,
    setDay,
    show,
    looking: looking.busy,
    lines,
    choiceOf: (line: SettlementLine) => choiceOf(line, decided),
    canTake: (line: SettlementLine) => canTake(line, choiceOf(line, decided)),
    choose: ({ line }: SettlementLine, choice: Choice) => setDecided((before) => new Map([...before, [line, choice]])),
    count: settlements.length,
    sendEmail,
    setSendEmail,
    save,
    failure: looking.failure ?? save.failure,
    dismiss: () => (looking.failure ? looking.dismiss() : save.dismiss()),
    left,
    submit: () => void save.run(() => apply({ settlements, sendEmail }).unwrap(), applied),
  };
};

export type SettleListForm = ReturnType<typeof useSettleList>;
