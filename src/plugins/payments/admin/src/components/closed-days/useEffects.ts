import { useMemo, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { ClosedDayEffect } from '../../../../contracts/closed-days';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useApplyEffectsMutation, useListEffectsQuery } from '../../services/closed-days';
import { groupEffects, isSafe, searchEffects } from './effects';

type Applied = Awaited<ReturnType<ReturnType<ReturnType<typeof useApplyEffectsMutation>[0]>['unwrap']>>;

/** Due dates that no longer follow from the closed days: which to move, and whether to tell the contacts. */
export const useEffects = (onAllMoved: () => void) => {
  const t = useT();
  const { today } = useOffice();
  const { toggleNotification } = useNotification();
  const { data, isError, refetch } = useListEffectsQuery(undefined, { refetchOnMountOrArgChange: true });
  const [apply] = useApplyEffectsMutation();
  const save = useSave<Applied>();
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [search, setSearch] = useState('');
  const [sendEmail, setSendEmail] = useState(true);
  const [stayed, setStayed] = useState(0);

  const effects = data?.data;
  const isChosen = (effect: ClosedDayEffect) => decided.get(effect.documentId) ?? isSafe(effect, today);
  const chosen = (effects ?? []).filter(isChosen);
  const groups = useMemo(() => groupEffects(searchEffects(effects ?? [], search)), [effects, search]);

  const applied = ({ data: outcomes }: Applied) => {
    const moved = outcomes.filter(({ outcome }) => outcome === 'moved').length;
    setStayed(outcomes.length - moved);
    setDecided(new Map());
    toggleNotification({ type: 'success', message: t('effects.moved', { count: moved }) });
    if (moved === data?.meta.total) onAllMoved();
  };

  return {
    effects,
    total: data?.meta.total ?? 0,
    more: data?.meta.more === true,
    isError,
    refetch,
    groups,
    search,
    setSearch,
    isChosen,
    choose: (some: readonly ClosedDayEffect[], choice: boolean) =>
      setDecided((before) => new Map([...before, ...some.map(({ documentId }) => [documentId, choice] as const)])),
    chosenCount: chosen.length,
    sendEmail,
    setSendEmail,
    save,
    /** How many of the last move stayed, because they were paid, pinned or edited meanwhile. */
    stayed,
    forgetStayed: () => setStayed(0),
    submit: () => {
      const body = { effects: chosen.map(({ documentId, to }) => ({ documentId, to: to as string })), sendEmail };
      void save.run(() => apply(body).unwrap(), applied);
    },
  };
};

export type EffectsForm = ReturnType<typeof useEffects>;
