import { createHttp } from '../support/http';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { createCustomer, createPayment, eur } from '../support/office';
import { contactLogin } from '../support/users';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
  await office.clock('2026-11-23T10:00:00Z');
});

afterAll(() => office.close());

/** What is personal in this day, each found in the database and to be found in no line of the log. */
const words = {
  name: 'Zenobia Quaresma',
  greek: 'Κουαρέσμα',
  taxNumber: '094259216',
  phone: '2109988776',
  email: 'zenobia.q@example.com',
  title: 'Inheritance of aunt Ximena',
  code: 'RF18539007547034',
  comments: 'She is slow with xylophones',
  comment: 'Paid at the Ziguinchor branch',
  call: 'said she was in Ouagadougou',
  message: 'A word about your xylophones',
  password: 'Contact-pass-1234',
};

const single = (amount: string, date: string) => ({ kind: 'single', total: eur(amount), date });

test('a day of work leaves nothing personal in the log, also where things go wrong', async () => {
  const { staff, server, mailbox } = office;
  const made = await createCustomer(staff, words.name, words.email, {
    taxNumber: words.taxNumber,
    phone: words.phone,
    language: 'en',
  });
  const contact = made.contacts[0]?.documentId ?? '';
  await server.evaluate(
    ({ strapi }, { contact, password }) => strapi.plugin('payments').service('logins').create(contact, password),
    { contact, password: words.password },
  );
  const payment = await createPayment(staff, made.documentId, {
    title: `${words.title}, ${words.greek}`,
    paymentCode: { value: words.code, scheme: 'rf' },
    managerComments: words.comments,
    plan: single('120.00', '2026-11-27'),
  });
  const instalment = payment.instalments[0]?.documentId ?? '';

  // What the database refuses, what no reader could read, who may not, what is not there.
  const taken = { name: words.name, reference: words.name };
  await staff.post('/payments/customers', taken);
  expect((await staff.post('/payments/customers', taken)).status).toBe(409);
  expect((await staff.post('/payments/customers', { name: words.name, email: words.email })).status).toBe(400);
  expect((await staff.get(`/payments/customers?q=${encodeURIComponent(words.email)}`)).status).toBe(200);
  const stale = { revision: payment.revision + 7, title: words.title, sendEmail: true };
  expect((await staff.put(`/payments/payments/${payment.documentId}`, stale)).status).toBe(409);
  const wrong = { identifier: words.email, password: `${words.password}x` };
  const http = await contactLogin(server.url, words.email, words.password);
  expect((await createHttp(server.url).post('/api/auth/local', wrong)).status).toBe(400);
  const claim = { paidOn: '2026-11-20', amount: '120.00', comment: words.comment };
  expect((await http.post(`/api/payments/instalments/${instalment}/receipts`, claim)).status).toBe(201);
  expect((await http.post(`/api/payments/instalments/${instalment}/receipts`, claim)).status).toBe(409);
  expect((await staff.post(`/payments/instalments/${instalment}/call`, { note: words.call })).status).toBe(200);
  const message = { subject: words.message, body: words.message };
  expect((await staff.post(`/payments/payments/${payment.documentId}/message`, message)).status).toBe(200);

  // Mail goes, is refused for good, and finds no server.
  await office.clock('2026-11-23T10:30:00Z');
  await office.tick();
  mailbox.behave({ kind: 'refuse', at: 'rcpt', code: 550, times: 1 });
  await office.edit(payment, { title: `${words.title} again` });
  await office.clock('2026-11-23T11:00:00Z');
  await office.tick();
  await mailbox.goAway();
  await staff.post(`/payments/payments/${payment.documentId}/message`, message);
  await office.tick();
  await mailbox.comeBack();

  // A driver's error carries the statement with its values.
  await server.evaluate(async ({ strapi }, title) => {
    const service = strapi.plugin('payments').service('payments') as { get: (documentId: string) => Promise<unknown> };
    const before = service.get;
    service.get = async () => strapi.db.connection('no_such_table').where({ title });
    (globalThis as { restoreGet?: () => void }).restoreGet = () => void (service.get = before);
  }, words.title);
  const broken = await staff.get(`/payments/payments/${payment.documentId}`);
  await server.evaluate(() => (globalThis as { restoreGet?: () => void }).restoreGet?.());
  expect([200, 500]).toContain(broken.status);

  const log = server.output();
  for (const [name, word] of Object.entries(words)) expect([name, log.includes(word)]).toEqual([name, false]);
  expect(log).toMatch(/payments: /);
});
