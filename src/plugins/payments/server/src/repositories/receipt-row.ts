import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';

export type ReceiptState = 'pending' | 'accepted' | 'rejected' | 'withdrawn' | 'void';

/** A contact's claim that an instalment was paid. */
export interface ReceiptRow {
  readonly id: number;
  readonly documentId: string;
  readonly contact: string;
  readonly state: ReceiptState;
  readonly paidOn: Day;
  readonly amount: MinorUnits;
  readonly comment: string | null;
  readonly reason: string | null;
  readonly hasFile: boolean;
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** A receipt from a row whose columns stand under a prefix. */
export const receiptOf = (row: Record<string, unknown>, prefix: string): ReceiptRow => ({
  id: Number(row[`${prefix}id`]),
  documentId: String(row[`${prefix}document_id`]),
  contact: String(row[`${prefix}contact`]),
  state: row[`${prefix}state`] as ReceiptState,
  paidOn: String(row[`${prefix}paid_on`]) as Day,
  amount: minor(Number(row[`${prefix}amount`])),
  comment: text(row[`${prefix}comment`]),
  reason: text(row[`${prefix}reason`]),
  hasFile: row[`${prefix}file`] !== null && row[`${prefix}file`] !== undefined,
});
