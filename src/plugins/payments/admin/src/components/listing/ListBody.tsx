import type { ReactNode } from 'react';
import { ListPages } from '../shared/ListPages';
import { ListEmpty, ListError, ListLoading } from '../shared/ListState';
import type { Listed } from './listed';

export interface ListBodyProps<Row> {
  list: Listed<Row>;
  /** Says what to do next where there are no rows. */
  empty: { text: string; action?: ReactNode };
  /** The table, once there is something in it. */
  children: (rows: readonly Row[]) => ReactNode;
}

/** A list's rows with their pages, or what stands in their place: loading, failed, empty. */
export const ListBody = <Row,>({ list, empty, children }: ListBodyProps<Row>) => {
  const { rows, pagination, isError, refetch } = list;
  if (isError) return <ListError onRetry={refetch} />;
  if (!rows) return <ListLoading />;
  if (rows.length === 0) return <ListEmpty {...empty} />;
  return (
    <>
      {children(rows)}
      {pagination && <ListPages pagination={pagination} />}
    </>
  );
};
