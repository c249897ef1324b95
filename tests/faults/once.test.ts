import {
  arrivals,
  clockAt,
  readNoticeStates,
  reminderMorning,
  startFaultOffice,
  type FaultOffice,
} from '../support/fault-office';
import { by, figures } from '../support/scale';
import type { Server } from '../support/server';

jest.setTimeout(by({ short: 400_000, normal: 600_000, long: 1_200_000 }));

const size = by({ short: 60, normal: 400, long: 2_000 });

let office: FaultOffice;

afterEach(() => office.close());

/** Keeps a reminder a second time, as a program would that did not look whether it is there. */
const keepAgain = (server: Server): Promise<'kept' | 'refused'> =>
  server.evaluate(async ({ strapi }) => {
    const reminders = () => strapi.db.connection('payments_reminders');
    const row: Record<string, unknown> = await reminders().whereNot('contact_document_id', '').first();
    delete row.id;
    return reminders()
      .insert({ ...row, document_id: 'kept-twice' })
      .then(
        () => 'kept' as const,
        () => 'refused' as const,
      );
  });

test('replicas that all tick remind everybody exactly once', async () => {
  office = await startFaultOffice({ size });
  const start = performance.now();
  const ticking = office.keepTicking();
  const entries = await office.settled(300_000);
  await ticking.stop();
  const seconds = Math.round((performance.now() - start) / 1000);
  const { mails } = office.mailbox;
  figures('no kills', { reminders: size, processes: office.replicas.length, mails: mails.length, seconds });
  expect(entries.map(({ title }) => title).sort()).toEqual(office.crowd.titles);
  expect(entries.filter(({ state }) => state !== 'sent')).toEqual([]);
  expect([...arrivals(office.mailbox)].sort()).toEqual(office.crowd.titles.map((title) => [title, 1]));
  // Two reminders of one contact on one day are one mail.
  expect(mails).toHaveLength(office.crowd.addresses.length);
  expect(ticking.complaints).toEqual([]);
  expect(await keepAgain(office.replicas[0] as Server)).toBe('refused');
});

test('SIGTERM finishes what is being handed over and gives back the rest', async () => {
  office = await startFaultOffice({ size: by({ short: 40, normal: 60, long: 60 }), replicas: 1 });
  const [server] = office.replicas as readonly [Server];
  const { mailbox, crowd } = office;
  mailbox.behave({ kind: 'slow', delay: 300 });
  const ticking = office.keepTicking();
  await mailbox.waitFor(() => mailbox.mails.length >= 3, 60_000);
  const ticked = ticking.stop();
  // The next process stands in 2026: it sends nothing yet, and shows what the one before left behind.
  await server.restart({ env: clockAt('2026-11-23T08:00:00Z') });
  await ticked;
  const sent = mailbox.mails.length;
  const returned = crowd.addresses.length - sent;
  figures('SIGTERM', { 'sent before': sent, returned });
  expect(returned).toBeGreaterThan(0);
  expect(await readNoticeStates(server)).toEqual({ sent, queued: returned });

  await server.restart({ env: clockAt(reminderMorning) });
  const again = office.keepTicking();
  await office.settled(120_000);
  await again.stop();
  expect([...arrivals(mailbox)].sort()).toEqual(crowd.titles.map((title) => [title, 1]));
});
