import type { Arrangement } from '../../../../contracts/arrangements';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';

type Standing = Arrangement & { lostAfter: number };

/** How an arrangement stands, in a sentence; null while nothing threatens it. */
export const useStandingText = () => {
  const t = useT();
  const format = useFormat();
  return ({ missed, lossDate, state, lostAfter }: Standing): string | null => {
    if (state === 'kept') return null;
    if (state === 'over') return t('arrangement.over', { missed, lostAfter });
    return t('arrangement.atRisk', { missed, lostAfter, day: lossDate ? format.weekDay(lossDate) : '' });
  };
};
