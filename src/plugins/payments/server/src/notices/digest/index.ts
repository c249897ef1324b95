import type { Core } from '@strapi/types';
import { addDays } from '../../../../domain/day';
import type { Day } from '../../../../domain/day';
import { isWorkingDay, nextWorkingDay } from '../../../../domain/office-days';
import { readOfficeClosures } from '../../repositories/closed-days';
import { inTransaction } from '../../repositories/database';
import { insertOnce, newNoticeId } from '../../repositories/notices-queue';
import type { NewNotice } from '../../repositories/notices-queue';
import { readReported } from '../../repositories/reported';
import {
  readDigestDay,
  readDueRowsOfDigest,
  readFailedRowsOfDigest,
  readReportedRowsOfDigest,
  readResponsibleOfDigest,
  readWaitingRowsOfDigest,
  writeDigestDay,
} from '../../repositories/staff-digest';
import type { Responsible } from '../../repositories/staff-digest';
import { getService } from '../../services/get-service';
import { isOneAddress } from '../address';
import type { Language } from '../mail/format';
import type { DigestPayload } from '../notice';
import { digestsOf, SECTIONS } from './sections';
import type { ArrangementEntry, Digest, DigestMaterial } from './sections';

/** A code that is to follow is asked for so many days before the due date. */
const INCOMPLETE_DAYS = 10;

/** Nobody reads a morning's digest at night: what a server missed until then waits for the next working day's. */
const TOO_LATE_HOUR = 21;

/** How far ahead office closures are looked at. */
const CLOSURES_DAYS = 400;

/**
 * Queues the staff's digest of a working day once its time has come: who is responsible for a customer, else the office, is told what
 * needs them. The day is noted in the same transaction, and each address has a unique key, so that replicas, restarts and a late
 * start make one mail of it.
 */
export async function queueDigests(strapi: Core.Strapi): Promise<void> {
  const { today, hour, minute } = await getService(strapi, 'clock').office();
  const { staffDigestTime } = await getService(strapi, 'settings').get();
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  if (time < staffDigestTime || hour >= TOO_LATE_HOUR) return;
  if (((await readDigestDay(strapi)) ?? '') >= today) return;
  await inTransaction(strapi, async () => {
    const next = await workingDayAfter(strapi, today);
    if (next !== null) await queueAll(strapi, today, next);
    await writeDigestDay(strapi, today);
  });
}

/** The working day after today, or null where today is none itself. */
async function workingDayAfter(strapi: Core.Strapi, today: Day): Promise<Day | null> {
  const calendar = await getService(strapi, 'calendar').get();
  const closures = await readOfficeClosures(strapi, today, addDays(today, CLOSURES_DAYS));
  return isWorkingDay(today, calendar, closures) ? nextWorkingDay(today, calendar, closures) : null;
}

/** With the digest switched off, what a customer reported is still told of before it is due: nobody reminds of it. */
async function queueAll(strapi: Core.Strapi, today: Day, next: Day): Promise<void> {
  const { staffDigest, replyTo, officeName, locale } = await getService(strapi, 'settings').get();
  const office: Responsible | null = isOneAddress(replyTo)
    ? { email: replyTo, name: officeName, language: languageOf(locale) }
    : null;
  const material = await readMaterial(strapi, today, next);
  const digests = digestsOf(material, office, staffDigest ? SECTIONS : ['review']);
  const now = getService(strapi, 'clock').now();
  await insertOnce(
    strapi,
    digests.map((digest) => noticeOf(digest, today, languageOf(locale), now)),
    now,
  );
}

const languageOf = (locale: string): Language => (locale.startsWith('el') ? 'el' : 'en');

async function readMaterial(strapi: Core.Strapi, today: Day, next: Day): Promise<DigestMaterial> {
  const incompleteUntil = addDays(today, INCOMPLETE_DAYS);
  const due = await readDueRowsOfDigest(strapi, today, incompleteUntil > next ? incompleteUntil : next);
  return {
    today,
    next,
    due,
    incompleteUntil,
    reported: await readReportedRowsOfDigest(strapi),
    claims: await readReported(strapi, [...new Set(due.map(({ payment }) => payment))]),
    failed: await readFailedRowsOfDigest(strapi),
    waiting: await readWaitingRowsOfDigest(strapi, incompleteUntil),
    arrangements: await readArrangements(strapi),
  };
}

/** Read at most; a digest lists far fewer and counts the others. */
const MOST_ARRANGEMENTS = 400;

async function readArrangements(strapi: Core.Strapi): Promise<ArrangementEntry[]> {
  const { rows } = await getService(strapi, 'arrangements').threatened(MOST_ARRANGEMENTS);
  const customers = rows.flatMap(({ payment }) => payment.customer?.id ?? []);
  const responsible = await readResponsibleOfDigest(strapi, [...new Set(customers)]);
  return rows.map((row) => ({ ...row, responsible: responsible.get(row.payment.customer?.id ?? 0) ?? null }));
}

function noticeOf({ recipient, sections }: Digest, day: Day, fallback: Language, now: Date): NewNotice {
  const { name, email, language } = recipient;
  const payload: DigestPayload = { day, name, email, language: language ?? fallback, sections };
  return {
    documentId: newNoticeId(),
    kind: 'digest',
    contact: '',
    customer: null,
    payment: null,
    foldKey: null,
    onceKey: `digest:${day}:${email.toLowerCase()}`,
    payload,
    sendAfter: now,
    byStaff: false,
    suppressed: null,
  };
}
