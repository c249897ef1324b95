import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { Http } from '../support/http';
import { createCustomer, createPayment, eur, twelveInstalments } from '../support/office';
import type { Envelope, Refusal } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;
let customer: string;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  customer = (await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com')).documentId;
});

afterAll(() => server.stop());

/** Every row of every table of the plugin, and of every join table. */
const countRows = () =>
  server.evaluate(async ({ strapi }) => {
    const counts: Record<string, number> = {};
    for (const uid of Object.keys(strapi.contentTypes).filter((each) => each.startsWith('plugin::payments.'))) {
      counts[uid] = await strapi.db.query(uid).count();
    }
    return counts;
  });

const single = { kind: 'single', total: eur('10.00'), date: '2027-02-26' };
const automatic = (more: object) => ({ plan: { ...twelveInstalments, ...more } });

/** What is wrong, the field that the answer names, and the repair that it offers. */
const wrong: [what: string, body: object, field: (string | number)[], repair: RegExp][] = [
  ['a sum that cannot fit', automatic({ amount: '300.00', count: 4 }), ['plan', 'count'], /7 instalments, or 500\.00/],
  [
    'a bad check digit',
    { paymentCode: { value: 'RF17539007547034', scheme: 'rf' } },
    ['paymentCode', 'value'],
    /compare/,
  ],
  ['half a code', { paymentCode: { value: 'RF18', scheme: 'gr-rf' } }, ['paymentCode', 'value'], /25 characters/],
  ['an unknown scheme', { paymentCode: { value: 'x', scheme: 'iban' } }, ['paymentCode', 'scheme'], /"free".*"gr-tax"/],
  ['an unknown customer', { customer: 'nobody000000000000000000' }, ['customer'], /choose one from the list/],
  ['no customer', { customer: null }, ['customer'], /string/],
  ['an unknown institution', { institution: 'nobody0000' }, ['institution'], /choose one from the list/],
  ['past 2^53', { plan: { ...single, total: eur('90071992547409.92') } }, ['plan', 'total', 'value'], /smaller/],
  [
    '20 digits',
    { plan: { ...single, total: eur('90071992547409920000.00') } },
    ['plan', 'total', 'value'],
    /"123\.45"/,
  ],
  ['exponents', { plan: { ...single, total: eur('1e3') } }, ['plan', 'total', 'value'], /"123\.45"/],
  ['a number', { plan: { ...single, total: { value: 10, currency: 'EUR' } } }, ['plan', 'total', 'value'], /string/],
  ['nothing to pay', { plan: { ...single, total: eur('0.00') } }, ['plan', 'total'], /more than zero/],
  ['a negative sum', { plan: { ...single, total: eur('-5.00') } }, ['plan', 'total'], /more than zero/],
  [
    'no such currency',
    { plan: { ...single, total: { value: '1.00', currency: 'ZZZ' } } },
    ['plan', 'total', 'currency'],
    /such as EUR/,
  ],
  ['31 February', { plan: { ...single, date: '2027-02-31' } }, ['plan', 'date'], /not a day/],
  ['29 February of 2027', automatic({ firstDate: '2027-02-29' }), ['plan', 'firstDate'], /not a day/],
  ['29 February of 2100', { plan: { ...single, date: '2100-02-29' } }, ['plan', 'date'], /not a day/],
  ['1969', { plan: { ...single, date: '1969-12-31' } }, ['plan', 'date'], /1970/],
  ['2200', { plan: { ...single, date: '2200-01-01' } }, ['plan', 'date'], /2199/],
  ['a plan that ends after 2199', automatic({ firstDate: '2199-12-15' }), ['plan', 'count'], /2199/],
  ['a moment for a day', { plan: { ...single, date: '2027-02-26T00:00:00Z' } }, ['plan', 'date'], /YYYY-MM-DD/],
  ['an unknown field', { managerComment: 'x' }, ['managerComment'], /not a known field/],
  ['an unknown field of the plan', { plan: { ...single, note: 'x' } }, ['plan', 'note'], /not a known field/],
  ['no instalments', automatic({ count: 0 }), ['plan', 'count'], /./],
  ['a billion instalments', automatic({ count: 1e9 }), ['plan', 'count'], /600/],
  ['half an instalment', automatic({ count: 1.5 }), ['plan', 'count'], /int/],
  ['NUL in the description', { description: 'a\u0000b' }, ['description'], /NUL/],
  ['NUL in the comments', { managerComments: '\u0000' }, ['managerComments'], /NUL/],
  ['NUL in the code', { paymentCode: { value: 'a\u0000b', scheme: 'free' } }, ['paymentCode', 'value'], /by hand/],
  ['half a character in the title', { title: 'a\ud800b' }, ['title'], /one line of text/],
  ['half a character in the description', { description: '\udc00' }, ['description'], /half characters/],
];

