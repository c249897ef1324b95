import type { Core } from '@strapi/strapi';
import type { Convention } from '../../../domain/calendar';
import type { BusinessCalendar } from '../../../domain/calendar';
import type { Day } from '../../../domain/day';
import type { Edited } from '../../../domain/edit-plan';
import type { InstalmentRow } from '../../../domain/payment-state';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { deleteInstalments } from '../repositories/payment-deletes';
import { insertInstalments, writeInstalments } from '../repositories/payment-writes';
import { conventionOf } from './closed-day-moves';
import { getService } from './get-service';

/** What the domain needs to know to edit a payment's plan. */
export interface EditContext {
  readonly calendar: BusinessCalendar;
  readonly convention: Convention;
  readonly defaultConvention: Convention;
  readonly today: Day;
}

/** A typed date gets the convention of the plan that it joins, else the institution's, else the office's. */
export async function editContext(strapi: Core.Strapi, payment: PaymentRecord): Promise<EditContext> {
  const settings = await getService(strapi, 'settings').get();
  const defaultConvention = payment.institution?.convention ?? settings.convention;
  return {
    calendar: await getService(strapi, 'calendar').get(),
    convention: conventionOf(payment, settings.convention),
    defaultConvention,
    today: await getService(strapi, 'clock').today(),
  };
}

const isRecord = (row: InstalmentRow): row is InstalmentRecord => 'id' in row;

/** Writes the rows of an edited plan: changed ones in place, new ones added, missing ones taken out. */
export async function writeEdited(
  strapi: Core.Strapi,
  payment: PaymentRecord,
  { rows }: Edited<InstalmentRow>,
  now: Date,
): Promise<void> {
  const earlier = new Map(payment.state.instalments.map((row) => [row.id, row]));
  const kept = rows.filter(isRecord);
  const keptIds = new Set(kept.map(({ id }) => id));
  await deleteInstalments(
    strapi,
    [...earlier.keys()].filter((id) => !keptIds.has(id)),
  );
  const changed = kept.filter((row) => JSON.stringify(row) !== JSON.stringify(earlier.get(row.id)));
  await writeInstalments(strapi, changed, now);
  const added = rows.filter((row) => !isRecord(row));
  if (added.length > 0) await insertInstalments(strapi, payment.id, added, now);
}
