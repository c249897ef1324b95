import type { Me } from '../../src/plugins/payments/contracts/me';
import * as contract from '../../src/plugins/payments/contracts/me';
import { createCustomerSide, editPayment, registerPayment } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

const me = async (method = 'GET', path = '/me', body?: unknown): Promise<Me> => {
  const answer = await office.eleni.http.request<{ data: Me }>(method, `/api/payments${path}`, { body });
  expect(answer.status).toBe(200);
  return contract.getMe.answer.parse(answer.body).data;
};

describe('own settings', () => {
  it('are read and changed by the contact', async () => {
    expect(await me()).toMatchObject({ name: 'Eleni Papadaki', language: 'el', reminders: true, calendarFeed: null });
    expect(await me('PUT', '/me', { language: 'en', reminders: false })).toMatchObject({
      language: 'en',
      reminders: false,
    });
    expect(await me('PUT', '/me', { reminders: true })).toMatchObject({ language: 'en', reminders: true });
  });

  it.each([
    { language: 'fr' },
    { email: 'x@example.com' },
    { name: 'x' },
    { customers: [] },
    { user: 1 },
    { reminders: 'no' },
  ])('refuse %j', async (body) => {
    expect((await office.eleni.http.put('/api/payments/me', body)).status).toBe(400);
  });
});

describe('the calendar', () => {
  const feed = async (address: string | null) => office.anonymous.get<string>(address ?? 'nowhere');
  /** The events of a calendar, each as its properties. */
  const entriesOf = (text: string) =>
    text
      .replace(/\r\n /g, '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map(
        (block) =>
          new Map(block.split('\r\n').map((line) => [line.split(/[:;]/)[0], line.slice(line.indexOf(':') + 1)])),
      );

  it('is at a secret address that shows instalments by day, and follows edits', async () => {
    const { papadaki, boreas } = office.customers;
    const payment = await registerPayment(office, {
      customer: papadaki,
      title: 'Φόρος; εισοδήματος, 2026',
      instalments: [
        { amount: '154.32', date: '2026-12-31' },
        { amount: '1234.50', date: '2027-01-29' },
      ],
    });
    await registerPayment(office, {
      customer: boreas,
      title: 'Theirs',
      instalments: [{ amount: '1.00', date: '2026-12-30' }],
    });
    const { calendarFeed } = await me('POST', '/me/calendar-feed');
    expect((await me()).calendarFeed).toBe(calendarFeed);
    const answer = await feed(calendarFeed);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const entries = entriesOf(answer.body);
    expect(entries.map((entry) => entry.get('DTSTART'))).toEqual(['20261231', '20270129']);
    expect(entries[1]?.get('SUMMARY')).toBe('Φόρος\\; εισοδήματος\\, 2026 2/2 · €1\\,234.50');
    expect(answer.body).not.toMatch(/Theirs|secret/);

    await editPayment(office.admin, payment, { title: 'Renamed' });
    const after = entriesOf((await feed(calendarFeed)).body);
    expect(after[0]?.get('UID')).toBe(entries[0]?.get('UID'));
    expect(Number(after[0]?.get('SEQUENCE'))).toBe(Number(entries[0]?.get('SEQUENCE')) + 1);
    expect(after[0]?.get('SUMMARY')).toContain('Renamed 1/2');
  });

  it('stops at the old address when it is renewed, and at any when it is revoked', async () => {
    const before = await me('POST', '/me/calendar-feed');
    const renewed = await me('POST', '/me/calendar-feed');
    expect(renewed.calendarFeed).not.toBe(before.calendarFeed);
    expect((await feed(before.calendarFeed)).status).toBe(404);
    expect((await feed(renewed.calendarFeed)).status).toBe(200);
    expect((await me('DELETE', '/me/calendar-feed')).calendarFeed).toBeNull();
    expect((await feed(renewed.calendarFeed)).status).toBe(404);
  });

  it('is limited, with a time to wait', async () => {
    const { calendarFeed } = await me('POST', '/me/calendar-feed');
    const answers = await Promise.all(Array.from({ length: 70 }, () => feed(calendarFeed)));
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
