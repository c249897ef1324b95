import type { OfficeClosure } from '../../../../contracts/office-closures';
import type { Reader } from '../../plan/reader';
import type { FieldProblem } from '../../services/failure';
import type { CreateClosureBody } from '../../services/office-closures';

/** An office closure as it is typed. */
export interface ClosureDraft {
  name: string;
  startDate: string;
  /** Empty: one day. */
  endDate: string;
}

export const closureDraft = (closure: OfficeClosure | undefined, reader: Reader): ClosureDraft => ({
  name: closure?.name ?? '',
  startDate: closure ? reader.writeDay(closure.startDate) : '',
  endDate: closure && closure.endDate !== closure.startDate ? reader.writeDay(closure.endDate) : '',
});

type Body = CreateClosureBody & { endDate: string };
type ReadClosure = { ok: true; body: Body } | { ok: false; problems: FieldProblem[] };

const problem = (path: string, code: string): FieldProblem => ({ path, code, message: '', params: {} });

/** The request, or what is missing or unreadable by field; a closure without a last day is of one day. */
export const readClosure = (draft: ClosureDraft, reader: Reader): ReadClosure => {
  const problems: FieldProblem[] = draft.name.trim() === '' ? [problem('name', 'required')] : [];
  const dayOf = (field: 'startDate' | 'endDate', text: string): string => {
    if (text.trim() === '') problems.push(problem(field, 'required'));
    const day = reader.day(text, [field]);
    if (day.ok) return day.value;
    if (text.trim() !== '') {
      problems.push(
        ...day.problems.map(({ code, message, params = {} }) => ({
          path: field,
          code,
          message,
          params: { ...params },
        })),
      );
    }
    return '';
  };
  const startDate = dayOf('startDate', draft.startDate);
  const endDate = draft.endDate.trim() === '' ? startDate : dayOf('endDate', draft.endDate);
  if (startDate && endDate && endDate < startDate) problems.push(problem('endDate', 'end-before-start'));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, body: { name: draft.name.trim(), startDate, endDate } };
};
