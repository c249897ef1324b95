import { useCallback } from 'react';
import type { StaffInstalment } from '../../../../contracts/instalment';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';

type Shifted = Pick<StaffInstalment, 'nominalDate' | 'dueDate' | 'shift'>;

/** Why a due date is not its nominal one: `Sat 30/10/2027 → Mon 01/11/2027: weekend`; null where it is. */
export const useShiftText = () => {
  const t = useT();
  const format = useFormat();
  return useCallback(
    ({ nominalDate, dueDate, shift }: Shifted): string | null => {
      if (!shift) return null;
      const reason = shift.name ?? t(`shift.${shift.kind}`);
      return t('shift.text', { from: format.weekDay(nominalDate), to: format.weekDay(dueDate), reason });
    },
    [format, t],
  );
};
