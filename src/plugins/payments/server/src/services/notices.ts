import type { Core } from '@strapi/types';
import type { sendMessage } from '../../../contracts/notice-actions';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { tick } from '../cron';
import { ConflictError, notFound } from '../http/errors';
import { wakeDispatcher } from '../notices';
import { queueMessage, remindNow } from '../notices/by-hand';
import type { RemindedNow } from '../notices/by-hand';
import { forecast } from '../notices/forecast';
import { inTransaction } from '../repositories/database';
import { readWaitingReminder } from '../repositories/reminders-by-hand';
import { readKnownReminders } from '../repositories/reminders-due';
import { findPaymentOfInstalment } from '../repositories/payment-reads';
import { insertReminders } from '../repositories/reminders-write';
import { lockPayment } from './change';
import { getService } from './get-service';

/** Mails that staff send or hold back by hand, and those that are to come. */
export const notices = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Looks now for what is due, as the minute's tick does, and resolves when it is sent, put off or kept as not sent. */
  tick: (): Promise<void> => tick(strapi),

  forecast: (days: number) => forecast(strapi, days),

  /** Reminds of instalments at once, whatever the ladder says; answers what became of each. */
  async remindNow(instalments: readonly string[]): Promise<RemindedNow[]> {
    const outcomes = await remindNow(strapi, instalments);
    wakeDispatcher(strapi);
    return outcomes;
  },

  /** Writes to the contacts of a payment's customer. @throws 404 where there is no such payment */
  async message(
    payment: string,
    { subject, body, contacts }: BodyOf<typeof sendMessage>,
  ): Promise<AnswerOf<typeof sendMessage>['data']> {
    const queued = await queueMessage(strapi, payment, { subject, body }, contacts ?? null);
    if (!queued) throw notFound('Payment');
    wakeDispatcher(strapi);
    return queued.map(({ contact, name, notice, reason }) => ({
      contact: { documentId: contact, name },
      notice,
      reason,
    }));
  },

  /**
   * Holds back the next reminder of an instalment, before the sweep takes it up: it counts as decided, and later steps go.
   *
   * @throws 404 where there is no such instalment, 409 where it waits for no reminder or that one is held back already
   */
  holdReminder: (instalment: string): Promise<{ documentId: string; step: number; dueDate: Day }> =>
    inTransaction(strapi, async () => {
      const payment = await findPaymentOfInstalment(strapi, instalment);
      if (payment === null || (await lockPayment(strapi, payment)) === null) throw notFound('Instalment');
      const waiting = await readWaitingReminder(strapi, instalment);
      if (!waiting) throw new ConflictError('This instalment waits for no reminder');
      const { step, dueDate } = waiting;
      const known = await readKnownReminders(strapi, [instalment]);
      if (known.some((one) => one.step === step && one.dueDate === dueDate)) {
        throw new ConflictError('This reminder is decided already');
      }
      const held = { ...waiting, instalment, contact: '', notice: null, reason: 'held-back' as const };
      await insertReminders(strapi, [held], getService(strapi, 'clock').now());
      return { documentId: instalment, step, dueDate };
    }),
});
