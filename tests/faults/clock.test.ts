import { startMailOffice, type MailOffice, type Person } from '../support/mail-office';
import { eur } from '../support/office';
import { by, figures } from '../support/scale';
import { eventually } from '../support/wait';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';

jest.setTimeout(by({ short: 300_000, normal: 600_000, long: 600_000 }));

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
});
afterAll(() => office.close());
beforeEach(() => office.mailbox.reset());

interface Reminded extends Person {
  readonly payment: StaffPayment;
}

/** A payment of one instalment, registered without a mail at an instant. */
const owe = async (at: string, date: string, more: object = {}): Promise<Reminded> => {
  await office.clock(at);
  const person = await office.someone({ language: 'en' });
  const plan = { kind: 'single', total: eur('850.00'), date, ...more };
  return { ...person, payment: await office.register(person.customer, { sendEmail: false, plan }) };
};

const tickAt = async (instant: string): Promise<void> => {
  await office.clock(instant);
  await office.tick();
};

const hour = 60 * 60_000;

/** Ticks every hour from one instant to another, and answers the hours at which a mail came. */
const hoursOfMail = async ({ email }: Person, from: string, to: string): Promise<string[]> => {
  const start = performance.now();
  const hours: string[] = [];
  let ticks = 0;
  for (let at = Date.parse(from); at <= Date.parse(to); at += hour) {
    const before = office.mailbox.to(email).length;
    await tickAt(new Date(at).toISOString());
    ticks += 1;
    for (let mail = before; mail < office.mailbox.to(email).length; mail += 1)
      hours.push(new Date(at).toISOString().slice(0, 16));
  }
  figures('clock', { ticks, mails: hours.length, seconds: Math.round((performance.now() - start) / 1000) });
  return hours;
};

const steps = async ({ payment }: Reminded): Promise<string[]> =>
  (await office.reminders(payment.documentId)).map(({ step, dueDate, state, reason }) =>
    [step, dueDate, state, reason].filter((part) => part !== null).join(' '),
  );

test('three days of downtime: the latest step goes, once, and what it overtook is kept with its reason', async () => {
  const reminded = await owe('2031-01-10T08:00:00Z', '2031-01-31');
  await tickAt('2031-01-24T07:30:00Z');
  // Down from Wednesday afternoon, before the step of Thursday, until Saturday after the due date.
  await tickAt('2031-01-29T13:00:00Z');
  await office.server.kill();
  await office.server.restart();
  await tickAt('2031-02-01T13:00:00Z');
  await tickAt('2031-02-01T14:00:00Z');
  expect(office.mailbox.to(reminded.email)).toHaveLength(2);
  expect(office.mailbox.to(reminded.email)[1]?.subject).toContain('Not confirmed as paid');
  expect(await steps(reminded)).toEqual(['-7 2031-01-31 sent', '-1 2031-01-31 skipped overtaken', '0 2031-01-31 sent']);
});

test('the clocks go forward in Athens: one mail a step, at nine by the wall', async () => {
  // Sunday, 30 March 2031, 03:00 becomes 04:00. Monday is due; 1 April is the day after.
  const reminded = await owe('2031-03-25T08:00:00Z', '2031-03-31');
  expect(await hoursOfMail(reminded, '2031-03-27T22:00:00Z', '2031-03-31T22:00:00Z')).toEqual([
    '2031-03-28T07:00',
    '2031-03-31T06:00',
  ]);
});

test('a date kept on the Sunday of the change itself is reminded of once', async () => {
  const reminded = await owe('2031-03-24T12:00:00Z', '2031-03-30', { pinned: true });
  expect(await hoursOfMail(reminded, '2031-03-27T22:00:00Z', '2031-03-30T22:00:00Z')).toEqual([
    '2031-03-28T07:00',
    '2031-03-30T06:00',
  ]);
});

