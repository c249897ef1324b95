import type { Pagination } from '../../../../contracts/lists';

/** A list as its page shows it. */
export interface Listed<Row> {
  /** Absent until they are here. */
  rows: readonly Row[] | undefined;
  /** Absent where all rows come at once. */
  pagination?: Pagination;
  isError: boolean;
  refetch: () => unknown;
}

interface Answered<Row> {
  data?: { data: readonly Row[]; meta: { pagination?: Pagination } };
  isError: boolean;
  refetch: () => unknown;
}

/** What a hook of RTK Query answers for a list's route, as a list. */
export const listed = <Row>({ data, isError, refetch }: Answered<Row>): Listed<Row> => ({
  rows: data?.data,
  pagination: data?.meta.pagination,
  isError,
  refetch,
});
