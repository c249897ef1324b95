import { suggestNextRow } from '../../../domain/plan';
import { minor, ZERO } from '../../../domain/money';
import { emptyRow } from './draft';
import type { ManualRowDraft, PlanDraft } from './draft';
import type { Reader } from './reader';

/** The row that (+) adds: the date and the amount that the period and the remaining balance suggest. */
export const nextRow = (draft: PlanDraft, reader: Reader): ManualRowDraft => {
  const row = emptyRow(Math.max(0, ...draft.rows.map(({ key }) => key)) + 1);
  const total = reader.amount(draft.total, draft.currency);
  const known = draft.rows.flatMap(({ amount, date }) => {
    const [readAmount, readDate] = [reader.amount(amount, draft.currency), reader.day(date)];
    return readAmount.ok && readDate.ok ? [{ amount: readAmount.value, date: readDate.value }] : [];
  });
  const suggestion = suggestNextRow(known, total.ok ? total.value : ZERO, draft.period);
  return {
    ...row,
    amount: suggestion.amount > 0 ? reader.writeAmount(minor(suggestion.amount), draft.currency) : '',
    date: suggestion.date ? reader.writeDay(suggestion.date) : '',
  };
};

export const addRow = (draft: PlanDraft, reader: Reader): PlanDraft => ({
  ...draft,
  rows: [...draft.rows, nextRow(draft, reader)],
});

/** At least one row stays: an empty grid has nowhere to type. */
export const removeRow = (draft: PlanDraft, key: number): PlanDraft => {
  const rows = draft.rows.filter((row) => row.key !== key);
  return { ...draft, rows: rows.length > 0 ? rows : [emptyRow(key + 1)] };
};

export const changeRow = (draft: PlanDraft, key: number, change: Partial<ManualRowDraft>): PlanDraft => ({
  ...draft,
  rows: draft.rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
});
