import type { CustomerData, Erasure } from '../../src/plugins/payments/contracts/customer-data';
import { customerData, erasure } from '../../src/plugins/payments/contracts/customer-data';
import { impersonalTables, personalTables } from '../../src/plugins/payments/server/src/repositories/personal-data';
import { unpackWithinLimits } from '../../src/plugins/payments/server/src/import/zip-guard';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { openEvents } from '../support/event-stream';
import { createHttp } from '../support/http';
import type { Http } from '../support/http';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { createCustomer, createInstitution, createPayment, eur } from '../support/office';
import type { Envelope, Refusal } from '../support/office';
import { attachFile, png } from '../support/private-files';
import { findStored, readEveryTable } from '../support/stored';
import { contactLogin, createAdmin } from '../support/users';
import { eventually } from '../support/wait';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
  await office.clock('2026-11-23T10:00:00Z');
  await office.staff.put('/payments/settings', { replyTo: 'office@example.com', locale: 'en' });
});

afterAll(() => office.close());

const password = 'Contact-pass-1234';
const single = (amount: string, date = '2026-12-31') => ({ kind: 'single', total: eur(amount), date });

const login = async (contact: string, email: string): Promise<Http> => {
  await office.server.evaluate(
    ({ strapi }, { contact, password }) => strapi.plugin('payments').service('logins').create(contact, password),
    { contact, password },
  );
  return contactLogin(office.server.url, email, password);
};

const tickAt = async (instant: string) => {
  await office.clock(instant);
  await office.tick();
};

const filesOf = (payment: string) =>
  office.server.evaluate(async ({ strapi, require }, payment) => {
    const { existsSync } = require('node:fs');
    const { join, resolve } = require('node:path');
    const folder = resolve(strapi.dirs.app.root, strapi.plugin('payments').config<string>('privateFolder'));
    const parse = (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value);
    const db = strapi.db.connection;
    const receipts = (await db('payments_receipts').where({ payment_document_id: payment }).select('file')) as object[];
    const payments = (await db('payments_payments').where({ document_id: payment }).select('attachments')) as object[];
    const files = [
      ...receipts.map((row) => parse((row as { file: unknown }).file)),
      ...payments.flatMap((row) => parse((row as { attachments: unknown }).attachments) as unknown[]),
    ].filter(Boolean) as { key: string }[];
    return files.map(({ key }) => join(folder, key.slice(0, 2), key)).filter((file) => existsSync(file));
  }, payment);

const exist = (paths: readonly string[]) =>
  office.server.evaluate(({ require }, paths) => {
    const { existsSync } = require('node:fs');
    return paths.filter((file) => existsSync(file));
  }, paths);

/** What is personal about the customer of this test, each word found nowhere else. */
const words = {
  name: 'Zenobia Quaresma',
  greek: 'Ζηνοβία Κουαρέσμα',
  taxNumber: '094259216',
  phone: '2109988776',
  reference: 'HOST-77-QUARESMA',
  email: 'zenobia.q@example.com',
  title: 'Inheritance of aunt Ximena',
  description: 'As the notary wrote on Tuesday',
  code: 'RF18539007547034',
  comments: 'She is slow with xylophones',
  note: 'The half that Ximena left',
  comment: 'Paid at the Ziguinchor branch',
  file: 'zenobia-passport.png',
  call: 'said she was in Ouagadougou',
  series: 'Rent of the Zographou flat',
  message: 'About your xylophone tax',
  imported: 'zzz@@quaresma.example',
  header: 'Column of 2109988776',
  extended: 'The deadline of ZENOBIA QUARESMA',
  decree: 'As asked in HOST-77-QUARESMA/3',
  periodCode: 'ZOGRAPHOU-RENT-7731',
};

/** Only where staff typed it: no row of the customer's own. */
const typedElsewhere = ['imported', 'header', 'extended', 'decree'];

interface Quaresma {
  readonly customer: string;
  readonly http: Http;
  readonly payment: StaffPayment;
  readonly feed: string;
  readonly files: readonly string[];
}

