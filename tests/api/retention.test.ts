import { startMailOffice, type MailOffice } from '../support/mail-office';
import type { Envelope } from '../support/office';
import type { Health } from '../../src/plugins/payments/contracts/health';
import { getHealth } from '../../src/plugins/payments/contracts/health';

let office: MailOffice;

/** The tests tick themselves: the server's own minute would come between. */
beforeAll(async () => {
  office = await startMailOffice({ TEST_PAYMENTS_CONFIG: '{"tick":false}' });
});

afterAll(() => office.close());

const settings = async (changes: object) => {
  const answer = await office.staff.put<Envelope<object>>('/payments/settings', changes);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([200, expect.any(String)]);
};

const tickAt = async (instant: string) => {
  await office.clock(instant);
  await office.server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
};

const eventsOf = (payment: string) =>
  office.server.evaluate(
    ({ strapi }, paymentDocumentId) =>
      strapi.db.query('plugin::payments.event').count({ where: { paymentDocumentId } }),
    payment,
  );

const health = async () => (await office.staff.get<Envelope<Health>>('/payments/notices/health')).body.data;

describe('what is kept', () => {
  test('is everything, until the office says otherwise', async () => {
    await tickAt('2024-01-10T10:00:00Z');
    const { customer, contact } = await office.someone();
    const plan = { kind: 'single', total: { value: '5.00', currency: 'EUR' }, date: '2024-02-28' };
    await office.register(customer, { plan });
    await tickAt('2024-01-10T10:30:00Z');
    await tickAt('2026-11-23T10:00:00Z');
    expect((await office.notices(contact)).length).toBeGreaterThan(0);
  });

  test('is what is younger than the settings say; what is still to pay keeps its history, what is to go goes', async () => {
    await tickAt('2024-03-01T10:00:00Z');
    const [first, second] = [await office.someone(), await office.someone()];
    const plan = { kind: 'single', total: { value: '5.00', currency: 'EUR' }, date: '2024-04-26' };
    const open = await office.register(first.customer, { plan });
    const closed = await office.register(second.customer, { plan });
    await tickAt('2024-03-01T10:30:00Z');
    const cancelled = await office.staff.post(`/payments/payments/${closed.documentId}/cancel`, {
      revision: closed.revision,
      sendEmail: false,
    });
    expect(cancelled.status).toBe(200);
    await settings({ keepNoticesMonths: 24, keepEventsMonths: 24 });
    await tickAt('2026-02-27T10:00:00Z');
    expect((await office.notices(first.contact)).map(({ state }) => state)).toContain('sent');
    expect(await eventsOf(closed.documentId)).toBe(2);
    await tickAt('2026-03-02T10:00:00Z');
    const left = await office.notices(first.contact);
    expect(left.filter(({ kind }) => kind === 'registered')).toEqual([]);
    expect(await eventsOf(closed.documentId)).toBe(0);
    expect(await eventsOf(open.documentId)).toBe(1);
    expect((await office.staff.get(`/payments/payments/${closed.documentId}`)).status).toBe(200);
  });

  test('goes in batches, however much it is, and by several processes at once', async () => {
    await settings({ keepNoticesMonths: null, keepEventsMonths: 12 });
    await office.clock('2027-01-10T10:00:00Z');
    await office.server.evaluate(async ({ strapi }) => {
      const at = new Date('2025-01-01T10:00:00Z');
      const row = (index: number) => ({
        document_id: `old${index}`,
        payment_document_id: 'gone',
        kind: 'updated',
        actor_kind: 'system',
        at,
        changes: '[]',
        staff_changes: '[]',
      });
      const rows = Array.from({ length: 1_300 }, (_, index) => row(index));
      for (let start = 0; start < rows.length; start += 100) {
        await strapi.db.connection('payments_events').insert(rows.slice(start, start + 100));
      }
    });
    expect(await eventsOf('gone')).toBe(1_300);
    await office.server.evaluate(({ strapi }) => {
      const { tick } = strapi.plugin('payments').service('ticker');
      return Promise.all([tick(), tick()]);
    });
    expect(await eventsOf('gone')).toBe(0);
  });

  test.each([0, -1, 1.5, 601, 'long'])('is not told by %p months', async (months) => {
    const { status } = await office.staff.put('/payments/settings', { keepNoticesMonths: months });
    expect(status).toBe(400);
  });
});

describe('the health of the work that nobody sees', () => {
  test('tells the last tick, and that it stopped', async () => {
    await tickAt('2027-01-11T10:00:00Z');
    const answer = await office.staff.get('/payments/notices/health');
    getHealth.answer.parse(answer.body);
    expect(await health()).toMatchObject({
      lastTickAt: expect.stringMatching(/^2027-01-11T10:00:0/),
      tickIsLate: false,
    });
    await office.clock('2027-01-11T10:04:00Z');
    expect((await health()).tickIsLate).toBe(false);
    await office.clock('2027-01-11T10:06:00Z');
    expect((await health()).tickIsLate).toBe(true);
  });

  test('tells how many notices wait, and since when one should have gone', async () => {
    await tickAt('2027-01-11T11:00:00Z');
    const before = await health();
    const { customer } = await office.someone();
    await office.mailbox.goAway();
    await office.register(customer);
    await office.tick();
    const now = await health();
    expect(now.waiting).toBe(before.waiting + 1);
    await office.clock('2027-01-11T12:00:00Z');
    expect(await health()).toMatchObject({ waiting: now.waiting, queueIsLate: true, oldestDueAt: expect.any(String) });
    await office.mailbox.comeBack();
  });
});
