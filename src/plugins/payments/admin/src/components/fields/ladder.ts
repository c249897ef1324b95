import type { FieldProblem } from '../../services/failure';

/** What the contract takes: days before or after, and how many steps. */
const FURTHEST = 60;
const MOST = 12;

export type ReadLadder = { ok: true; ladder: number[] } | { ok: false; problem: FieldProblem };

const refused = (path: string, code: string, params: FieldProblem['params'] = {}): ReadLadder => ({
  ok: false,
  problem: { path, code, message: '', params },
});

/** Steps in the order in which they are sent, as they are typed: `-7, -1, 0, 3`. */
export const ladderText = (ladder: readonly number[]): string => ladder.join(', ');

/**
 * Reads the steps of a ladder, separated by commas, semicolons or spaces; `+3` and a typographic minus are taken too. No step at all is a
 * ladder that reminds nobody.
 */
export const readLadder = (text: string, path = 'ladder'): ReadLadder => {
  const words = text
    .replace(/[−–]/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (!words.every((word) => /^[+-]?\d+$/.test(word))) return refused(path, 'ladder-unreadable');
  const ladder = [...new Set(words.map((word) => Number(word) + 0))].sort((a, b) => a - b);
  if (ladder.some((step) => Math.abs(step) > FURTHEST)) return refused(path, 'ladder-too-far', { most: FURTHEST });
  if (ladder.length > MOST) return refused(path, 'ladder-too-long', { most: MOST });
  return { ok: true, ladder };
};
