import { useEffect, useRef, useState } from 'react';
import type { ObligationItem, Page } from '../../../client/src';
import { useResource } from '../data/DataProvider';
import type { Loaded } from '../data/DataProvider';
import { LARGEST_PAGE, logResource, writeLogRequest } from '../data/resources';
import type { LogPart } from '../data/resources';
import type { Filters } from './use-filters';

export interface LogPartState extends Loaded<Page<ObligationItem>> {
  items: readonly ObligationItem[];
  total: number;
  /** Null when everything is shown. */
  showMore: (() => void) | null;
}

/** The last answer stays in view while another filter's or a longer one is on its way. */
const useKept = <Data>(data: Data | null): Data | null => {
  const kept = useRef(data);
  useEffect(() => {
    if (data !== null) kept.current = data;
  }, [data]);
  return data ?? kept.current;
};

const useLogPart = (part: LogPart, filters: Filters, first: number): LogPartState => {
  const [limit, setLimit] = useState(first);
  const loaded = useResource(logResource, writeLogRequest({ part, limit, ...filters }));
  const data = useKept(loaded.data);
  const total = data?.pagination.total ?? 0;
  const items = data?.items ?? [];
  const showMore = total > items.length ? () => setLimit(items.length + LARGEST_PAGE) : null;
  return { ...loaded, data, items, total, showMore };
};

export interface Log {
  open: LogPartState;
  settled: LogPartState;
  cancelled: LogPartState;
}

/** What is open in one go, for most have less than a page of it; the rest is folded and starts short. */
export const useLog = (filters: Filters): Log => ({
  open: useLogPart('open', filters, LARGEST_PAGE),
  settled: useLogPart('settled', filters, 25),
  cancelled: useLogPart('cancelled', filters, 25),
});
