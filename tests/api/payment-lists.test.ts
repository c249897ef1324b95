import { paymentTotals } from '../../src/plugins/payments/contracts/payment-totals';
import type { PaymentTotals } from '../../src/plugins/payments/contracts/payment-totals';
import type { BulkResult } from '../../src/plugins/payments/contracts/bulk';
import type { StaffPayment, StaffPaymentItem } from '../../src/plugins/payments/contracts/payment';
import type { Http } from '../support/http';
import { bearer, createHttp } from '../support/http';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { createPayment, eur } from '../support/office';
import { countStatements } from '../support/statements';

let office: MailOffice;
let customer: string;
const today = '2026-11-23';

beforeAll(async () => {
  office = await startMailOffice();
  await office.clock(`${today}T10:00:00Z`);
  customer = (await office.someone({ name: 'Ageing AE', taxNumber: '094259216' })).customer;
});

beforeEach(() => office.mailbox.reset());

afterAll(() => office.close());

const single = (title: string, amount: string, date: string, more: object = {}): Promise<StaffPayment> =>
  createPayment(office.staff, customer, {
    title,
    plan: { kind: 'single', total: eur(amount), date, convention: 'unadjusted' },
    sendEmail: false,
    ...more,
  });

const list = async (query: string): Promise<string[]> => {
  const answer = await office.staff.get<{ data: StaffPaymentItem[] }>(`/payments/payments?${query}`);
  expect(answer.status).toBe(200);
  return answer.body.data.map(({ title }) => title);
};

const totals = async (query: string): Promise<PaymentTotals> => {
  const answer = await office.staff.get<{ data: PaymentTotals }>(`/payments/payments/totals?${query}`);
  expect(answer.status).toBe(200);
  return paymentTotals.parse(answer.body.data);
};

describe('filters and totals', () => {
  beforeAll(async () => {
    await single('91 days late', '1.00', '2026-08-24');
    await single('90 days late', '2.00', '2026-08-25');
    await single('61 days late', '4.00', '2026-09-23');
    await single('31 days late', '8.00', '2026-10-23');
    await single('1 day late', '16.00', '2026-11-22');
    await single('Due today', '32.00', today);
    await single('In 7 days', '64.00', '2026-11-30');
    await single('In 30 days', '128.00', '2026-12-23');
    await single('In 31 days', '256.00', '2026-12-24');
  });

  test('what is outstanding is summed by how old it is', async () => {
    const sums = await totals(`state=all&customer=${customer}`);
    expect(sums).toMatchObject({
      payments: 9,
      total: [eur('511.00')],
      paid: [eur('0.00')],
      outstanding: [eur('511.00')],
    });
    expect(sums.ageing.map(({ bucket, outstanding }) => [bucket, outstanding[0]?.value])).toEqual([
      ['over-90', '1.00'],
      ['61-90', '6.00'],
      ['31-60', '8.00'],
      ['1-30', '16.00'],
      ['due-7', '96.00'],
      ['due-30', '128.00'],
      ['later', '256.00'],
    ]);
  });

  test('totals follow the filters of the list', async () => {
    const query = `state=open&customer=${customer}&from=2026-11-22&to=${today}`;
    expect(await list(query)).toEqual(['1 day late', 'Due today']);
    expect(await totals(query)).toMatchObject({ payments: 2, outstanding: [eur('48.00')] });
  });

  test('by the total, with both ends', async () => {
    expect(await list(`customer=${customer}&least=16&most=64.00&sort=total:desc`)).toEqual([
      'In 7 days',
      'Due today',
      '1 day late',
    ]);
    const refused = await office.staff.get('/payments/payments?least=1.234');
    expect(refused).toMatchObject({ status: 400, body: { error: { details: { errors: [{ path: ['least'] }] } } } });
  });

  test('by who answers for the customer', async () => {
    const staff = await office.staff.get<{ data: { documentId: string; name: string }[] }>('/payments/staff');
    expect(staff.body.data).toMatchObject([{ name: 'Anna Admin' }]);
    const anna = staff.body.data[0]?.documentId;
    expect(await list(`responsible=${anna}`)).toEqual([]);
    await office.server.evaluate(async ({ strapi }, documentId) => {
      const user = await strapi.db.query('admin::user').findOne({ where: { email: 'admin@example.com' } });
      const where = { documentId };
      await strapi.db.query('plugin::payments.customer').update({ where, data: { responsible: user.id } });
    }, customer);
    expect(await list(`responsible=${anna}&state=overdue`)).toHaveLength(5);
  });
});

