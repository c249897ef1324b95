import type { Foldable, Folded, NewNotice } from '../repositories/notices-queue';
import type { SkipReason } from './notice';

/** A mail that waits, or is about to: what a change is folded into. */
export interface Waiting {
  readonly payload: unknown;
  readonly sendAfter: Date;
  readonly createdAt: Date;
}

/** A row of the queue, or one to be. Exactly one of the two is there. */
interface Slot extends Waiting {
  readonly id: number | null;
  readonly notice: NewNotice | null;
  readonly changed: boolean;
}

/** What changes do to the queue, collected before anything is written: of several changes each sees what those before it did. */
export interface QueueDraft {
  waiting(key: string): Waiting | undefined;
  /** Says something else in a mail that waits, or at another time. */
  fold(key: string, to: Pick<Waiting, 'payload' | 'sendAfter'>): void;
  /** A new mail that later changes may be folded into. */
  begin(key: string, notice: NewNotice): void;
  /** A new mail that stays as it is. */
  add(notice: NewNotice): void;
  /** A mail that has nothing left to say. */
  takeBack(key: string, reason: SkipReason): void;
  written(): {
    readonly foldable: readonly NewNotice[];
    readonly plain: readonly NewNotice[];
    readonly folds: readonly Folded[];
    readonly takenBack: ReadonlyMap<SkipReason, readonly number[]>;
  };
}

/** Begins with what of the queue was locked, by its keys. */
export function draftQueue(locked: ReadonlyMap<string, Foldable>, now: Date): QueueDraft {
  const slots = new Map<string, Slot>();
  for (const [key, row] of locked) slots.set(key, { ...row, notice: null, changed: false });
  const plain: NewNotice[] = [];
  const takenBack = new Map<SkipReason, number[]>();
  return {
    waiting: (key) => slots.get(key),
    fold(key, to) {
      const slot = slots.get(key);
      if (slot) slots.set(key, { ...slot, ...to, changed: true });
    },
    begin(key, notice) {
      const { payload, sendAfter } = notice;
      slots.set(key, { id: null, notice, payload, sendAfter, createdAt: now, changed: true });
    },
    add: (notice) => void plain.push(notice),
    takeBack(key, reason) {
      const id = slots.get(key)?.id ?? null;
      if (id !== null) takenBack.set(reason, [...(takenBack.get(reason) ?? []), id]);
      slots.delete(key);
    },
    written() {
      const foldable: NewNotice[] = [];
      const folds: Folded[] = [];
      for (const [foldKey, { id, notice, payload, sendAfter, changed }] of slots) {
        const said = { payload: payload as object, sendAfter };
        if (notice) foldable.push({ ...notice, ...said, foldKey });
        else if (changed && id !== null) folds.push({ id, ...said });
      }
      return { foldable, plain, folds, takenBack };
    },
  };
}