test('the clocks go back in Athens: the hour that comes twice sends once', async () => {
  // Sunday, 26 October 2031, 04:00 becomes 03:00; Tuesday the 28th is a holiday.
  const reminded = await owe('2031-10-21T08:00:00Z', '2031-10-27');
  expect(await hoursOfMail(reminded, '2031-10-23T21:00:00Z', '2031-10-27T22:00:00Z')).toEqual([
    '2031-10-24T06:00',
    '2031-10-27T07:00',
  ]);
});

test('a leap day is due, and every step around it goes once', async () => {
  // Friday, 29 February 2036; three days later is Clean Monday, so the last step waits for Tuesday.
  const reminded = await owe('2036-02-11T08:00:00Z', '2036-02-29');
  expect(reminded.payment.instalments[0]?.dueDate).toBe('2036-02-29');
  expect(await hoursOfMail(reminded, '2036-02-21T22:00:00Z', '2036-03-04T22:00:00Z')).toEqual([
    '2036-02-22T07:00',
    '2036-02-28T07:00',
    '2036-02-29T07:00',
    '2036-03-04T07:00',
  ]);
});

test('a plan from 31 January meets the leap day, and yearly ones from it do not drift', async () => {
  await office.clock('2035-12-01T08:00:00Z');
  const { customer } = await office.someone();
  const nominal = async (firstDate: string, period: string) => {
    const plan = { kind: 'automatic', total: eur('400.00'), count: 4, firstDate, period, convention: 'unadjusted' };
    const { instalments } = await office.register(customer, { sendEmail: false, plan: { ...plan, amount: '100.00' } });
    return instalments.map(({ nominalDate }) => nominalDate);
  };
  expect(await nominal('2036-01-31', 'monthly')).toEqual(['2036-01-31', '2036-02-29', '2036-03-31', '2036-04-30']);
  expect(await nominal('2036-02-29', 'annual')).toEqual(['2036-02-29', '2037-02-28', '2038-02-28', '2039-02-28']);
});

test('a due date moved from A to B and back to A: no step of a date is sent twice', async () => {
  const reminded = await owe('2031-05-05T08:00:00Z', '2031-05-30');
  await tickAt('2031-05-23T06:30:00Z');
  expect(office.mailbox.to(reminded.email)).toHaveLength(1);
  const moved = await office.editInstalment(reminded.payment, 0, { dueDate: '2031-06-20' }, false);
  await tickAt('2031-05-26T06:30:00Z');
  await office.editInstalment(moved, 0, { dueDate: '2031-05-30' }, false);
  const hours = await hoursOfMail(reminded, '2031-05-26T07:00:00Z', '2031-06-05T07:00:00Z');
  expect(hours).toEqual(['2031-05-29T06:00', '2031-05-30T06:00', '2031-06-03T06:00']);
  expect(await steps(reminded)).toEqual([
    '-7 2031-05-30 sent',
    '-1 2031-05-30 sent',
    '0 2031-05-30 sent',
    '3 2031-05-30 sent',
  ]);
});

test('moved while its reminder waits for the mail server: the old date is not spoken of, the new one is', async () => {
  const reminded = await owe('2031-08-01T08:00:00Z', '2031-08-29');
  await office.mailbox.goAway();
  await tickAt('2031-08-22T06:30:00Z');
  const moved = await office.editInstalment(reminded.payment, 0, { dueDate: '2031-09-19' }, false);
  expect(moved.instalments[0]?.dueDate).toBe('2031-09-19');
  await office.mailbox.comeBack();
  await eventually(
    async () => (await office.notices(reminded.contact)).some(({ state }) => state === 'suppressed'),
    'the waiting notice is given up',
    60_000,
  );
  const hours = await hoursOfMail(reminded, '2031-08-22T07:00:00Z', '2031-09-12T10:00:00Z');
  expect(hours).toEqual(['2031-09-12T06:00']);
  expect(await steps(reminded)).toEqual(['-7 2031-08-29 skipped moved', '-7 2031-09-19 sent']);
});
