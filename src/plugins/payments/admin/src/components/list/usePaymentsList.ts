import { useUrlQuery } from '../../hooks/useUrlQuery';
import { useGetCustomerQuery, useListStaffQuery } from '../../services/customers';
import { useGetInstitutionQuery } from '../../services/institutions';
import { useListPaymentsQuery, useTotalPaymentsQuery } from '../../services/payments';
import type { TotalsQuery } from '../../services/payments';
import type { CustomerChoice } from '../fields/CustomerField';
import type { InstitutionChoice } from '../fields/InstitutionField';

export const STATES = ['open', 'overdue', 'settled', 'cancelled', 'all'] as const;
export type StateFilter = (typeof STATES)[number];

export const DEFAULT_SORT = 'nextDueDate:asc';

/** What narrows the list besides search and state. */
export const FILTERS = ['customer', 'institution', 'responsible', 'from', 'to', 'least', 'most'] as const;
export type PaymentsFilter = (typeof FILTERS)[number];

/** The page's address: everything in it is optional, and text. */
export type PaymentsUrl = Partial<Record<PaymentsFilter | 'q' | 'state' | 'sort' | 'page' | 'pageSize', string>>;

/** Documents that the address names by their ids alone. */
export interface NamedFilters {
  readonly customer: CustomerChoice | null;
  readonly institution: InstitutionChoice | null;
  readonly staff: readonly { documentId: string; name: string }[];
}

const isState = (value: string | undefined): value is StateFilter => STATES.some((state) => state === value);

const useNamedFilters = ({ customer, institution }: PaymentsUrl): NamedFilters => {
  const customerAnswer = useGetCustomerQuery(customer ?? '', { skip: !customer });
  const institutionAnswer = useGetInstitutionQuery(institution ?? '', { skip: !institution });
  const { data: staff = [] } = useListStaffQuery();
  return {
    customer: (customer && customerAnswer.data) || null,
    institution: (institution && institutionAnswer.data) || null,
    staff,
  };
};

/** The list that the address asks for; its totals are asked for once the rows are there. */
export const usePaymentsList = () => {
  const [url, change] = useUrlQuery<keyof PaymentsUrl>();
  const state = isState(url.state) ? url.state : 'open';
  const sort = url.sort ?? DEFAULT_SORT;
  const filters: TotalsQuery = {
    q: url.q || undefined,
    state,
    ...Object.fromEntries(FILTERS.map((filter) => [filter, url[filter] || undefined])),
  };
  const query = { ...filters, sort, page: url.page ?? '1', pageSize: url.pageSize ?? '25' };
  const { data, isFetching, isError, refetch } = useListPaymentsQuery(query, { refetchOnMountOrArgChange: true });
  const totals = useTotalPaymentsQuery(filters, { skip: !data || isFetching, refetchOnMountOrArgChange: true });
  return {
    payments: data?.data,
    pagination: data?.meta.pagination,
    totals: totals.data,
    isFetching,
    isError,
    refetch,
    url,
    /** As the export takes it. */
    exported: { ...filters, sort },
    named: useNamedFilters(url),
    q: url.q ?? '',
    state,
    sort,
    filtered: Boolean(url.q) || FILTERS.some((filter) => url[filter]) || state !== 'open',
    change,
  };
};