/** A customer with everything that can be stored about one: mails that went and wait, files, receipts, calls, secrets, a login. */
const quaresma = async (shared: string): Promise<Quaresma> => {
  const { staff } = office;
  const made = await createCustomer(staff, words.name, words.email, {
    taxNumber: words.taxNumber,
    phone: words.phone,
    reference: words.reference,
    existingContacts: [shared],
    language: 'en',
  });
  const contact = made.contacts.find(({ email }) => email === words.email)?.documentId ?? '';
  const http = await login(contact, words.email);
  const registered = await createPayment(staff, made.documentId, {
    title: words.title,
    description: words.description,
    paymentCode: { value: words.code, scheme: 'rf' },
    managerComments: words.comments,
    plan: single('120.00', '2026-11-27'),
  });
  await attachFile(office.server, registered.documentId, { name: words.file, bytes: png });
  const payment = await office.editInstalment(registered, 0, { note: words.note });
  const instalment = payment.instalments[0]?.documentId ?? '';
  await tickAt('2026-11-23T10:30:00Z');
  const form = new FormData();
  form.set('paidOn', '2026-11-20');
  form.set('amount', '20.00');
  form.set('comment', words.comment);
  form.set('file', new Blob([png]), words.file);
  expect((await http.post(`/api/payments/instalments/${instalment}/receipts`, form)).status).toBe(201);
  const called = await staff.post(`/payments/instalments/${instalment}/call`, { note: words.call });
  expect(called.status).toBe(200);
  const message = await staff.post(`/payments/payments/${payment.documentId}/message`, {
    subject: words.message,
    body: words.call,
  });
  expect(message.status).toBe(200);
  const series = await staff.post('/payments/series', {
    customer: made.documentId,
    institution: (await createInstitution(staff, 'Landlord')).documentId,
    title: words.series,
    period: 'monthly',
    rule: { kind: 'month-end' },
    currency: 'EUR',
    amount: '238.22',
    start: '2028-12-01',
    naming: 'before',
  });
  expect(series.status).toBe(200);
  await office.server.evaluate(
    async ({ strapi }, { words, payment }) => {
      const { name, imported, header, extended, decree, periodCode } = words;
      const finding = { weight: 'error', line: 7, column: 'email', code: 'email-invalid', message: `No: ${imported}` };
      const other = { ...finding, line: 8, value: 'Another line', message: 'Another line' };
      const findings = [{ ...finding, value: imported }, { ...finding, column: 'name', value: name }, other];
      const headers = [header, 'Institution'];
      const data = { kind: 'customers', state: 'done', fileName: `${name}.csv`, fileHash: 'h', findings, headers };
      await strapi.db.query('plugin::payments.import-batch').create({ data });
      const series = await strapi.db.query('plugin::payments.series').findOne({ where: { title: words.series } });
      const dates = { nominalDate: '2039-12-31', dueDate: '2039-12-31' };
      const period = { ...dates, seriesRef: series?.id, number: 9_000, state: 'waiting', paymentCode: periodCode };
      await strapi.db.query('plugin::payments.series-period').create({ data: period });
      const reminder = { paymentDocumentId: payment, instalmentDocumentId: payment, contactDocumentId: '', step: 99 };
      const then = { dueDate: '2039-12-31', state: 'skipped', reason: 'paid' };
      await strapi.db.query('plugin::payments.reminder').create({ data: { ...reminder, ...then } });
      const days = { fromDate: '2026-11-27', toDate: '2026-12-04' };
      const extensions = strapi.db.query('plugin::payments.extension');
      await extensions.create({ data: { ...days, title: extended, reference: decree } });
      await extensions.create({ data: { ...days, title: 'Of everybody', reference: 'A decree of everybody' } });
    },
    { words, payment: registered.documentId },
  );
  const me = await http.post<Envelope<{ calendarFeed: string }>>('/api/payments/me/calendar-feed');
  await tickAt('2026-11-24T07:30:00Z');
  const files = await filesOf(payment.documentId);
  expect(files).toHaveLength(2);
  // One mail waits while the customer is erased.
  await office.edit(payment, { title: `${words.title}, ${words.greek}` });
  return { customer: made.documentId, http, payment, feed: me.body.data.calendarFeed, files };
};

const erase = (customer: string, body: object = {}, http = office.staff) =>
  http.post<Envelope<Erasure> & Pick<Refusal, 'error'>>(`/payments/customers/${customer}/erase`, body);

