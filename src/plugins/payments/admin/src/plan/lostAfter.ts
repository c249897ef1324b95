import type { FieldProblem } from '../services/failure';

/** What is typed as the number of missed instalments that lose a plan; null where nothing is. */
export type ReadLostAfter = { ok: true; value: number | null } | { ok: false; problem: FieldProblem };

/** Reads it: a whole number from 1, or nothing. That it is not beyond the plan's instalments is the server's to say. */
export const readLostAfter = (text: string): ReadLostAfter => {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (value >= 1 && value <= 600) return { ok: true, value };
  return { ok: false, problem: { path: 'lostAfter', code: 'lost-after-unreadable', message: '', params: {} } };
};
