import { replaceQuery, useQuery } from '../app/navigation';
import type { LogState } from '../data/resources';

export interface Filters {
  q: string;
  /** DocumentId, or empty for all. */
  customer: string;
  /** DocumentId, or empty for all. */
  institution: string;
  /** Empty for all. */
  state: LogState | '';
}

/** States as the log calls them. What is overdue is open, too. */
export const logStates = ['open', 'overdue', 'settled', 'cancelled'] as const satisfies readonly LogState[];

/** The log's filters, kept in the address so that going back finds them. */
export const useFilters = (): { filters: Filters; isFiltered: boolean; change(filters: Partial<Filters>): void } => {
  const query = useQuery();
  const filters: Filters = {
    q: query.get('q') ?? '',
    customer: query.get('customer') ?? '',
    institution: query.get('institution') ?? '',
    state: logStates.find((state) => state === query.get('state')) ?? '',
  };
  const isSet = ([, value]: [string, string]): boolean => value !== '';
  const change = (changed: Partial<Filters>): void =>
    replaceQuery(new URLSearchParams(Object.entries({ ...filters, ...changed }).filter(isSet)));
  return { filters, isFiltered: Object.entries(filters).some(isSet), change };
};