describe('a customer who is erased', () => {
  let other: { customer: string; contact: string; http: Http };
  let erased: Quaresma;
  let before: Record<string, unknown[]>;

  beforeAll(async () => {
    const kept = await createCustomer(office.staff, 'Kept Brothers', 'kept@example.com', { language: 'en' });
    const contact = kept.contacts[0]?.documentId ?? '';
    await createPayment(office.staff, kept.documentId, { title: 'Kept tax', plan: single('55.00') });
    other = { customer: kept.documentId, contact, http: await login(contact, 'kept@example.com') };
    erased = await quaresma(contact);
    before = await readEveryTable(office.server);
  });

  it.each(Object.entries(words))('was stored by its %s', (_name, word) => {
    expect(findStored(before, word)).not.toEqual([]);
  });

  it('was in every table that may hold something of a person, and every table of the plugin is known', () => {
    const ours = Object.keys(before).filter((name) => name.startsWith('payments_') && !/_(lnk|cmps)$/.test(name));
    expect(ours.sort()).toEqual([...personalTables, ...impersonalTables].sort());
    const traces = [...Object.values(words), erased.customer, erased.payment.documentId];
    const untouched = personalTables.filter((name) =>
      traces.every((word) => findStored({ [name]: before[name] ?? [] }, word).length === 0),
    );
    expect(untouched).toEqual([]);
  });

  it('is handed out whole before, with all that staff wrote and nothing that opens a door', async () => {
    const path = `/payments/customers/${erased.customer}/data`;
    const { status, body } = await office.staff.get<Envelope<CustomerData>>(path);
    expect(status).toBe(200);
    customerData.parse(body.data);
    const said = JSON.stringify(body.data);
    for (const [name, word] of Object.entries(words)) {
      if (!typedElsewhere.includes(name)) expect([name, said.includes(word)]).toEqual([name, true]);
    }
    expect(said).not.toMatch(/\$2[aby]\$|Kept tax/);
    expect(body.data.data.secrets.length).toBeGreaterThan(0);
    for (const secret of body.data.data.secrets) expect(Object.keys(secret)).not.toContain('hash');
  });

  it('is handed out with the files themselves, each where it belongs', async () => {
    const response = await office.staff.raw('GET', `/payments/customers/${erased.customer}/data.zip`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    const entries = unpackWithinLimits(Buffer.from(await response.arrayBuffer()));
    const unpacked = new Map(entries.map(({ name, bytes }) => [name, bytes]));
    const json = (name: string): unknown => JSON.parse(String(unpacked.get(name)));
    customerData.parse(json('data.json'));
    const listed = json('files.json') as { path: string; of: string; payment: string }[];
    const { reference } = erased.payment;
    expect(listed).toMatchObject([
      { path: `files/${reference}/${words.file}`, of: 'attachment', payment: reference },
      { path: `files/${reference}/2-${words.file}`, of: 'receipt', payment: reference },
    ]);
    for (const { path } of listed) expect(unpacked.get(path)).toEqual(png);
    expect([...unpacked.keys()].sort()).toEqual(['data.json', 'files.json', ...listed.map(({ path }) => path)].sort());
  });

  it('is told beforehand what goes and what stays', async () => {
    const path = `/payments/customers/${erased.customer}/erase`;
    const { body } = await office.staff.get<Envelope<Erasure>>(path);
    erasure.parse(body.data);
    expect(body.data).toMatchObject({ payments: 1, open: 1, receipts: 1, files: 2, logins: 1 });
    expect(body.data.contacts.map(({ name }) => name)).toEqual([words.name]);
    expect(body.data.sharedContacts.map(({ name }) => name)).toEqual(['Kept Brothers']);
  });

  it('is left as it is while something is to pay, until that is confirmed, and by those who may not', async () => {
    const refused = await erase(erased.customer);
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.confirm?.map(({ code }) => code)).toEqual(['open-obligations']);
    const { http: clerk } = await createAdmin(office.server, ['read', 'update']);
    expect((await erase(erased.customer, { confirmed: ['open-obligations'] }, clerk)).status).toBe(403);
    expect((await erase('k2f9w0x8p4l7m1n3b5v6c8z0')).status).toBe(404);
    const now = await readEveryTable(office.server);
    expect(findStored(now, words.title).length).toBe(findStored(before, words.title).length);
  });

  it('leaves no word in any table, no file, no open stream and no door', async () => {
    const stream = await openEvents(erased.http);
    const { status, body } = await erase(erased.customer, { confirmed: ['open-obligations'] });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ payments: 1, open: 1, receipts: 1, files: 2, logins: 1 });
    const after = await readEveryTable(office.server);
    for (const [name, word] of Object.entries(words)) expect([name, findStored(after, word)]).toEqual([name, []]);
    await stream.waitFor(({ event }) => event === 'bye', 5_000);
    expect(findStored(after, 'Another line')).toHaveLength(1);
    expect(findStored(after, 'Of everybody')).toHaveLength(1);
    await eventually(async () => (await exist(erased.files)).length === 0, 'the files are gone');
    expect([401, 403]).toContain((await erased.http.get('/api/payments/obligations')).status);
    expect((await createHttp(office.server.url).get(new URL(erased.feed).pathname)).status).toBe(404);
    const again = { identifier: words.email, password };
    expect((await createHttp(office.server.url).post('/api/auth/local', again)).status).toBe(400);
    expect(office.server.output()).not.toMatch(/Zenobia|zenobia|Ximena|094259216/);
  });

  it('leaves the amounts and days of its payments, under a name of nobody, and the fact of each change', async () => {
    const { body } = await office.staff.get<Envelope<StaffPayment>>(`/payments/payments/${erased.payment.documentId}`);
    expect(body.data).toMatchObject({
      title: erased.payment.reference,
      state: 'cancelled',
      total: eur('120.00'),
      description: null,
      paymentCode: null,
      attachments: [],
      customer: { documentId: erased.customer, name: 'Erased customer' },
    });
    expect(body.data.history.length).toBeGreaterThan(3);
    expect(body.data.history[0]).toMatchObject({ changes: [{ field: 'state', before: 'open', after: 'cancelled' }] });
    const gone = await office.staff.get<Envelope<{ archivedAt: string | null; erasedAt: string | null }>>(
      `/payments/customers/${erased.customer}`,
    );
    expect(gone.body.data.erasedAt).not.toBeNull();
    expect(gone.body.data.archivedAt).not.toBeNull();
  });

  it('sends nothing more, and a mail of it can be sent to nobody again', async () => {
    office.mailbox.reset();
    await tickAt('2026-11-24T12:00:00Z');
    await tickAt('2026-11-27T12:00:00Z');
    expect(office.mailbox.to(words.email)).toEqual([]);
    const list = await office.staff.get<Envelope<{ documentId: string; state: string }[]>>(
      `/payments/notices?payment=${erased.payment.documentId}&pageSize=100`,
    );
    expect(list.body.data.length).toBeGreaterThan(2);
    for (const { documentId } of list.body.data) {
      expect((await office.staff.get(`/payments/notices/${documentId}`)).status).toBe(200);
      const { status } = await office.staff.post(`/payments/notices/${documentId}/resend`);
      expect([400, 409]).toContain(status);
    }
  });

  it('takes nothing of others: who acts for another customer stays, with login, payments and mails', async () => {
    const { body } = await other.http.get<Envelope<{ title: string }[]>>('/api/payments/obligations');
    expect(body.data.map(({ title }) => title)).toEqual(['Kept tax']);
    const kept = (await office.notices(other.contact)).filter(({ text }) => text?.includes('Kept tax'));
    expect(kept.length).toBeGreaterThan(0);
    const customer = await office.staff.get<Envelope<{ contacts: { documentId: string }[] }>>(
      `/payments/customers/${other.customer}`,
    );
    expect(customer.body.data.contacts.map(({ documentId }) => documentId)).toEqual([other.contact]);
  });
});

