import { useCallback, useRef } from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { FIELDS, placePasted, readClipboard } from '../../grid/paste';
import type { GridField, Pasted } from '../../grid/paste';
import { useT } from '../../intl/useT';
import { SheetRow } from './SheetRow';
import type { SheetLine } from './SheetRow';

interface SheetGridProps {
  /** What the lines are, for who cannot see them. */
  label: string;
  lines: readonly SheetLine[];
  onType: (key: string, field: GridField, value: string) => void;
  onPaste: (pasted: Pasted) => void;
  /** A column between customer and amount, and its header. */
  middle?: string;
  /** Header of what stands at the end of a line. */
  end?: string;
}

const Frame = styled.div`
  overflow-x: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: left;
    vertical-align: top;
  }

  th[data-align='right'] {
    text-align: right;
  }

  @media (max-width: 768px) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tr {
      display: grid;
      grid-template-columns: 1fr 1.4fr;
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    }

    td {
      border: 0;
    }

    td[data-wide] {
      grid-column: 1 / -1;
    }

    /* the header of the columns is out of sight here */
    td[data-label]::before {
      content: attr(data-label);
      display: block;
      padding-bottom: ${({ theme }) => theme.spaces[1]};
      font-size: 1.2rem;
      color: ${({ theme }) => theme.colors.neutral600};
    }
  }
`;

/** Where an arrow or Enter goes from a cell; null leaves the key to the field. */
function stepOf(event: React.KeyboardEvent<HTMLInputElement>): { rows: number; columns: number } | null {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const collapsed = selectionStart === selectionEnd;
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) return { rows: 1, columns: 0 };
  if (event.key === 'ArrowUp' || event.key === 'Enter') return { rows: -1, columns: 0 };
  if (event.key === 'ArrowRight' && collapsed && selectionEnd === value.length) return { rows: 0, columns: 1 };
  if (event.key === 'ArrowLeft' && collapsed && selectionStart === 0) return { rows: 0, columns: -1 };
  return null;
}

/**
 * Amounts and codes of many customers: typed, or pasted from a spreadsheet. Arrows and Enter go from line to line, Tab from cell to cell; what is
 * pasted of several cells fills those to the right and below, or, with tax numbers among it, the lines of those customers.
 */
export const SheetGrid = ({ label, lines, onType, onPaste, middle, end }: SheetGridProps) => {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(lines);
  latest.current = lines;

  const cellAt = (row: number, column: number): HTMLInputElement | null =>
    frame.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`) ?? null;

  const onKeyDown = useCallback((event: React.KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    // A line that nothing can be written into is stepped over.
    for (let next = row + step.rows; next >= 0 && next < latest.current.length; next += step.rows || 1) {
      const cell = cellAt(next, column + step.columns);
      if (cell && !cell.disabled) {
        cell.focus();
        cell.select();
        return;
      }
      if (step.rows === 0) return;
    }
  }, []);

  const paste = useCallback(
    (event: React.ClipboardEvent<HTMLInputElement>, key: string, field: GridField) => {
      const matrix = readClipboard(event.clipboardData.getData('text'));
      // One cell is the field's own matter.
      if (matrix.length < 2 && (matrix[0]?.length ?? 0) < 2) return;
      event.preventDefault();
      onPaste(placePasted(latest.current, { key, field }, matrix));
    },
    [onPaste],
  );

  return (
    <Frame ref={frame}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <Typography variant="sigma">{t('column.customer')}</Typography>
            </th>
            {middle && (
              <th scope="col">
                <Typography variant="sigma">{middle}</Typography>
              </th>
            )}
            {FIELDS.map((field) => (
              <th key={field} scope="col" data-align={field === 'amount' ? 'right' : undefined}>
                <Typography variant="sigma">{t(field === 'amount' ? 'column.amount' : 'column.code')}</Typography>
              </th>
            ))}
            {end && (
              <th scope="col">
                <Typography variant="sigma">{end}</Typography>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <SheetRow
              key={line.key}
              line={line}
              index={index}
              hasMiddle={middle !== undefined}
              hasEnd={end !== undefined}
              onType={onType}
              onKeyDown={onKeyDown}
              onPaste={paste}
            />
          ))}
        </tbody>
      </table>
    </Frame>
  );
};

export type { SheetLine };
