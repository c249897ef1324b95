import { useUrlQuery } from '../../hooks/useUrlQuery';
import { useListPaymentsQuery } from '../../services/payments';
import type { PaymentsQuery } from '../../services/payments';

export const STATES = ['open', 'overdue', 'settled', 'cancelled', 'all'] as const;
export type StateFilter = (typeof STATES)[number];

export const DEFAULT_SORT = 'nextDueDate:asc';

type Filter = 'q' | 'state' | 'customer' | 'institution' | 'sort' | 'pageSize';

const isState = (value: string | undefined): value is StateFilter => STATES.some((state) => state === value);

/** The list that the address asks for. */
export const usePaymentsList = () => {
  const [url, change] = useUrlQuery<Filter>();
  const state = isState(url.state) ? url.state : 'open';
  const sort = url.sort ?? DEFAULT_SORT;
  const query: PaymentsQuery = {
    q: url.q || undefined,
    state,
    sort,
    customer: url.customer,
    institution: url.institution,
    page: url.page ?? '1',
    pageSize: url.pageSize ?? '25',
  };
  const { data, isFetching, isError, refetch } = useListPaymentsQuery(query, { refetchOnMountOrArgChange: true });
  return {
    payments: data?.data,
    pagination: data?.meta.pagination,
    isFetching,
    isError,
    refetch,
    q: url.q ?? '',
    state,
    sort,
    filtered: Boolean(url.q || url.customer || url.institution) || state !== 'open',
    change,
  };
};
