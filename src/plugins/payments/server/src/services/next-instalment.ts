import type { Core } from '@strapi/strapi';
import { outstandingOf } from '../../../domain/state';
import { readFirstDue, readInstalments } from '../repositories/obligation-instalments';
import type { ObligationInstalmentRow } from '../repositories/obligation-instalments';
import type { ObligationRow } from '../repositories/obligation-row';
import { reportedOf } from './obligation-view';

const isReported = (row: ObligationInstalmentRow): boolean => {
  const reported = reportedOf(row);
  return reported !== null && reported >= outstandingOf(row);
};

const oldestFirst = (a: ObligationInstalmentRow, b: ObligationInstalmentRow): number =>
  a.dueDate === b.dueDate ? a.number - b.number : a.dueDate < b.dueDate ? -1 : 1;

/** The oldest of a payment's open instalments, one that nobody reported as paid before one that somebody did. */
const pick = (rows: readonly ObligationInstalmentRow[]): ObligationInstalmentRow | undefined => {
  const open = rows.filter(({ state }) => state === 'open').sort(oldestFirst);
  return open.find((row) => !isReported(row)) ?? open[0];
};

function byPayment(rows: readonly ObligationInstalmentRow[]): Map<number, ObligationInstalmentRow[]> {
  const groups = new Map<number, ObligationInstalmentRow[]>();
  for (const row of rows) {
    const group = groups.get(row.paymentId);
    if (group) group.push(row);
    else groups.set(row.paymentId, [row]);
  }
  return groups;
}

/**
 * The instalment to pay next of each open payment, by the payment's id: the one that is due first, by a single statement. Only where that one is
 * reported as paid and waits for review are the payment's other instalments read too.
 */
export async function nextOf(
  strapi: Core.Strapi,
  payments: readonly ObligationRow[],
): Promise<ReadonlyMap<number, ObligationInstalmentRow>> {
  const open = payments.filter(({ state }) => state === 'open').map(({ id }) => id);
  const groups = byPayment(await readFirstDue(strapi, open));
  const waiting = [...groups].filter(([, rows]) => rows.every(isReported)).map(([id]) => id);
  for (const [id, rows] of byPayment(await readInstalments(strapi, waiting))) groups.set(id, rows);
  const next = new Map<number, ObligationInstalmentRow>();
  for (const [id, rows] of groups) {
    const row = pick(rows);
    if (row) next.set(id, row);
  }
  return next;
}