describe('the export', () => {
  test('is a file that a Greek Excel opens right, with no formula in it', async () => {
    await single('=HYPERLINK("http://example.com")', '1234.50', '2027-01-04');
    const path = `/payments/payments/export.csv?state=all&language=el&customer=${customer}&sort=createdAt:desc`;
    const answer = await office.staff.raw('GET', path);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain(`ofeiles-${today}.csv`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toMatch(/^Κωδικός;Πελάτης;ΑΦΜ;/);
    expect(lines[1]).toContain(';094 259 216;');
    expect(lines[1]).toContain(`;"'=HYPERLINK(""http://example.com"")";`);
    expect(lines[1]).toContain(';04/01/2027;1;EUR;1234,50;0,00;1234,50');
    expect(bytes.toString('utf8')).not.toContain('Comments');
  });

  test('asks the database by pieces, not by rows', async () => {
    const path = `/payments/payments/export.csv?state=all`;
    const statements = await countStatements(office.server, async () => {
      await (await office.staff.raw('GET', path)).text();
    });
    expect(statements).toBeLessThan(20);
  });
});

interface BulkAnswer {
  readonly data: { readonly done: number; readonly results: BulkResult[] };
}

const bulk = (body: object, http: Http = office.staff) =>
  http.post<BulkAnswer>('/payments/bulk', { sendEmail: false, ...body });
const read = async ({ documentId }: { documentId: string }) =>
  (await office.staff.get<{ data: StaffPayment }>(`/payments/payments/${documentId}`)).body.data;

describe('actions on many', () => {
  test('settle marks all that is open paid, on the day that is said, and tells of each what became of it', async () => {
    const open = await single('To settle', '10.00', '2027-02-01');
    const paid = await single('Settled already', '10.00', '2027-02-01');
    await bulk({ action: 'settle', payments: [paid.documentId] });
    const payments = [open.documentId, paid.documentId, 'nobody0000'];
    const answer = await bulk({ action: 'settle', payments, paidOn: '2026-11-20' });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({
      done: 1,
      results: [
        { documentId: open.documentId, done: true, reason: null },
        { documentId: paid.documentId, done: false, reason: 'nothing-open' },
        { documentId: 'nobody0000', done: false, reason: 'not-found' },
      ],
    });
    expect(await read(open)).toMatchObject({
      state: 'settled',
      instalments: [{ state: 'paid', paidOn: '2026-11-20' }],
    });
    expect(await read(open)).toMatchObject({ history: [{ kind: 'updated', loud: false }, { kind: 'created' }] });
  });

  test('on instalments act on those alone, and cancelling the last open one cancels the payment', async () => {
    const payment = await createPayment(office.staff, customer, { title: 'Of instalments', sendEmail: false });
    const [first, ...others] = payment.instalments.map(({ documentId }) => documentId);
    await bulk({ action: 'settle', instalments: [first] });
    const answer = await bulk({ action: 'cancel', instalments: [first, others[0]] });
    expect(answer.body.data.results.map(({ reason }) => reason)).toEqual(['paid', null]);
    const part = await read(payment);
    expect(part.state).toBe('open');
    expect(part.instalments.slice(0, 3).map(({ state }) => state)).toEqual(['paid', 'cancelled', 'upcoming']);
    await bulk({ action: 'cancel', instalments: others });
    expect((await read(payment)).state).toBe('cancelled');
  });

  test('pause and resume say where it was so already', async () => {
    const payment = await single('To pause', '10.00', '2027-02-01');
    const payments = [payment.documentId];
    expect((await bulk({ action: 'pause', payments })).body.data.done).toBe(1);
    expect((await read(payment)).remindersPaused).toBe(true);
    expect((await bulk({ action: 'pause', payments })).body.data.results[0]?.reason).toBe('already-so');
    await bulk({ action: 'resume', payments });
    expect((await read(payment)).remindersPaused).toBe(false);
  });

  test('reminds of several payments in one mail, and tells where nobody can be reached', async () => {
    const person = await office.someone({ language: 'en' });
    const mute = await office.someone({ contacts: [] });
    const payments = [
      await office.register(person.customer, { sendEmail: false, title: 'First of two' }),
      await office.register(person.customer, { sendEmail: false, title: 'Second of two' }),
      await office.register(mute.customer, { sendEmail: false }),
    ].map(({ documentId }) => documentId);
    const answer = await bulk({ action: 'remind', payments });
    expect(answer.body.data.results.map(({ reason }) => reason)).toEqual([null, null, 'no-address']);
    await office.tick();
    expect(office.mailbox.to(person.email)).toHaveLength(1);
    const text = String(office.mailbox.to(person.email)[0]?.text);
    expect(text).toContain('First of two');
    expect(text).toContain('Second of two');
  });

  test('refuse more than 500, payments and instalments together, and neither', async () => {
    const many = Array.from({ length: 501 }, (_, index) => `many${index}`);
    expect((await bulk({ action: 'pause', payments: many })).status).toBe(400);
    expect((await bulk({ action: 'pause', payments: ['a'], instalments: ['b'] })).status).toBe(400);
    expect((await bulk({ action: 'pause' })).status).toBe(400);
    expect((await bulk({ action: 'settle', payments: ['a'], paidOn: '2026-11-24' })).status).toBe(400);
  });

  test('ask for the permission of the action', async () => {
    const reader = await readerOf(office);
    const payment = await single('Not for readers', '10.00', '2027-02-01');
    for (const action of ['remind', 'pause', 'resume', 'settle', 'cancel']) {
      expect((await bulk({ action, payments: [payment.documentId] }, reader)).status).toBe(403);
    }
    expect((await reader.get('/payments/payments')).status).toBe(200);
    expect((await read(payment)).revision).toBe(payment.revision);
  });
});

/** The staff API as somebody who may see everything and change nothing. */
async function readerOf({ server }: MailOffice): Promise<Http> {
  const reader = { email: 'reader@example.com', password: 'Reader-pass-1234' };
  await server.evaluate(async ({ strapi }, { email, password }) => {
    const role = await strapi.service('admin::role').create({ name: 'Reader', description: 'May read' });
    const permission = { action: 'plugin::payments.read', subject: null, conditions: [], properties: {} };
    await strapi.service('admin::role').assignPermissions(role.id, [permission]);
    const name = { firstname: 'Rea', lastname: 'Reader' };
    await strapi
      .service('admin::user')
      .create({ ...name, email, password, isActive: true, registrationToken: null, roles: [role.id] });
  }, reader);
  const http = createHttp(server.url);
  const { body } = await http.post<{ data: { token: string } }>('/admin/login', reader);
  return http.with(bearer(body.data.token));
}
