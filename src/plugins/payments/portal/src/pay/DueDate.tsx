import type { ObligationInstalment } from '../../../client/src';
import type { Words } from '../i18n/words';
import { useWords } from '../i18n/WordsProvider';

type Due = Pick<ObligationInstalment, 'dueDate' | 'payBy' | 'nominalDate' | 'shift' | 'state'>;

const withDistance = (text: string, distance: string | null): string =>
  distance === null ? text : `${text} · ${distance}`;

/** Why the date is not the one of the plan: "moved from Sat 30 Oct: weekend"; null when it is. */
export const shiftReason = ({ shift, nominalDate, dueDate }: Due, today: string, { t, day }: Words): string | null => {
  if (shift === null || nominalDate === dueDate) return null;
  return t('due.moved', { day: day(nominalDate, today), reason: shift.name ?? t(`shift.${shift.kind}`) });
};

interface DueLines {
  /** The day to act on, and how far it is. */
  lead: string;
  /** The due date where that is another day, and why it moved. */
  detail: string | null;
  warning: string | null;
}

const join = (...texts: Array<string | null>): string | null => texts.filter(Boolean).join(', ') || null;

/** The dates of one instalment in words. The bank needs its days, so *pay by* leads while it can still be met. */
export const dueLines = (due: Due, today: string, words: Words): DueLines => {
  const { t, day, distance } = words;
  const { dueDate, payBy } = due;
  const moved = shiftReason(due, today, words);
  if (dueDate < today) {
    const lead = withDistance(t('due.was', { day: day(dueDate, today) }), distance(dueDate, today));
    return { lead, detail: moved, warning: null };
  }
  if (payBy < dueDate && payBy >= today) {
    const lead = withDistance(t('due.payBy', { day: day(payBy, today) }), distance(payBy, today));
    return { lead, detail: join(t('due.dueLower', { day: day(dueDate, today) }), moved), warning: null };
  }
  const lead = withDistance(t('due.due', { day: day(dueDate, today) }), distance(dueDate, today));
  return { lead, detail: moved, warning: payBy < dueDate ? t('due.payByPassed') : null };
};

export const DueDate = ({ due, today }: { due: Due; today: string }) => {
  const words = useWords();
  const { lead, detail, warning } = dueLines(due, today, words);
  const late = due.state === 'overdue';
  return (
    <div className="due">
      <p className={late ? 'due__lead due__lead--late' : 'due__lead'}>{lead}</p>
      {detail === null ? null : <p className="small">{detail}</p>}
      {warning === null ? null : <p className="due__warning">{warning}</p>}
    </div>
  );
};