it('names a customer no more in the history of a payment that another has now', async () => {
  const first = await createCustomer(office.staff, 'Wolfgang Xaver', 'wolfgang@example.com');
  const second = await createCustomer(office.staff, 'Second Owner', 'second@example.com');
  const payment = await createPayment(office.staff, first.documentId, { title: 'Of both', plan: single('7.00') });
  const moved = await office.edit(payment, { customer: second.documentId });
  await office.edit(moved, { description: 'Of the second alone' });
  expect((await erase(first.documentId)).status).toBe(200);
  const tables = await readEveryTable(office.server);
  expect(findStored({ events: tables.payments_events ?? [] }, 'Wolfgang')).toEqual([]);
  expect(findStored({ events: tables.payments_events ?? [] }, 'Of the second alone')).not.toEqual([]);
});

it('keeps a login that the host needs, signed out, where staff say so', async () => {
  const customer = await createCustomer(office.staff, 'Host User', 'host.user@example.com');
  const http = await login(customer.contacts[0]?.documentId ?? '', 'host.user@example.com');
  const { body } = await erase(customer.documentId, { logins: false });
  expect(body.data.logins).toBe(0);
  expect((await http.get('/api/payments/obligations')).status).toBe(401);
  const again = await contactLogin(office.server.url, 'host.user@example.com', password);
  expect((await again.get<Envelope<unknown[]>>('/api/payments/obligations')).body.data).toEqual([]);
});

it('does it in as many statements for many payments as for few', async () => {
  const count = async (payments: number) => {
    const customer = await createCustomer(office.staff, `Of ${payments}`, `of${payments}@example.com`);
    for (let index = 0; index < payments; index += 1) {
      const more = { title: `One ${index}`, plan: single(`${index + 1}.00`), sendEmail: false };
      await createPayment(office.staff, customer.documentId, more);
    }
    await office.server.evaluate(({ strapi }) => {
      const counter = { count: 0, listen: () => void (counter.count += 1) };
      (globalThis as { erasureCounter?: typeof counter }).erasureCounter = counter;
      strapi.db.connection.on('query', counter.listen);
    });
    const body = { confirmed: ['open-obligations'] };
    expect((await erase(customer.documentId, body)).status).toBe(200);
    return office.server.evaluate(({ strapi }) => {
      const { erasureCounter } = globalThis as { erasureCounter?: { count: number; listen: () => void } };
      if (!erasureCounter) return 0;
      strapi.db.connection.removeListener('query', erasureCounter.listen);
      return erasureCounter.count;
    });
  };
  const few = await count(1);
  expect(Math.abs((await count(12)) - few)).toBeLessThanOrEqual(6);
});
