import { arrivals, duplicates, startFaultOffice, type FaultOffice } from '../support/fault-office';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { createCustomer, createPayment, type Envelope } from '../support/office';
import { breakableDatabase, type BreakableDatabase } from '../support/outage';
import { by, figures } from '../support/scale';
import type { Server } from '../support/server';
import { adminLogin } from '../support/users';

jest.setTimeout(by({ short: 400_000, normal: 600_000, long: 600_000 }));

/** A little longer than SQLite itself waits for a lock, so that it is not this wait that saves us. */
const away = 12_000;
const size = by({ short: 60, normal: 150, long: 300 });

let breakable: BreakableDatabase;
let office: FaultOffice;

beforeAll(async () => {
  breakable = await breakableDatabase();
  office = await startFaultOffice({ size, database: breakable.database });
});

afterAll(async () => {
  await office.close();
  await breakable.remove();
});

test('the database is gone for more than 10 s while mails go out: no crash, nothing lost, nothing twice', async () => {
  const { mailbox, replicas, crowd } = office;
  const [first] = replicas as [Server];
  const staff = await adminLogin(first.url);
  const customer = await createCustomer(staff, 'Papadaki Eleni', null);
  const payment = await createPayment(staff, customer.documentId, { sendEmail: false });
  const pids = replicas.map(({ pid }) => pid);
  mailbox.behave({ kind: 'slow', delay: 150 });
  const ticking = office.keepTicking();
  await mailbox.waitFor(() => mailbox.mails.length >= 5, 60_000);

  await breakable.goAway();
  const before = mailbox.mails.length;
  const path = `/payments/payments/${payment.documentId}`;
  const edit = async (): Promise<number | 'cut off'> =>
    staff.put(path, { revision: payment.revision, title: 'Edited', sendEmail: false }).then(
      ({ status }) => status,
      () => 'cut off' as const,
    );
  const during = edit();
  await new Promise((resolve) => setTimeout(resolve, away));
  await breakable.comeBack();
  const answer = await during;

  const entries = await office.settled(240_000);
  await ticking.stop();
  figures(`database ${breakable.how} for ${away / 1000} s`, {
    reminders: size,
    processes: replicas.length,
    'mails before': before,
    'mails in all': mailbox.mails.length,
    'edit meanwhile': answer,
    'failed ticks': ticking.complaints.length,
  });
  expect(before).toBeLessThan(crowd.addresses.length);
  expect(entries.map(({ title }) => title).sort()).toEqual(crowd.titles);
  expect(duplicates(mailbox)).toEqual([]);
  expect(entries.filter(({ state }) => state !== 'sent')).toEqual([]);
  expect([...arrivals(mailbox).keys()].sort()).toEqual(crowd.titles);
  // The same processes go on, and the edit was saved or it was not: who was told so can rely on it, who was told nothing looks.
  expect(await Promise.all(replicas.map((server) => server.evaluate(() => process.pid)))).toEqual(pids);
  const saved = (await staff.get<Envelope<StaffPayment>>(path)).body.data.title === 'Edited';
  if (answer !== 'cut off') expect(answer === 200).toBe(saved);
  expect(await edit()).toBe(saved ? 409 : 200);
});
