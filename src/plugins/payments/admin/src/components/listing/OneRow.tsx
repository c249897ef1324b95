import type { ReactNode } from 'react';
import { Box, Checkbox, Flex, Td, Tr } from '@strapi/design-system';
import type { Column, RowOptions } from './columns';

interface OneRowProps<Row> extends RowOptions<Row> {
  id: string;
  row: Row;
  narrow: boolean;
}

const wrapped = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** A cell whose clicks are its own and do not open the row. */
const OwnCell = ({ children }: { children: ReactNode }) => (
  <Td onClick={(event: React.MouseEvent) => event.stopPropagation()}>{children}</Td>
);

const Stacked = <Row,>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) => (
  <Td>
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={1}
      minWidth={0}
      maxWidth="24rem"
      paddingTop={3}
      paddingBottom={3}
      style={wrapped}
    >
      {columns.map(({ name, cell }) => {
        const content = cell(row, true);
        return (
          content && (
            <Box key={name} width="100%" minWidth={0}>
              {content}
            </Box>
          )
        );
      })}
    </Flex>
  </Td>
);

const Cells = <Row,>({ columns, row, narrow }: { columns: readonly Column<Row>[]; row: Row; narrow: boolean }) =>
  columns.map(({ name, cell, minWidth, maxWidth, align }) => (
    <Td key={name}>
      <Box
        minWidth={narrow ? undefined : minWidth}
        maxWidth={maxWidth}
        style={{ ...(maxWidth && wrapped), textAlign: align, marginLeft: align === 'right' ? 'auto' : undefined }}
      >
        {cell(row, narrow)}
      </Box>
    </Td>
  ));

/** One row of a list's table. */
export const OneRow = <Row,>({ id, row, columns, actions, onOpen, select, narrow }: OneRowProps<Row>) => (
  <Tr {...(onOpen && { onClick: () => onOpen(row), style: { cursor: 'pointer' } })}>
    {select && (
      <OwnCell>
        <Checkbox
          aria-label={select.label(row)}
          checked={select.selection.has(id)}
          onCheckedChange={() => select.selection.toggle(id)}
        />
      </OwnCell>
    )}
    {narrow && <Stacked columns={columns.filter(({ beside }) => !beside)} row={row} />}
    <Cells columns={narrow ? columns.filter(({ beside }) => beside) : columns} row={row} narrow={narrow} />
    {actions && (
      <OwnCell>
        <Flex gap={1} justifyContent="flex-end" wrap={narrow ? 'wrap' : 'nowrap'}>
          {actions(row)}
        </Flex>
      </OwnCell>
    )}
  </Tr>
);
