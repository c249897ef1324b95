import type { Obligation } from '../../src/plugins/payments/contracts/obligation';
import { dataOf } from '../support/answers';
import { createCustomerSide, editPayment, registerPayment, type CustomerSide } from '../support/customer-side';
import type { Http } from '../support/http';
import { startServer, type Server } from '../support/server';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

/** Greek Easter Monday, a Saturday, and 28 October: the office is Greek and keeps their names in Greek. */
const register = (customer: string) =>
  registerPayment(office, {
    customer,
    title: 'Moved by holidays',
    instalments: [
      { amount: '10.00', date: '2027-05-03' },
      { amount: '10.00', date: '2027-06-05' },
      { amount: '10.00', date: '2027-10-28' },
    ],
    more: {
      plan: {
        kind: 'manual',
        total: { value: '30.00', currency: 'EUR' },
        convention: 'following',
        instalments: [
          { amount: '10.00', date: '2027-05-03' },
          { amount: '10.00', date: '2027-06-05' },
          { amount: '10.00', date: '2027-10-28' },
        ],
      },
    },
  });

const read = async (http: Http, documentId: string): Promise<Obligation> =>
  (await http.get<{ data: Obligation }>(`/api/payments/obligations/${documentId}`)).body.data;

const namesOf = ({ instalments }: Obligation) => instalments.map(({ shift }) => shift?.name ?? null);

it('names the holiday that moved a date in the language of whoever reads it', async () => {
  const greek = await register(office.customers.papadaki);
  const english = await register(office.customers.boreas);
  const inGreek = namesOf(await read(office.eleni.http, greek.documentId));
  const inEnglish = namesOf(await read(office.boris.http, english.documentId));
  expect(inGreek.filter(Boolean)).toHaveLength(2);
  expect(inEnglish.filter(Boolean)).toHaveLength(2);
  for (const name of inGreek) if (name !== null) expect(name).toMatch(/^[Α-ωά-ώ]/);
  for (const name of inEnglish) if (name !== null) expect(name).toMatch(/^[A-Za-z]/);
});

it('names it so in the list of instalments, and in what changed', async () => {
  const payment = await register(office.customers.boreas);
  const inOctober = payment.instalments.find(({ number }) => number === 3)?.documentId ?? '';
  // An edit of the date says its reason by the date; a reason alone changes when the office's calendar does.
  await server.evaluate(
    async ({ strapi }, { payment, instalment, customer }) => {
      const db = strapi.db.connection;
      const [row] = await db('payments_instalments').where({ document_id: instalment }).select('shift_name');
      const change = { field: 'shift', number: 3, of: instalment, before: 'weekend', after: row.shift_name as string };
      const event = { paymentDocumentId: payment, customerDocumentId: customer, kind: 'updated', actorKind: 'admin' };
      await strapi.db.query('plugin::payments.event').create({
        data: { ...event, at: new Date(), visible: true, changes: [change], staffChanges: [] },
      });
    },
    { payment: payment.documentId, instalment: inOctober, customer: office.customers.boreas },
  );
  const { history } = await read(office.boris.http, payment.documentId);
  expect(history[0]?.changes).toEqual([
    { field: 'shift', number: 3, before: 'weekend', after: expect.stringMatching(/^[A-Za-z]/) },
  ]);
  const listed = await office.boris.http.get('/api/payments/instalments?pageSize=100');
  expect(JSON.stringify(listed.body)).not.toMatch(/"name":"[^"]*(Επέτειος|Δευτέρα|Ημέρα)/);
});

it('keeps the words of a decree, which are the office’s own', async () => {
  const day = { date: '2027-07-14', name: 'Ειδική απόφαση', effect: 'add' };
  expect((await office.admin.post('/payments/closed-days', day)).status).toBe(200);
  const payment = await registerPayment(office, {
    customer: office.customers.boreas,
    title: 'Moved by decree',
    instalments: [{ amount: '3.00', date: '2027-07-14' }],
    more: { plan: { kind: 'single', total: { value: '3.00', currency: 'EUR' }, date: '2027-07-14' } },
  });
  expect(namesOf(await read(office.boris.http, payment.documentId))).toEqual(['Ειδική απόφαση']);
  await editPayment(office.admin, payment, { description: 'Done' });
});

/** What staff are shown of holidays on every page that names one, after the administrator chose a language in the profile. */
const shownToStaff = async (preferedLanguage: 'el' | 'en', payment: string): Promise<string[]> => {
  const { admin } = office;
  expect((await admin.put('/admin/users/me', { preferedLanguage })).status).toBe(200);
  const window = 'from=2027-05-01&to=2027-05-31';
  const plan = { kind: 'single', total: { value: '5.00', currency: 'EUR' }, date: '2027-05-03', pinned: true };
  const shown = await Promise.all([
    dataOf(admin.get(`/payments/payments/${payment}`)),
    dataOf(admin.post('/payments/plan/preview', { ...plan, pinned: false })),
    dataOf(admin.post('/payments/plan/preview', plan)),
    dataOf(admin.get('/payments/closed-days/holidays?year=2027')),
    admin.get(`/payments/calendar?${window}`).then(({ body }) => body),
    admin.get(`/payments/calendar?${window}&groupBy=day`).then(({ body }) => body),
  ]);
  const names = shown.map((answer) => [...JSON.stringify(answer).matchAll(/"name":"([^"]*(?:Πάσχα|Easter)[^"]*)"/g)]);
  return names.map(([first]) => first?.[1] ?? 'none');
};

it('names it to staff in the language of their profile, whatever the office’s own', async () => {
  const { documentId } = await register(office.customers.papadaki);
  for (const name of await shownToStaff('en', documentId)) expect(name).toMatch(/Easter/);
  for (const name of await shownToStaff('el', documentId)) expect(name).toMatch(/Πάσχα/);
});