test.each(wrong)('%s is 400 with the field and the repair, and writes nothing', async (_what, body, field, repair) => {
  const before = await countRows();
  const answer = await staff.post<Refusal>('/payments/payments', {
    customer,
    title: 'Wrong',
    plan: single,
    sendEmail: true,
    ...body,
  });
  expect(answer.status).toBe(400);
  const error = answer.body.error.details.errors?.find(({ path }) => path.join('.') === field.join('.'));
  expect(error?.message ?? answer.body.error).toMatch(repair);
  expect(await countRows()).toEqual(before);
});

test.each([
  ['no JSON', '{"title":'],
  ['a list', '[]'],
  ['nothing', 'null'],
  ['text', '"text"'],
])('a body that is %s is 400 and writes nothing', async (_what, body) => {
  const before = await countRows();
  const headers = { 'content-type': 'application/json' };
  expect((await staff.post('/payments/payments', body, { headers })).status).toBe(400);
  expect(await countRows()).toEqual(before);
});

test.each(['payments', 'customers', 'contacts', 'institutions', 'notices'])(
  'a search of %s for NUL is 400, and a document named so is 404',
  async (list) => {
    expect((await staff.get(`/payments/${list}?q=a%00b`)).status).toBe(400);
    expect((await staff.get(`/payments/${list}/a%00b`)).status).toBe(404);
  },
);

test('an edit takes neither NUL nor half a character, and keeps what was there', async () => {
  const payment = await createPayment(staff, customer, { sendEmail: false });
  const path = `/payments/payments/${payment.documentId}`;
  for (const field of ['title', 'description', 'managerComments']) {
    for (const value of ['a\u0000b', 'a\ud800b']) {
      const body = { revision: 1, sendEmail: true, [field]: value };
      expect([field, (await staff.put(path, body)).status]).toEqual([field, 400]);
    }
  }
  const url = `/payments/instalments/${payment.instalments[0]?.documentId}`;
  const edit = { revision: 1, amount: '90071992547409.91', rest: 'total', sendEmail: false };
  const tooMuch = await staff.put<Refusal>(url, edit);
  expect(tooMuch.status).toBe(400);
  expect(tooMuch.body.error.details.errors?.[0]).toMatchObject({ path: ['amount'], code: 'amount-out-of-range' });
  expect((await staff.get<Envelope<StaffPayment>>(path)).body.data).toEqual(payment);
});

test.each([
  ['1970-01-01', '1970-01-01'],
  ['2028-02-29', '2028-02-29'],
  ['2199-12-31', '2199-12-31'],
])('the day %s is a due date like any other', async (date, dueDate) => {
  const plan = { ...single, date, pinned: true };
  const payment = await createPayment(staff, customer, { plan, sendEmail: false });
  expect(payment.instalments[0]).toMatchObject({ nominalDate: date, dueDate });
  const window = `from=${date}&to=${date}`;
  const calendar = await staff.get<{ data: { dueDate: string }[] }>(`/payments/calendar?${window}`);
  expect(calendar.body.data.map((each) => each.dueDate)).toEqual([date]);
});

test('the largest amount is exact wherever it is told, even added up', async () => {
  const most = eur('90071992547409.91');
  const plan = { ...single, total: most, date: '2027-04-15' };
  for (const title of ['One', 'Two', 'Three']) {
    const payment = await createPayment(staff, customer, { title, plan, sendEmail: false });
    expect([payment.total, payment.outstanding, payment.instalments[0]?.amount]).toEqual([most, most, most]);
  }
  const window = 'from=2027-04-15&to=2027-04-15';
  const days = await staff.get<{ data: { count: number; outstanding: object[] }[] }>(
    `/payments/calendar?${window}&groupBy=day`,
  );
  expect(days.status).toBe(200);
  expect(days.body.data[0]).toMatchObject({ count: 3, outstanding: [eur('270215977642229.73')] });
});
