import type { ObligationItem } from '../../../client/src';
import { addDays } from '../format/day';

/** Open obligations by when something is due. */
export interface OpenSections {
  overdue: ObligationItem[];
  soon: ObligationItem[];
  later: ObligationItem[];
}

/** *Next 30 days* counts from today, both ends included, as the summary does. */
export const soonEnds = (today: string): string => addDays(today, 30);

export const splitOpen = (items: readonly ObligationItem[], today: string): OpenSections => {
  const end = soonEnds(today);
  const sections: OpenSections = { overdue: [], soon: [], later: [] };
  for (const item of items) {
    const due = item.nextDueDate;
    if (due === null || due > end) sections.later.push(item);
    else sections[due < today ? 'overdue' : 'soon'].push(item);
  }
  return sections;
};
