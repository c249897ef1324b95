import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { CurrencyCode } from '../../../domain/money';
import type { Convention, Period } from '../../../domain/plan';
import type { SchemeId } from '../../../domain/payment-code';
import type { Intent } from '../record/actor';
import { derive } from '../record/derive';
import { recordCreated } from '../record/record-created';
import { reminderRules, scheduleOf } from '../record/reminder-schedule';
import { readAllInstitutions } from '../repositories/directory';
import { insertPayments } from '../repositories/payment-batch';
import type { NewWhole } from '../repositories/payment-batch';
import type { PaymentRecord } from '../repositories/payment-record';
import type { NewInstalment } from '../repositories/payment-writes';
import { getService } from './get-service';

/** A payment to register whose fields, rows and codes are checked already. */
export interface Registration {
  readonly title: string;
  readonly description?: string | null;
  readonly customerId: number;
  readonly institutionId: number | null;
  readonly paymentCode: { readonly value: string; readonly scheme: SchemeId } | null;
  readonly currency: CurrencyCode;
  readonly kind: 'single' | 'automatic' | 'manual';
  readonly period?: Period | null;
  readonly convention?: Convention | null;
  readonly managerComments?: string | null;
  readonly remindersPaused?: boolean;
  readonly lostAfter?: number | null;
  readonly rows: readonly NewInstalment[];
}

/**
 * Registers many payments at once, in the caller's transaction: rows, history, reminders and mails, as `payments.create` does for one. A contact of
 * several gets one mail. The number of statements grows by the piece of 400, not by the payment.
 *
 * @returns the payments, in the order of the registrations
 */
export async function registerMany(
  strapi: Core.Strapi,
  registrations: readonly Registration[],
  intent: Intent,
): Promise<PaymentRecord[]> {
  if (registrations.length === 0) return [];
  const now = getService(strapi, 'clock').now();
  const createdById = intent.actor.kind === 'admin' ? Number(intent.actor.id) : null;
  // Stands in what is searched until the payments have their ids, from which their references follow.
  const unnamed = `p-${createId()}`;
  const complete = await completer(strapi, unnamed);
  const wholes = registrations.map(({ rows, paymentCode, ...registration }) => ({
    ...complete(registration, rows, paymentCode?.value ?? null),
    payment: {
      ...registration,
      description: registration.description ?? null,
      paymentCode: paymentCode?.value ?? null,
      paymentCodeScheme: paymentCode?.scheme ?? null,
      period: registration.period ?? null,
      convention: registration.convention ?? null,
      managerComments: registration.managerComments ?? null,
      attachments: [],
      remindersPaused: registration.remindersPaused ?? false,
      lostAfter: registration.lostAfter ?? null,
      createdById,
      now,
    },
  }));
  const ids = await insertPayments(strapi, wholes, unnamed, now);
  const created = new Map((await recordCreated(strapi, ids, intent)).map((payment) => [payment.id, payment]));
  return ids.map((id) => created.get(id) as PaymentRecord);
}

/** What follows from a registration's rows, so that it is inserted at once: a second write of each payment would cost more than the first. */
async function completer(strapi: Core.Strapi, unnamed: string) {
  const { rules, now } = await reminderRules(strapi);
  const institutions = new Map((await readAllInstitutions(strapi)).map((each) => [each.id, each]));
  return (
    { title, institutionId, lostAfter = null }: Pick<Registration, 'title' | 'institutionId' | 'lostAfter'>,
    planned: readonly NewInstalment[],
    paymentCode: string | null,
  ): Pick<NewWhole, 'rows' | 'derived'> => {
    const institution = institutionId === null ? null : (institutions.get(institutionId) ?? null);
    const rows = planned.map((row) => {
      const state = row.paid >= row.amount ? ('paid' as const) : ('open' as const);
      return { ...row, state, ...scheduleOf({ ...row, state }, institution, rules, now) };
    });
    return { rows, derived: derive({ reference: unnamed, title, paymentCode, lostAfter, state: 'open' }, rows) };
  };
}
