import { call, getToday } from '../../src/plugins/payments/contracts/today';
import type { TodayInstalment, TodayPage } from '../../src/plugins/payments/contracts/today';
import type { StaffPayment as WholePayment } from '../../src/plugins/payments/contracts/payment';
import { createCustomerSide, registerPayment, today } from '../support/customer-side';
import type { CustomerSide, StaffPayment } from '../support/customer-side';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { startServer, type Server } from '../support/server';
import { countStatements } from '../support/statements';

let server: Server;
let mailbox: Mailbox;
let office: CustomerSide;

beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startServer({ smtpPort: mailbox.port });
  office = await createCustomerSide(server);
});

afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const page = async (): Promise<TodayPage> => {
  const { status, body } = await office.admin.get<{ data: TodayPage }>('/payments/today');
  expect(status).toBe(200);
  getToday.answer.parse(body);
  return body.data;
};

const register = (title: string, dates: readonly string[], more: object = {}): Promise<StaffPayment> =>
  registerPayment(office, {
    customer: office.customers.papadaki,
    title,
    instalments: dates.map((date) => ({ amount: '100.00', date })),
    more: { paymentCode: { value: 'RF18539007547034', scheme: 'rf' }, confirmed: ['duplicate'], ...more },
  });

const titles = ({ items }: { items: readonly TodayInstalment[] }) => items.map(({ payment }) => payment.title);
const find = ({ items }: { items: readonly TodayInstalment[] }, title: string): TodayInstalment => {
  const found = items.find(({ payment }) => payment.title === title);
  if (!found) throw new Error(`${title} is not in the list`);
  return found;
};
const first = ({ instalments }: StaffPayment): string => instalments[0]?.documentId ?? '';

describe('the Today page', () => {
  it('has an empty list for everything that nobody waits for', async () => {
    const data = await page();
    expect(data).toMatchObject({ date: today, due: { items: [], total: 0 }, receipts: { items: [], total: 0 } });
  });

  it('tells what is due today and unconfirmed, what is overdue, and what has no code ten days before', async () => {
    await register('Due today', [today]);
    await register('Overdue, two of them', ['2026-11-10', '2026-11-20']);
    await register('Not yet', ['2026-11-24']);
    await register('Code to follow, soon', ['2026-12-03'], { paymentCode: null });
    await register('Code to follow, later', ['2026-12-04'], { paymentCode: null });
    const data = await page();
    expect(titles(data.due)).toEqual(['Due today']);
    expect(titles(data.overdue)).toEqual(['Overdue, two of them', 'Overdue, two of them']);
    expect(data.overdue.items.map(({ dueDate }) => dueDate)).toEqual(['2026-11-20', '2026-11-10']);
    expect(titles(data.incomplete)).toEqual(['Code to follow, soon']);
    expect(find(data.due, 'Due today')).toMatchObject({
      customer: { name: 'Papadaki Eleni' },
      outstanding: { value: '100.00', currency: 'EUR' },
      reachable: true,
      lastNotice: null,
      called: null,
    });
  });

  it('leaves out what is paid, cancelled, an archived customer’s or reported as paid in full', async () => {
    const paid = await register('Paid already', [today]);
    await office.admin.post(`/payments/instalments/${first(paid)}/settle`, {
      revision: paid.revision,
      paidOn: today,
      sendEmail: false,
    });
    const cancelled = await register('Cancelled already', [today]);
    await office.admin.post(`/payments/payments/${cancelled.documentId}/cancel`, { revision: 1, sendEmail: false });
    await register('Of an archived customer', [today], { customer: office.customers.boreas });
    await server.evaluate(
      ({ strapi }, documentId) =>
        strapi.db
          .query('plugin::payments.customer')
          .update({ where: { documentId }, data: { archivedAt: '2026-11-01T00:00:00.000Z' } }),
      office.customers.boreas,
    );
    const reported = await register('Reported in full', [today]);
    const partly = await register('Reported in part', [today]);
    for (const [payment, amount] of [
      [reported, '100.00'],
      [partly, '40.00'],
    ] as const) {
      const claim = { paidOn: today, amount };
      const answer = await office.eleni.http.post(`/api/payments/instalments/${first(payment)}/receipts`, claim);
      expect(answer.status).toBe(201);
    }
    const data = await page();
    expect(titles(data.due)).toEqual(['Due today', 'Reported in part']);
    expect(data.receipts.items.map(({ payment }) => payment.title)).toEqual(['Reported in full', 'Reported in part']);
  });

  it('shows the last mail about an instalment, by hand or by the ladder', async () => {
    const payment = await register('To be reminded', [today], { customer: office.customers.kafe });
    const body = { action: 'remind', instalments: [first(payment)], sendEmail: true };
    const answer = await office.admin.post('/payments/bulk', body);
    expect(answer.body).toMatchObject({ data: { done: 1, results: [{ done: true, reason: null }] } });
    await server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick());
    const mail = mailbox.mails.find(({ text }) => String(text).includes('To be reminded'));
    expect(mail).toBeDefined();
    expect(find((await page()).due, 'To be reminded').lastNotice).toMatchObject({ kind: 'reminder', state: 'sent' });
  });

  it('says where no mail can reach the customer', async () => {
    const nobody = await office.admin.post<{ data: { documentId: string } }>('/payments/customers', {
      name: 'Without an address',
      contacts: [{ name: 'Without an address', email: null }],
    });
    await register('Nobody can be told', [today], { customer: nobody.body.data.documentId });
    expect(find((await page()).due, 'Nobody can be told').reachable).toBe(false);
  });

  it('asks the database as often for many rows as for few', async () => {
    const few = await countStatements(server, page);
    for (let index = 0; index < 12; index += 1) {
      await register(`One of many ${index}`, ['2026-11-18', today, '2026-11-30'], { paymentCode: null });
    }
    const many = await countStatements(server, page);
    expect(many).toBe(few);
  });
});

describe('a call', () => {
  it('is on the page and in the history of staff, and moves nothing that a contact sees', async () => {
    const payment = await register('Called about', [today]);
    const seen = () => office.eleni.http.get(`/api/payments/obligations/${payment.documentId}`);
    const before = await seen();
    const answer = await office.admin.post(`/payments/instalments/${first(payment)}/call`, {
      note: 'Pays this afternoon',
    });
    expect(answer.status).toBe(200);
    call.parse((answer.body as { data: unknown }).data);
    expect(find((await page()).due, 'Called about').called).toMatchObject({
      by: 'Anna Admin',
      note: 'Pays this afternoon',
    });
    const whole = await office.admin.get<{ data: WholePayment }>(`/payments/payments/${payment.documentId}`);
    expect(whole.body.data.revision).toBe(payment.revision);
    expect(whole.body.data.history[0]).toMatchObject({
      loud: false,
      changes: [],
      staffChanges: [{ field: 'called', number: 1, after: 'Pays this afternoon' }],
    });
    expect((await seen()).body).toEqual(before.body);
  });

  it('shows the last one, and needs no words', async () => {
    const payment = await register('Called twice', [today]);
    await office.admin.post(`/payments/instalments/${first(payment)}/call`, { note: 'No answer' });
    await office.admin.post(`/payments/instalments/${first(payment)}/call`, {});
    expect(find((await page()).due, 'Called twice').called).toMatchObject({ note: null });
  });

  it('of an instalment that does not exist is 404', async () => {
    expect((await office.admin.post('/payments/instalments/nobody/call', {})).status).toBe(404);
  });
});
