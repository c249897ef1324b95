import { EMPTY_CELL } from '../sheet';
import type { Cell } from '../sheet';
import type { Problem, ProblemCode } from '../problem';
import type { ColumnId } from './columns';

/** A line of the file by our columns; what is empty or not mapped is left out. */
export interface ImportLine {
  readonly line: number;
  readonly cells: ReadonlyMap<ColumnId, Cell>;
}

/**
 * How a finding stands in the way: an `error` keeps its line out, a `confirm` does until staff say that it is meant, a `note` is told and no more.
 */
export type Weight = 'error' | 'confirm' | 'note';

/** What only a file can have against it; all else is a problem of the domain, as in the forms. */
export type ImportCode =
  | 'value-missing'
  | 'text-too-long'
  | 'text-one-line'
  | 'email-invalid'
  | 'twice-in-file'
  | 'customer-missing'
  | 'customer-unknown'
  | 'customer-ambiguous'
  | 'customer-archived'
  | 'customer-known'
  | 'contact-known'
  | 'reference-taken'
  | 'institution-unknown'
  | 'institution-ambiguous'
  | 'amount-without-plan'
  | 'plan-incomplete'
  | 'plan-contradicts'
  | 'paid-of-plan'
  | 'paid-out-of-order'
  | 'paid-contradicts'
  | 'overdue-at-once'
  | 'wrong-customer'
  | 'duplicate';

export type FindingCode = ProblemCode | ImportCode;

/** Something found in a file, with the cell that it was found in. */
export interface Finding extends Omit<Problem, 'path' | 'repairs' | 'code'> {
  readonly code: FindingCode;
  readonly weight: Weight;
  readonly line: number;
  /** Null for the line as a whole. */
  readonly column: ColumnId | null;
  /** What the cell holds. */
  readonly value: string;
}

/** Most characters of a cell that a finding repeats. */
const MOST_SHOWN = 80;

export const cellOf = ({ cells }: ImportLine, column: ColumnId): Cell => cells.get(column) ?? EMPTY_CELL;

export const textOf = (line: ImportLine, column: ColumnId): string => cellOf(line, column).text;

type Found = Pick<Problem, 'message' | 'params' | 'proposal'> & { readonly code: FindingCode };

/** A finding in one cell. */
export function finding(line: ImportLine, column: ColumnId | null, found: Found, weight: Weight = 'error'): Finding {
  const { code, message, params, proposal } = found;
  return {
    weight,
    line: line.line,
    column,
    value: column === null ? '' : [...textOf(line, column)].slice(0, MOST_SHOWN).join(''),
    code,
    message,
    ...(params && { params }),
    ...(proposal !== undefined && { proposal }),
  };
}

/** The lines that findings keep out: those with an error, and those that wait for a word of staff that was not said. */
export function badLines(findings: ReadonlyArray<Finding>, confirmed: ReadonlyArray<string>): Set<number> {
  const isBad = ({ weight, code }: Finding) =>
    weight === 'error' || (weight === 'confirm' && !confirmed.includes(code));
  return new Set(findings.filter(isBad).map(({ line }) => line));
}
