import type { ReactNode } from 'react';
import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { HeaderCell } from '../shared/HeaderCell';

export interface Column<Row> {
  name: string;
  label: string;
  cell: (row: Row, narrow: boolean) => ReactNode;
  /** Widest that the cell grows before its text wraps. */
  maxWidth?: string;
  /** Amounts stand to the right, their header too. */
  align?: 'right';
  /** On a phone the columns stand under each other in one; its header is the one of this column, else of the first. */
  lead?: boolean;
}

interface RowsTableProps<Row> {
  /** What the rows are, for who cannot see them. */
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Buttons at the row's end. */
  actions?: (row: Row) => ReactNode;
  /** Opens the row by a click anywhere on it; the keyboard needs a link or a button in a cell besides. */
  onOpen?: (row: Row) => void;
  /** Other rows are on their way; these stay until they come. */
  stale?: boolean;
}

type RowProps<Row> = Pick<RowsTableProps<Row>, 'columns' | 'actions' | 'onOpen'> & { row: Row; narrow: boolean };

const wrapped = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

const OneRow = <Row,>({ row, columns, actions, onOpen, narrow }: RowProps<Row>) => (
  <Tr {...(onOpen && { onClick: () => onOpen(row), style: { cursor: 'pointer' } })}>
    {narrow ? (
      <Td>
        <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={3} paddingBottom={3} style={wrapped}>
          {columns.map(({ name, cell }) => (
            <Box key={name} width="100%">
              {cell(row, true)}
            </Box>
          ))}
        </Flex>
      </Td>
    ) : (
      columns.map(({ name, cell, maxWidth, align }) => (
        <Td key={name}>
          <Box
            maxWidth={maxWidth}
            paddingTop={2}
            paddingBottom={2}
            style={{ ...(maxWidth && wrapped), textAlign: align }}
          >
            {cell(row, false)}
          </Box>
        </Td>
      ))
    )}
    {actions && (
      <Td onClick={(event: React.MouseEvent) => event.stopPropagation()}>
        <Flex gap={1} justifyContent="flex-end">
          {actions(row)}
        </Flex>
      </Td>
    )}
  </Tr>
);

/** A table of a list; on a phone its columns stand under each other, the buttons beside them. */
export const RowsTable = <Row,>({ label, rows, keyOf, columns, stale = false, ...row }: RowsTableProps<Row>) => {
  const narrow = useIsMobile();
  const headers = narrow ? [columns.find(({ lead }) => lead) ?? columns[0]].flatMap((one) => one ?? []) : columns;
  return (
    <div aria-busy={stale} style={{ opacity: stale ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <Table colCount={headers.length + (row.actions ? 1 : 0)} rowCount={rows.length + 1} aria-label={label}>
        <Thead>
          <Tr>
            {headers.map(({ name, label: header, align }) => (
              <HeaderCell key={name} align={narrow ? undefined : align}>
                {header}
              </HeaderCell>
            ))}
            {row.actions && <Th>{''}</Th>}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((one) => (
            <OneRow key={keyOf(one)} row={one} columns={columns} narrow={narrow} {...row} />
          ))}
        </Tbody>
      </Table>
    </div>
  );
};
