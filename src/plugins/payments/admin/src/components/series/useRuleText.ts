import { useCallback } from 'react';
import type { SeriesItem } from '../../../../contracts/series';
import { useT } from '../../intl/useT';

/** When a series falls due, in words: `Monthly, last open day of the month`. */
export const useRuleText = () => {
  const t = useT();
  return useCallback(
    ({ period, rule }: Pick<SeriesItem, 'period' | 'rule'>): string => {
      const often = t(`period.${period}`);
      if (rule.kind === 'from-start') return often;
      const on = rule.kind === 'month-end' ? t('series.rule.month-end') : t('series.onDay', { day: rule.day });
      return `${often} · ${on}`;
    },
    [t],
  );
};
