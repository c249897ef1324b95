import type { Path, Problem } from '../problem';
import type { ColumnId } from './columns';
import { finding, textOf } from './line';
import type { Finding, ImportLine } from './line';

/** The most characters of what is free text, as the contract of the forms has them. */
export const MOST_CHARACTERS: Readonly<Partial<Record<ColumnId, number>>> = {
  name: 200,
  taxNumber: 30,
  reference: 100,
  phone: 40,
  contactName: 200,
  contact2Name: 200,
  contact3Name: 200,
  title: 200,
  description: 5_000,
  managerComments: 10_000,
  note: 500,
};

/** Those that may have several lines. */
const LONG: ReadonlySet<ColumnId> = new Set(['description', 'managerComments']);

/** What is wrong with a text as such, or null. */
export function textProblem(line: ImportLine, column: ColumnId): Finding | null {
  const text = textOf(line, column);
  const most = MOST_CHARACTERS[column];
  if (most !== undefined && text.length > most) {
    const message = `This has ${text.length} characters, at most ${most} fit: shorten it`;
    return finding(line, column, { code: 'text-too-long', message, params: { most, length: text.length } });
  }
  const wrong = LONG.has(column) ? /[\0\p{Cs}]/u : /[\p{Cc}\p{Cs}]/u;
  if (!wrong.test(text)) return null;
  const message = 'This must be one line of text: take out line breaks and characters that cannot be seen';
  return finding(line, column, { code: 'text-one-line', message });
}

export function missing(line: ImportLine, column: ColumnId): Finding {
  return finding(line, column, { code: 'value-missing', message: 'This is missing: write it' });
}

/** Problems of the domain as findings, each in the column that its path stands for. */
export const findingsOf = (
  problems: ReadonlyArray<Problem>,
  placeOf: (path: Path) => { line: ImportLine; column: ColumnId | null },
): Finding[] =>
  problems.map((problem) => {
    const { line, column } = placeOf(problem.path);
    return finding(line, column, problem);
  });
