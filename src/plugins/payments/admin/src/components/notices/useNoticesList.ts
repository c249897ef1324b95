import { noticeKind, noticeState, skipReason } from '../../../../contracts/notice';
import { useUrlQuery } from '../../hooks/useUrlQuery';
import { useListNoticesQuery } from '../../services/notices';
import type { NoticesQuery } from '../../services/notices';

export const STATES = ['all', 'problem', ...noticeState.options] as const;
export const KINDS = ['all', ...noticeKind.options.filter((kind) => kind !== 'test')] as const;
export const REASONS = ['all', ...skipReason.options] as const;

type Filter = 'q' | 'state' | 'kind' | 'reason' | 'payment' | 'contact' | 'customer' | 'pageSize' | 'tab';

const oneOf = <Value extends string>(options: readonly Value[], value: string | undefined): Value =>
  options.find((option) => option === value) ?? (options[0] as Value);

/** The delivery log that the address asks for. */
export const useNoticesList = () => {
  const [url, change] = useUrlQuery<Filter>();
  const state = oneOf(STATES, url.state);
  const kind = oneOf(KINDS, url.kind);
  const reason = oneOf(REASONS, url.reason);
  const query: NoticesQuery = {
    q: url.q || undefined,
    state,
    kind,
    reason,
    payment: url.payment,
    contact: url.contact,
    customer: url.customer,
    page: url.page ?? '1',
    pageSize: url.pageSize ?? '25',
  };
  const { data, isFetching, isError, refetch } = useListNoticesQuery(query, { refetchOnMountOrArgChange: true });
  const about = url.payment ?? url.contact ?? url.customer;
  return {
    notices: data?.data,
    pagination: data?.meta.pagination,
    isFetching,
    isError,
    refetch,
    q: url.q ?? '',
    state,
    kind,
    reason,
    /** Whether the list is of one payment, contact or customer alone. */
    narrowed: about !== undefined,
    filtered: Boolean(url.q ?? about) || state !== 'all' || kind !== 'all' || reason !== 'all',
    change,
  };
};

export type NoticesList = ReturnType<typeof useNoticesList>;
