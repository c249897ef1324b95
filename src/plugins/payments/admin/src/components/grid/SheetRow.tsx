import { memo } from 'react';
import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { FIELDS } from '../../grid/paste';
import type { GridField, PasteTarget } from '../../grid/paste';
import { useT } from '../../intl/useT';

/** A line of the grid. */
export interface SheetLine extends PasteTarget {
  readonly name: string;
  readonly amount: string;
  readonly paymentCode: string;
  readonly middle?: ReactNode;
  readonly end?: ReactNode;
  /** What is wrong, in words. */
  readonly problems: Partial<Record<GridField | 'line', string>>;
}

interface SheetRowProps {
  line: SheetLine;
  index: number;
  hasMiddle: boolean;
  hasEnd: boolean;
  onType: (key: string, field: GridField, value: string) => void;
  onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>, row: number, column: number) => void;
  onPaste: (event: React.ClipboardEvent<HTMLInputElement>, key: string, field: GridField) => void;
}

/** Lighter than the design system's field: there may be two thousand of them. */
const Input = styled.input`
  width: 100%;
  min-width: 9rem;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;

  &[data-field='amount'] {
    text-align: right;
  }

  &[data-field='paymentCode'] {
    min-width: 16rem;
  }

  &[aria-invalid='true'] {
    border-color: ${({ theme }) => theme.colors.danger600};
  }

  &:disabled {
    background: ${({ theme }) => theme.colors.neutral150};
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Problem = ({ id, text }: { id: string; text: string | undefined }) =>
  text ? (
    <Typography id={id} tag="p" variant="pi" textColor="danger600" style={{ whiteSpace: 'normal' }}>
      {text}
    </Typography>
  ) : null;

/** A customer with the two cells that are typed into. */
export const SheetRow = memo(({ line, index, hasMiddle, hasEnd, onType, onKeyDown, onPaste }: SheetRowProps) => {
  const t = useT();
  const { key, name, taxNumber, problems, locked } = line;
  return (
    <tr>
      <td data-wide>
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{name}</Typography>
          {taxNumber && (
            <Typography variant="pi" textColor="neutral600">
              {taxNumber}
            </Typography>
          )}
          <Problem id={`${key}-line`} text={problems.line} />
        </Flex>
      </td>
      {hasMiddle && <td data-wide>{line.middle}</td>}
      {FIELDS.map((field, column) => (
        <td key={field} data-label={t(field === 'amount' ? 'column.amount' : 'column.code')}>
          <Input
            aria-label={t(field === 'amount' ? 'grid.amount' : 'grid.code', { name })}
            aria-invalid={problems[field] !== undefined}
            aria-describedby={problems[field] ? `${key}-${field}` : undefined}
            data-cell={`${index}:${column}`}
            data-field={field}
            autoComplete="off"
            spellCheck={false}
            inputMode={field === 'amount' ? 'decimal' : 'text'}
            disabled={locked}
            value={line[field]}
            onChange={(event) => onType(key, field, event.target.value)}
            onKeyDown={(event) => onKeyDown(event, index, column)}
            onPaste={(event) => onPaste(event, key, field)}
          />
          <Problem id={`${key}-${field}`} text={problems[field]} />
        </td>
      ))}
      {hasEnd && <td data-wide>{line.end}</td>}
    </tr>
  );
});
SheetRow.displayName = 'SheetRow';
