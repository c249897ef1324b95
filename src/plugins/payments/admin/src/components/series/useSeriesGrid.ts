import { useCallback, useMemo, useState } from 'react';
import type { SeriesGridResult, SeriesGridRow } from '../../../../contracts/series-grid';
import { readAmountCell, readCodeCell } from '../../grid/cells';
import type { GridField, Pasted, PastedCells } from '../../grid/paste';
import { useReader } from '../../hooks/useReader';
import type { Reader } from '../../plan/reader';
import { useFormat } from '../../intl/useFormat';
import type { FillGridBody } from '../../services/series';

export const keyOf = ({ series, number }: Pick<SeriesGridRow, 'series' | 'number'>) => `${series}-${number}`;

/** A line that nothing can be written into. */
export const isLocked = ({ state, payment }: SeriesGridRow): boolean =>
  state === 'skipped' || state === 'deleted' || (payment !== null && payment.state !== 'open');

type Item = FillGridBody['items'][number];

/** What of a line is to be written, or null where what is typed says nothing new or nothing that can be read. */
function itemOf(row: SeriesGridRow, typed: PastedCells, reader: Reader): Item | null {
  const item: Item = { series: row.series, number: row.number, revision: row.revision };
  if (typed.amount !== undefined) {
    const read = readAmountCell(typed.amount, row.currency, reader);
    if (read.kind === 'wrong') return null;
    if (read.kind === 'value' && read.value !== row.amount?.value) item.amount = read.value;
  }
  if (typed.paymentCode !== undefined) {
    const read = readCodeCell(typed.paymentCode, row.scheme);
    if (read.kind === 'wrong') return null;
    const value = read.kind === 'value' ? read.value : null;
    if (value?.value !== row.paymentCode?.value) item.paymentCode = value;
  }
  return item.amount === undefined && item.paymentCode === undefined ? null : item;
}

/** What is typed into the grid of a month, upon what the server has. */
export const useSeriesGrid = (rows: readonly SeriesGridRow[]) => {
  const reader = useReader();
  const format = useFormat();
  const [typed, setTyped] = useState<ReadonlyMap<string, PastedCells>>(new Map());
  const [results, setResults] = useState<ReadonlyMap<string, SeriesGridResult>>(new Map());

  const write = useCallback((cells: ReadonlyMap<string, PastedCells>) => {
    setTyped((before) => {
      const next = new Map(before);
      for (const [key, values] of cells) next.set(key, { ...next.get(key), ...values });
      return next;
    });
    setResults((before) => new Map([...before].filter(([key]) => !cells.has(key))));
  }, []);

  const valueOf = useCallback(
    (row: SeriesGridRow, field: GridField): string => {
      const own = typed.get(keyOf(row))?.[field];
      if (own !== undefined) return own;
      if (field === 'amount') return row.amount ? format.amount(row.amount.value, row.currency) : '';
      return row.paymentCode?.display ?? '';
    },
    [typed, format],
  );

  const items = useMemo(
    () =>
      rows.flatMap((row) => {
        const cells = typed.get(keyOf(row));
        return cells && !isLocked(row) ? (itemOf(row, cells, reader) ?? []) : [];
      }),
    [rows, typed, reader],
  );

  return {
    typed,
    valueOf,
    items,
    results,
    type: useCallback(
      (key: string, field: GridField, value: string) => write(new Map([[key, { [field]: value }]])),
      [write],
    ),
    paste: useCallback((pasted: Pasted) => write(pasted.cells), [write]),
    /** What was saved is the server's now; the rest stays as it was typed, with what is wrong. */
    saved: (answers: readonly SeriesGridResult[]) => {
      const done = new Set(answers.filter(({ done: isDone }) => isDone).map(keyOf));
      setTyped((before) => new Map([...before].filter(([key]) => !done.has(key))));
      setResults(new Map(answers.filter((answer) => !answer.done).map((answer) => [keyOf(answer), answer])));
    },
  };
};
