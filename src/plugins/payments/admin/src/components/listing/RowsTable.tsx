import { Checkbox, Table, Tbody, Th, Thead, Tr } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import type { Column, RowOptions, Sorting } from './columns';
import { leadOf } from './columns';
import { OneRow } from './OneRow';
import { SortHeader } from './SortHeader';

interface RowsTableProps<Row> extends RowOptions<Row> {
  /** What the rows are, for who cannot see them. */
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sorting?: Sorting;
  /** Other rows are on their way; these stay until they come. */
  stale?: boolean;
}

interface HeadProps<Row> {
  columns: readonly Column<Row>[];
  narrow: boolean;
  sorting: Sorting | undefined;
}

const Head = <Row,>({ columns, narrow, sorting }: HeadProps<Row>) =>
  columns.map(({ name, label, align, sort, beside }) => {
    const side = !narrow || beside ? align : undefined;
    if (sort && sorting) return <SortHeader key={name} name={sort} label={label} align={side} {...sorting} />;
    return (
      <HeaderCell key={name} align={side}>
        {label}
      </HeaderCell>
    );
  });

/** With boxes to tick a phone has no room for a second column. */
const stacked = <Row,>(column: Column<Row>): Column<Row> => ({ ...column, beside: false });

/** A table of a list; on a phone its columns stand under each other, amounts and buttons beside them. */
export const RowsTable = <Row,>(props: RowsTableProps<Row>) => {
  const { label, rows, keyOf, sorting, stale = false, ...row } = props;
  const t = useT();
  const narrow = useIsMobile();
  const columns = narrow && row.select ? row.columns.map(stacked) : row.columns;
  const shown = narrow ? [leadOf(columns), ...columns.filter(({ beside }) => beside)] : columns;
  const extra = (row.select ? 1 : 0) + (row.actions ? 1 : 0);
  return (
    <div aria-busy={stale} style={{ opacity: stale ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <Table colCount={shown.length + extra} rowCount={rows.length + 1} aria-label={label}>
        <Thead>
          <Tr>
            {row.select && (
              <Th>
                <Checkbox
                  aria-label={t('bulk.all')}
                  checked={row.select.selection.all}
                  onCheckedChange={row.select.selection.toggleAll}
                />
              </Th>
            )}
            <Head columns={shown} narrow={narrow} sorting={sorting} />
            {row.actions && <Th>{''}</Th>}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((one) => (
            <OneRow key={keyOf(one)} id={keyOf(one)} row={one} narrow={narrow} {...row} columns={columns} />
          ))}
        </Tbody>
      </Table>
    </div>
  );
};
