import { dueReminder } from '../../../domain/ladder';
import type { SendingTime } from '../../../domain/ladder';
import type { MinorUnits } from '../../../domain/money';
import { outstandingOf } from '../../../domain/state';
import { pointsOf } from '../record/reminder-schedule';
import type { ReminderRules } from '../record/reminder-schedule';
import type { Recipient } from '../repositories/notices-recipients';
import type { DueRow, KnownReminder, Mailed } from '../repositories/reminders-due';
import type { NewReminder, NextReminder } from '../repositories/reminders-write';
import type { SkipReason } from './notice';
import { reminderContactSkip } from './recheck';

/** What decides about the reminders of one batch. */
export interface RemindInput {
  readonly time: SendingTime;
  readonly now: Date;
  readonly rules: ReminderRules;
  /** The contacts of each customer. */
  readonly contacts: ReadonlyMap<string, readonly Recipient[]>;
  readonly reported: ReadonlyMap<string, MinorUnits>;
  readonly known: readonly KnownReminder[];
  /** What staff reminded of by hand within the last 24 hours. */
  readonly byHand: readonly Mailed[];
}

/** A reminder that goes to a contact; its notice is made later, since one mail carries several. */
export type Reminding = Omit<NewReminder, 'notice' | 'reason'> & { readonly recipient: Recipient };

export interface Reminded {
  readonly sending: readonly Reminding[];
  readonly skipped: readonly NewReminder[];
  readonly next: readonly NextReminder[];
}

/**
 * Who was mailed within a day is not mailed again about the same instalment and date. Steps of neighbouring days are 24 hours apart, 23
 * when the clocks go forward, less what the mail before took to leave: so much less counts as a day.
 */
const A_DAY_MS = (24 - 1) * 60 * 60_000 - 10 * 60_000;

/** Decides, for due instalments, who is reminded now, who is not and why, and what each instalment waits for next. */
export function remind(rows: readonly DueRow[], input: RemindInput): Reminded {
  const book = openBook(input);
  const sending: Reminding[] = [];
  const skipped: NewReminder[] = [];
  const next: NextReminder[] = [];
  for (const row of rows) {
    const points = pointsOf(row, row.institution, input.rules);
    const due = dueReminder(points, row.state === 'open' ? row.remindStep : null, input.time);
    next.push({ id: row.id, remindOn: due.next?.on ?? null, remindStep: due.next?.step ?? null });
    for (const { step } of due.overtaken) skip(row, step, '', 'overtaken');
    if (due.send) sendStep(row, due.send.step);
  }
  return { sending, skipped, next };

  function sendStep(row: DueRow, step: number): void {
    const recipients = input.contacts.get(row.customer ?? '') ?? [];
    const reason = rowSkip(row, input.reported) ?? (recipients.length === 0 ? 'no-address' : null);
    if (reason) return skip(row, step, '', reason);
    for (const recipient of recipients) {
      const contactReason =
        reminderContactSkip(recipient) ?? (book.mailedLately(row, recipient) ? 'mailed-recently' : null);
      if (contactReason) skip(row, step, recipient.contact, contactReason);
      else if (book.enter(row, step, recipient.contact)) {
        book.mail(row, recipient);
        sending.push({ ...keyOf(row, step, recipient.contact), recipient });
      }
    }
  }

  function skip(row: DueRow, step: number, contact: string, reason: SkipReason): void {
    if (book.enter(row, step, contact)) skipped.push({ ...keyOf(row, step, contact), notice: null, reason });
  }
}

const keyOf = (row: DueRow, step: number, contact: string) => ({
  instalment: row.documentId,
  payment: row.payment,
  contact,
  step,
  dueDate: row.dueDate,
});

/** Why nobody is reminded of an instalment. */
function rowSkip(row: DueRow, reported: ReadonlyMap<string, MinorUnits>): SkipReason | null {
  if (row.paymentState === 'cancelled') return 'cancelled';
  if (row.customerArchived) return 'archived';
  if (row.paymentPaused || row.customerPaused) return 'paused';
  const claimed = reported.get(row.documentId);
  return claimed !== undefined && claimed >= outstandingOf(row) ? 'reported' : null;
}

/** Which reminders exist, and who was mailed about which instalment and date within a day. */
function openBook({ known, byHand, now }: RemindInput) {
  const entered = new Set(
    known.map(({ instalment, step, dueDate, contact }) => `${instalment}|${step}|${dueDate}|${contact}`),
  );
  const since = now.getTime() - A_DAY_MS;
  const lately = known.filter(({ mailedAt }) => mailedAt !== null && mailedAt.getTime() > since);
  const mailed = new Set(
    [...lately, ...byHand].map(({ instalment, dueDate, address }) => addressKey(instalment, dueDate, address)),
  );
  return {
    /** False where the very reminder exists, or staff have held this step back from everybody. */
    enter(row: DueRow, step: number, contact: string): boolean {
      const key = (whom: string) => `${row.documentId}|${step}|${row.dueDate}|${whom}`;
      if (entered.has(key(contact)) || entered.has(key(''))) return false;
      entered.add(key(contact));
      return true;
    },
    mailedLately: (row: DueRow, { email }: Recipient) => mailed.has(addressKey(row.documentId, row.dueDate, email)),
    mail: (row: DueRow, { email }: Recipient) => mailed.add(addressKey(row.documentId, row.dueDate, email)),
  };
}

const addressKey = (instalment: string, dueDate: string, address: string | null) =>
  `${instalment}|${dueDate}|${address?.toLowerCase()}`;
