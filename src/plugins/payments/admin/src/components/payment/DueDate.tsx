import { useMemo } from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { StaffPayment } from '../../../../contracts/payment';
import { useFormat } from '../../intl/useFormat';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { ReadPlan } from '../../plan/readPlan';
import type { Convention } from '../../plan/draft';
import { useReader } from '../../hooks/useReader';
import { usePlanPreview } from '../create/usePlanPreview';
import { useShiftText } from '../shared/useShiftText';

interface DueDateProps {
  /** As typed. */
  date: string;
  pinned: boolean;
  convention: Convention | null;
  institution: string | null;
  currency: string;
}

/** By which a date typed into this plan moves; null for the institution's or the office's. A month's end is preceded. */
export const conventionOfPlan = ({ period, convention }: Pick<StaffPayment, 'period' | 'convention'>) =>
  period === 'month-end' ? 'preceding' : convention;

/** Where a typed date ends up, from the same code that saves it, with the reason where it moves. */
export const DueDate = ({ date, pinned, convention, institution, currency }: DueDateProps) => {
  const t = useT();
  const format = useFormat();
  const reader = useReader();
  const shiftText = useShiftText();
  const problemText = useProblemText();
  const read = useMemo<ReadPlan>(() => {
    const day = reader.day(date);
    if (!day.ok) return { ok: false, problems: [] };
    const plan = {
      kind: 'single' as const,
      // only the date matters here
      total: { value: '1', currency },
      date: day.value,
      ...(pinned && { pinned }),
      ...(convention && { convention }),
    };
    return { ok: true, plan };
  }, [reader, date, pinned, convention, currency]);
  const preview = usePlanPreview(read, institution, 'single');
  const row = preview.plan?.instalments[0];
  const shown = read.ok && row && !preview.failure;
  const typed = date.trim() !== '';

  return (
    <Box background="neutral100" hasRadius padding={3} minHeight="5.2rem" role="status" aria-busy={preview.stale}>
      {!typed && <Typography textColor="neutral600">{t('instalment.due.none')}</Typography>}
      {shown && (
        <>
          <Typography>{t('instalment.due', { day: format.weekDay(row.dueDate) })}</Typography>
          {row.shift && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {shiftText(row)}
            </Typography>
          )}
          {preview.plan?.warnings.map((warning) => (
            <Typography key={warning.code} tag="p" variant="pi" textColor="warning700">
              {problemText({ ...warning, params: warning.params ?? {} }, currency)}
            </Typography>
          ))}
        </>
      )}
    </Box>
  );
};
