import { useUrlQuery } from '../../hooks/useUrlQuery';

/** What the address of a directory says: the search and the page. */
export const useDirectory = () => {
  const [url, change] = useUrlQuery<'q' | 'pageSize'>();
  return {
    q: url.q ?? '',
    query: { q: url.q || undefined, page: url.page ?? '1', pageSize: url.pageSize ?? '25' },
    change,
  };
};
