import type { Core } from '@strapi/types';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect } from './database';

/** The documentId of each instalment's payment, by the instalment's; unknown instalments are left out. */
export async function readPaymentsOfInstalments(
  strapi: Core.Strapi,
  instalments: readonly string[],
): Promise<Map<string, string>> {
  if (instalments.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: { instalment: string; payment: string }[] = await db(`${table.instalment} as i`)
    .join(`${table.payment} as p`, 'p.id', 'i.payment_ref')
    .whereIn('i.document_id', instalments)
    .select({ instalment: 'i.document_id', payment: 'p.document_id' });
  return new Map(rows.map(({ instalment, payment }) => [instalment, payment]));
}

/** The reminder that an instalment waits for. */
export interface WaitingReminder {
  readonly payment: string;
  readonly step: number;
  readonly dueDate: Day;
}

/** What an open instalment waits for next, or null where it waits for nothing. The caller has locked its payment. */
export async function readWaitingReminder(strapi: Core.Strapi, instalment: string): Promise<WaitingReminder | null> {
  const db = await connect(strapi);
  const row = (await db(`${table.instalment} as i`)
    .join(`${table.payment} as p`, 'p.id', 'i.payment_ref')
    .where({ 'i.document_id': instalment, 'i.state': 'open' })
    .whereNotNull('i.remind_step')
    .first({ payment: 'p.document_id', step: 'i.remind_step', dueDate: 'i.due_date' })) as WaitingReminder | undefined;
  return row ? { ...row, step: Number(row.step) } : null;
}
