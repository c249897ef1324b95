import ICAL from 'ical.js';

import { createCustomerSide, editPayment, registerPayment } from '../support/customer-side';
import type { CustomerSide, StaffPayment } from '../support/customer-side';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

/** A title that has to be folded, and holds whatever means something in the format. */
const title = 'Φόρος; εισοδήματος, φυσικών προσώπων \\ και λοιπές υποχρεώσεις του έτους 2026 😀 «τελικός»';

const register = (more: Partial<Parameters<typeof registerPayment>[1]> = {}): Promise<StaffPayment> =>
  registerPayment(office, {
    customer: office.customers.papadaki,
    title,
    instalments: [
      { amount: '154.32', date: '2026-12-31' },
      { amount: '1234.50', date: '2027-01-29' },
    ],
    more: { paymentCode: { value: 'RF18539007547034', scheme: 'rf' } },
    ...more,
  });

const newAddress = async (): Promise<string> => {
  const { body } = await office.eleni.http.post<{ data: { calendarFeed: string } }>('/api/payments/me/calendar-feed');
  return body.data.calendarFeed;
};

const read = async (address: string): Promise<string> => (await office.anonymous.get<string>(address)).body;

/** The feed as ical.js, the parser of Thunderbird, understands it: events by UID. */
const parse = (text: string): Map<string, InstanceType<typeof ICAL.Event>> => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return new Map(events.map((event) => [event.uid, event]));
};

const summaries = (text: string): string[] => [...parse(text).values()].map(({ summary }) => summary);

describe('the calendar, to an independent parser', () => {
  it('is all-day events whose words come back as they went, however long', async () => {
    const payment = await register();
    const text = await read(await newAddress());
    const events = parse(text);
    const [first, second] = payment.instalments.map(({ documentId }) => events.get(`${documentId}@payments`));
    expect(first?.summary).toBe(`${title} 1/2 · 154,32 €`.replace(' €', '\u00a0€'));
    expect(second?.startDate.toString()).toBe('2027-01-29');
    expect(second?.startDate.isDate).toBe(true);
    expect(second?.endDate.toString()).toBe('2027-01-30');
    expect(second?.duration.toString()).toBe('P1D');
    expect(first?.description.split('\n')).toEqual([
      'Papadaki Eleni',
      'Εφορία (example)',
      'Δώστε εντολή πληρωμής έως 30 Δεκεμβρίου 2026',
      'Κωδικός πληρωμής: RF18 5390 0754 7034',
    ]);
    expect(first?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('has lines of at most 75 octets, each ended by CR LF, and no byte of a character torn from it', async () => {
    const text = await read(await newAddress());
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n\ufffd]/.test(line))).toBe(true);
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(0);
  });

  it('keeps an event’s UID and raises its SEQUENCE when the office moves, pays or cancels it', async () => {
    const address = await newAddress();
    const payment = await register({ title: 'Followed', instalments: [{ amount: '60.00', date: '2026-12-15' }] });
    const uid = `${payment.instalments[0]?.documentId}@payments`;
    const now = async () => {
      const event = parse(await read(address)).get(uid);
      return { sequence: event?.sequence ?? -1, summary: event?.summary ?? '', start: event?.startDate.toString() };
    };
    const before = await now();
    expect(before.summary).toBe('Followed 1/1 · 60,00\u00a0€');

    const instalment = `/payments/instalments/${payment.instalments[0]?.documentId}`;
    const save = { revision: payment.revision, sendEmail: false };
    const moved = await office.admin.put<{ data: StaffPayment }>(instalment, { ...save, dueDate: '2026-12-18' });
    const afterMove = await now();
    expect(afterMove).toEqual({ ...before, sequence: before.sequence + 1, start: '2026-12-18' });

    const { revision } = moved.body.data;
    const settled = await office.admin.post(`${instalment}/settle`, {
      revision,
      paidOn: '2026-11-20',
      sendEmail: false,
    });
    expect(settled.status).toBe(200);
    const afterPaying = await now();
    expect(afterPaying.summary).toBe('✓ Πληρώθηκε: Followed 1/1 · 60,00\u00a0€');
    expect(afterPaying.sequence).toBeGreaterThan(afterMove.sequence);
  });

  it('marks what was cancelled as cancelled, so that calendars strike it', async () => {
    const address = await newAddress();
    const payment = await register({ title: 'Called off', instalments: [{ amount: '61.00', date: '2026-12-15' }] });
    const body = { revision: payment.revision, sendEmail: false };
    expect((await office.admin.post(`/payments/payments/${payment.documentId}/cancel`, body)).status).toBe(200);
    const event = parse(await read(address)).get(`${payment.instalments[0]?.documentId}@payments`);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.summary).toMatch(/^✗ Ακυρώθηκε: Called off/);
  });

  it('says nothing of other customers, nor of what staff alone see', async () => {
    const { boreas } = office.customers;
    await register({ customer: boreas, title: 'Theirs', instalments: [{ amount: '62.00', date: '2026-12-30' }] });
    const commented = await register({ title: 'Ours', instalments: [{ amount: '63.00', date: '2026-12-30' }] });
    const address = await newAddress();
    const before = await read(address);
    await editPayment(office.admin, commented, { managerComments: 'secret of the feed' });
    expect(await read(address)).toBe(before);
    expect(summaries(before).filter((summary) => /Theirs|secret/.test(summary))).toEqual([]);
    expect(before).not.toMatch(/Theirs|secret/);
  });

  it('opens for nobody whose contact may no longer sign in', async () => {
    const address = await newAddress();
    const block = (blocked: boolean) =>
      server.evaluate(
        ({ strapi }, { id, blocked }) => strapi.plugin('users-permissions').service('user').edit(id, { blocked }),
        { id: office.eleni.userId, blocked },
      );
    await block(true);
    expect((await office.anonymous.get(address)).status).toBe(404);
    await block(false);
    expect((await office.anonymous.get(address)).status).toBe(200);
  });
});
