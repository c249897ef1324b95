import { replaceQuery, useQuery } from '../app/navigation';

export interface Filters {
  q: string;
  /** DocumentId, or empty for all. */
  customer: string;
}

/** The log's filters, kept in the address so that going back finds them. */
export const useFilters = (): { filters: Filters; isFiltered: boolean; change(filters: Partial<Filters>): void } => {
  const query = useQuery();
  const filters = { q: query.get('q') ?? '', customer: query.get('customer') ?? '' };
  const change = (changed: Partial<Filters>): void => {
    const wanted = Object.entries({ ...filters, ...changed }).filter(([, value]) => value !== '');
    replaceQuery(new URLSearchParams(wanted));
  };
  return { filters, isFiltered: filters.q !== '' || filters.customer !== '', change };
};
