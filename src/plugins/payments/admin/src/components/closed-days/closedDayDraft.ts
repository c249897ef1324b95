import type { OfficeClosedDay } from '../../../../contracts/closed-days';
import type { Reader } from '../../plan/reader';
import type { FieldProblem } from '../../services/failure';
import type { CreateClosedDayBody } from '../../services/closed-days';
import type { YearDay } from './yearDays';

export interface ClosedDayDraft {
  /** As typed. */
  date: string;
  name: string;
  effect: OfficeClosedDay['effect'];
  reference: string;
}

/** What the dialog is opened for: an entry to change, a day of the list to speak of, or nothing yet. */
export type Opened = YearDay | 'new';

/** A public holiday is opened to be removed, an expected one to be decreed. */
export const closedDayDraft = (opened: Opened, reader: Reader): ClosedDayDraft => {
  if (opened === 'new') return { date: '', name: '', effect: 'add', reference: '' };
  const { own } = opened;
  return {
    date: reader.writeDay((own?.date ?? opened.date) as Parameters<Reader['writeDay']>[0]),
    name: own?.name ?? opened.name,
    effect: own?.effect ?? (opened.kind === 'expected' ? 'add' : 'remove'),
    reference: own?.reference ?? '',
  };
};

type ReadClosedDay = { ok: true; body: CreateClosedDayBody } | { ok: false; problems: FieldProblem[] };

/** The request, or what is missing or unreadable by field. */
export const readClosedDay = (draft: ClosedDayDraft, reader: Reader): ReadClosedDay => {
  const date = draft.date.trim() === '' ? null : reader.day(draft.date, ['date']);
  const problems: FieldProblem[] = [
    ...(date === null ? [{ path: 'date', code: 'required', message: '', params: {} }] : []),
    ...(date && !date.ok
      ? date.problems.map(({ code, message, params = {} }) => ({ path: 'date', code, message, params: { ...params } }))
      : []),
    ...(draft.name.trim() === '' ? [{ path: 'name', code: 'required', message: '', params: {} }] : []),
  ];
  if (!date?.ok || problems.length > 0) return { ok: false, problems };
  const { name, effect, reference } = draft;
  return { ok: true, body: { date: date.value, name: name.trim(), effect, reference: reference.trim() || null } };
};
