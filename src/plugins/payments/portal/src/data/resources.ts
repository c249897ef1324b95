import type {
  Me,
  Obligation,
  ObligationItem,
  ObligationQuery,
  Page,
  PaymentsClient,
  Summary,
} from '../../../client/src';
import type { Resource } from './DataProvider';

/** The most that one request may ask for. */
export const LARGEST_PAGE = 100;

export const summaryResource: Resource<Summary> = {
  name: 'summary',
  load: (client) => client.getSummary(),
};

export const obligationResource: Resource<Obligation> = {
  name: 'obligation',
  load: (client, documentId) => client.getObligation(documentId),
};

export const meResource: Resource<Me> = {
  name: 'me',
  load: (client) => client.getMe(),
};

export type LogPart = 'open' | 'settled' | 'cancelled';

/** What a reader may ask for by itself: a part of the log, or those of its open rows that are overdue. */
export type LogState = LogPart | 'overdue';

/** What a part of the log is asked for; travels as the resource's argument. */
export interface LogRequest {
  part: LogPart;
  /** How many rows, from the first. */
  limit: number;
  q: string;
  customer: string;
  institution: string;
  /** Empty for all. */
  state: LogState | '';
}

export const writeLogRequest = (request: LogRequest): string => JSON.stringify(request);

/** Open obligations by what is due first; the others by what changed last. */
const sortOf = { open: 'nextDueDate:asc', settled: 'changedAt:desc', cancelled: 'changedAt:desc' } as const;

const loadPages = async (
  client: PaymentsClient,
  query: ObligationQuery,
  limit: number,
): Promise<Page<ObligationItem>> => {
  const first = await client.listObligations({ ...query, pageSize: Math.min(limit, LARGEST_PAGE) });
  const last = Math.min(Math.ceil(limit / LARGEST_PAGE), first.pagination.pageCount);
  const items = [...first.items];
  for (let page = 2; page <= last; page += 1) {
    items.push(...(await client.listObligations({ ...query, page, pageSize: LARGEST_PAGE })).items);
  }
  return { items, pagination: first.pagination };
};

/** What the server is asked for where a part meets a filter by state; null where they share no row. */
const stateOf = ({ part, state }: LogRequest): LogState | null => {
  if (state === '' || state === part) return part;
  return state === 'overdue' && part === 'open' ? 'overdue' : null;
};

const noPage: Page<ObligationItem> = { items: [], pagination: { page: 1, pageSize: 1, pageCount: 0, total: 0 } };

export const logResource: Resource<Page<ObligationItem>> = {
  name: 'log',
  load: async (client, argument) => {
    const request = JSON.parse(argument) as LogRequest;
    const { part, limit, q, customer, institution } = request;
    const state = stateOf(request);
    if (state === null) return noPage;
    return loadPages(client, { state, sort: sortOf[part], q, customer, institution }, limit);
  },
};

/** Whether a change of this obligation makes what is kept under the key stale. */
export const isTouchedBy =
  (documentId: string) =>
  (key: string): boolean =>
    key !== `${meResource.name} ` &&
    (!key.startsWith(obligationResource.name) || key === `${obligationResource.name} ${documentId}`);
