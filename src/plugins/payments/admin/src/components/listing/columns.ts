import type { ReactNode } from 'react';
import type { Selection } from './useSelection';

export interface Column<Row> {
  name: string;
  label: string;
  cell: (row: Row, narrow: boolean) => ReactNode;
  /** Narrowest that the cell becomes on a wide page: else its neighbours squeeze it to a letter. */
  minWidth?: string;
  /** Widest that the cell grows before its text wraps. */
  maxWidth?: string;
  /** Amounts stand to the right, their header too. */
  align?: 'right';
  /** The server's name of it, where the rows are sorted by it. */
  sort?: string;
  /** On a phone the columns stand under each other in one; its header is the one of this column, else of the first. */
  lead?: boolean;
  /** Has a column of its own on a phone too. */
  beside?: boolean;
}

/** `field:asc` or `field:desc`, as the address has it. */
export interface Sorting {
  sort: string;
  onSort: (sort: string) => void;
}

/** What all rows of a table have. */
export interface RowOptions<Row> {
  columns: readonly Column<Row>[];
  /** Buttons at the row's end. */
  actions?: (row: Row) => ReactNode;
  /** Opens the row by a click anywhere on it; the keyboard needs a link or a button in a cell besides. */
  onOpen?: (row: Row) => void;
  /** A box to tick before each row, and one for all of them. */
  select?: { selection: Selection; label: (row: Row) => string };
}

/** The column whose header stands over all that are under each other on a phone. */
export const leadOf = <Row>(columns: readonly Column<Row>[]): Column<Row> =>
  columns.find(({ lead }) => lead) ?? (columns[0] as Column<Row>);
