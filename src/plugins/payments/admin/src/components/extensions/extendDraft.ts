import type { Reader } from '../../plan/reader';
import type { ExtensionRule } from '../../services/extensions';
import type { FieldProblem } from '../../services/failure';
import type { InstitutionChoice } from '../fields/InstitutionField';

/** Which deadline moves where, as typed. */
export interface ExtendDraft {
  institution: InstitutionChoice | null;
  title: string;
  from: string;
  to: string;
  pinned: boolean;
}

export const emptyDraft: ExtendDraft = { institution: null, title: '', from: '', to: '', pinned: false };

type Read = { ok: true; rule: ExtensionRule } | { ok: false; problems: FieldProblem[] };

const problem = (path: string, code: string): FieldProblem => ({ path, code, message: '', params: {} });

/** What the preview asks, or which fields keep it from asking. */
export function readExtend({ institution, title, from, to, pinned }: ExtendDraft, reader: Reader): Read {
  const problems: FieldProblem[] = institution || title.trim() ? [] : [problem('institution', 'required')];
  const dayOf = (field: 'from' | 'to', text: string): string => {
    const day = reader.day(text, [field]);
    if (day.ok) return day.value;
    if (text.trim() === '') problems.push(problem(field, 'required'));
    else
      problems.push(
        ...day.problems.map(({ code, message, params }) => ({ path: field, code, message, params: { ...params } })),
      );
    return '';
  };
  const days = { from: dayOf('from', from), to: dayOf('to', to) };
  if (days.from && days.to && days.to <= days.from) problems.push(problem('to', 'extension-not-later'));
  if (problems.length > 0) return { ok: false, problems };
  const named = {
    ...(institution && { institution: institution.documentId }),
    ...(title.trim() && { title: title.trim() }),
  };
  return { ok: true, rule: { ...named, ...days, pinned } };
}
