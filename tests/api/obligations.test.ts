import * as contract from '../../src/plugins/payments/contracts/obligation';
import type { Obligation, ObligationItem, Summary } from '../../src/plugins/payments/contracts/obligation';
import { createCustomerSide, editPayment, password, registerPayment, today } from '../support/customer-side';
import type { CustomerSide, StaffPayment } from '../support/customer-side';
import { createCustomer, createPayment, eur } from '../support/office';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import { createContactUser } from '../support/users';

interface List<Item> {
  data: Item[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
}

let server: Server;
let office: CustomerSide;
let tax: StaffPayment;
let vat: StaffPayment;
let late: StaffPayment;
let foreign: StaffPayment;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
  const { papadaki, kafe, boreas } = office.customers;
  tax = await registerPayment(office, {
    customer: papadaki,
    title: 'Φόρος εισοδήματος 2026',
    instalments: [
      { amount: '100.00', date: '2026-11-30' },
      { amount: '100.00', date: '2026-12-31' },
      { amount: '50.50', date: '2027-01-29' },
    ],
    more: { description: 'Read this', paymentCode: { value: 'RF18 5390 0754 7034', scheme: 'rf' } },
  });
  vat = await registerPayment(office, {
    customer: kafe,
    title: 'VAT 100%',
    instalments: [{ amount: '1000.00', date: '2026-12-15' }],
  });
  late = await registerPayment(office, {
    customer: papadaki,
    title: 'Municipal fee',
    instalments: [
      { amount: '10.00', date: '2026-11-20' },
      { amount: '10.00', date: '2026-11-25' },
    ],
  });
  foreign = await registerPayment(office, {
    customer: boreas,
    title: 'Φόρος of Boreas',
    instalments: [{ amount: '77.77', date: '2026-12-01' }],
  });
});

afterAll(() => server.stop());

const list = async (query = '') => {
  const answer = await office.eleni.http.get<List<ObligationItem>>(`/api/payments/obligations${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const authorization = async () => {
  const credentials = { identifier: office.eleni.email, password };
  return `Bearer ${(await office.anonymous.post<{ jwt: string }>('/api/auth/local', credentials)).body.jwt}`;
};
const titles = async (query: string) => (await list(query)).data.map(({ title }) => title);
const get = async (documentId: string) => {
  const answer = await office.eleni.http.get<{ data: Obligation }>(`/api/payments/obligations/${documentId}`);
  expect(answer.status).toBe(200);
  return answer.body.data;
};

describe('the log', () => {
  it('shows the obligations of every customer the contact acts for, what is due first at the top', async () => {
    const answer = await list();
    contract.listObligations.answer.parse(answer);
    expect(answer.data.map(({ title }) => title)).toEqual(['Municipal fee', 'Φόρος εισοδήματος 2026', 'VAT 100%']);
    expect(answer.meta.pagination).toEqual({ page: 1, pageSize: 25, pageCount: 1, total: 3 });
  });

  it('carries the instalment to pay next, with the day by which to order the transfer', async () => {
    const [first, second] = (await list()).data;
    expect(first).toMatchObject({ state: 'overdue', outstanding: { value: '20.00', currency: 'EUR' } });
    expect(first?.next).toMatchObject({
      number: 1,
      of: 2,
      dueDate: '2026-11-20',
      payBy: '2026-11-19',
      state: 'overdue',
    });
    expect(second?.next).toMatchObject({
      number: 1,
      of: 3,
      dueDate: '2026-11-30',
      payBy: '2026-11-27',
      state: 'approaching',
    });
    expect(second?.next?.paymentCode).toMatchObject({ value: 'RF18539007547034', display: 'RF18 5390 0754 7034' });
  });

  it.each([
    ['?state=overdue', ['Municipal fee']],
    ['?state=open&sort=title', ['Municipal fee', 'VAT 100%', 'Φόρος εισοδήματος 2026']],
    ['?state=settled', []],
    ['?sort=nextDueDate:desc', ['VAT 100%', 'Φόρος εισοδήματος 2026', 'Municipal fee']],
    ['?sort=total:desc', ['VAT 100%', 'Φόρος εισοδήματος 2026', 'Municipal fee']],
    ['?from=2026-11-30&to=2026-12-15', ['Φόρος εισοδήματος 2026', 'VAT 100%']],
    ['?from=2026-12-16', []],
    ['?q=ΦΟΡΟΣ', ['Φόρος εισοδήματος 2026']],
    ['?q=φοροσ', ['Φόρος εισοδήματος 2026']],
    ['?q=100%25', ['VAT 100%']],
    ['?q=1_0', []],
    ['?q=%25', ['VAT 100%']],
    ['?q=rf18 5390-0754', ['Φόρος εισοδήματος 2026']],
    ['?institution=ΕΦΟΡ', ['Municipal fee', 'Φόρος εισοδήματος 2026', 'VAT 100%']],
    ['?institution=bank', []],
  ])('%s finds %j', async (query, expected) => {
    expect(await titles(encodeURI(query).replaceAll('%2525', '%25'))).toEqual(expected);
  });

  it('is filtered by a customer, and empty for a customer who is not theirs', async () => {
    expect(await titles(`?customer=${office.customers.kafe}`)).toEqual(['VAT 100%']);
    expect((await list(`?customer=${office.customers.boreas}`)).meta.pagination.total).toBe(0);
  });

  it('comes in pages, and counts all of them on a page beyond the last', async () => {
    expect((await list('?pageSize=2&page=2')).data).toHaveLength(1);
    const beyond = await list('?pageSize=2&page=9');
    expect(beyond).toMatchObject({ data: [], meta: { pagination: { page: 9, pageCount: 2, total: 3 } } });
  });

  it('takes three statements and the session, however many there are', async () => {
    const statements = await server.evaluate(
      async ({ strapi }, { url, authorization }) => {
        const seen: string[] = [];
        const note = ({ sql }: { sql: string }) => void seen.push(sql);
        strapi.db.connection.on('query', note);
        await fetch(url, { headers: { authorization } });
        strapi.db.connection.removeListener('query', note);
        return seen.filter((sql) => /payments_|session_id/.test(sql));
      },
      { url: `${server.url}/api/payments/obligations`, authorization: await authorization() },
    );
    expect(statements).toHaveLength(4);
  });

  it.each(['pageSize=101', 'pageSize=0', 'page=0', 'state=late', 'sort=id', 'from=2026-02-30', 'unknown=1', 'q=%00'])(
    'refuses %s and names the field',
    async (query) => {
      const answer = await office.eleni.http.get<{ error: { details: { errors: { path: string[] }[] } } }>(
        `/api/payments/obligations?${query}`,
      );
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors[0]?.path).toEqual([query.split('=')[0]]);
    },
  );
});

describe('one obligation', () => {
  it('has numbered instalments and nothing of the staff', async () => {
    const answer = await office.eleni.http.get(`/api/payments/obligations/${tax.documentId}`);
    contract.getObligation.answer.parse(answer.body);
    const obligation = await get(tax.documentId);
    expect(obligation.instalments.map(({ number, of, amount }) => [number, of, amount.value])).toEqual([
      [1, 3, '100.00'],
      [2, 3, '100.00'],
      [3, 3, '50.50'],
    ]);
    expect(obligation.total).toEqual({ value: '250.50', currency: 'EUR' });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('tells what changed, and not what only staff can see', async () => {
    const before = await get(tax.documentId);
    const edited = await editPayment(office.admin, tax, { description: 'Read this again' });
    tax = await editPayment(office.admin, edited, { managerComments: 'secret, changed' });
    const after = await get(tax.documentId);
    expect(after.version).toBe(before.version + 1);
    expect(after.history[0]).toMatchObject({
      by: 'office',
      changes: [{ field: 'description', before: 'Read this', after: 'Read this again' }],
    });
    expect(after.history).toHaveLength(before.history.length + 1);
  });

  it("is 404 when it is another customer's, as when there is none", async () => {
    const theirs = await office.eleni.http.get(`/api/payments/obligations/${foreign.documentId}`);
    const none = await office.eleni.http.get('/api/payments/obligations/k2f9w0x8p4l7m1n3b5v6c8z0');
    expect(theirs.status).toBe(404);
    expect(theirs.body).toEqual(none.body);
  });

  it('that moves to another customer takes none of its history along', async () => {
    const moved = await registerPayment(office, {
      customer: office.customers.boreas,
      title: 'Moves over',
      instalments: [{ amount: '5.00', date: '2026-12-20' }],
    });
    const renamed = await editPayment(office.admin, moved, { title: 'A name that only Boreas saw' });
    const again = await editPayment(office.admin, renamed, { title: 'Moves over' });
    await editPayment(office.admin, again, { customer: office.customers.kafe, confirmed: ['wrong-customer'] });
    const obligation = await get(moved.documentId);
    expect(JSON.stringify(obligation)).not.toContain('Boreas');
    const gone = await office.boris.http.get(`/api/payments/obligations/${moved.documentId}`);
    expect(gone.status).toBe(404);
  });
});

describe('instalments for a calendar', () => {
  it('come by due date within a window, with their obligation', async () => {
    const answer = await office.eleni.http.get<List<{ dueDate: string; obligation: { title: string } }>>(
      '/api/payments/instalments?from=2026-11-25&to=2026-12-15',
    );
    contract.listInstalments.answer.parse(answer.body);
    expect(answer.body.data.map(({ dueDate, obligation }) => [dueDate, obligation.title])).toEqual([
      ['2026-11-25', 'Municipal fee'],
      ['2026-11-30', 'Φόρος εισοδήματος 2026'],
      ['2026-12-15', 'VAT 100%'],
    ]);
    expect(answer.body.meta.pagination.total).toBe(3);
  });
});

describe('the summary', () => {
  it('counts what is overdue and due, and names what to pay next', async () => {
    const answer = await office.eleni.http.get<{ data: Summary }>('/api/payments/summary');
    contract.getSummary.answer.parse(answer.body);
    expect(answer.body.data).toMatchObject({
      today,
      overdue: { count: 1, outstanding: [{ value: '10.00', currency: 'EUR' }] },
      dueIn7Days: { count: 2, outstanding: [{ value: '110.00', currency: 'EUR' }] },
      next: { instalment: { number: 1, state: 'overdue' }, obligation: { documentId: late.documentId } },
    });
    expect(answer.body.data.customers.map(({ name }) => name)).toEqual(['Kafe Elenis IKE', 'Papadaki Eleni']);
  });

  it('names whom they owe, and nobody whom others owe; each is a filter of the log', async () => {
    const bank = await office.admin.post<{ data: { documentId: string } }>('/payments/institutions', {
      name: 'Another office (example)',
    });
    const elsewhere = { ...office, institution: bank.body.data.documentId };
    const instalments = [{ amount: '77.00', date: '2027-03-01' }];
    await registerPayment(elsewhere, { customer: office.customers.boreas, title: 'Of others', instalments });
    const read = () => office.eleni.http.get<{ data: Summary }>('/api/payments/summary');
    const before = (await read()).body.data.institutions;
    expect(before.map(({ name }) => name)).toEqual(['Εφορία (example)']);
    await registerPayment(elsewhere, { customer: office.customers.kafe, title: 'Elsewhere', instalments });
    const { institutions } = (await read()).body.data;
    expect(institutions.map(({ name }) => name)).toEqual(['Another office (example)', 'Εφορία (example)']);
    const path = `/api/payments/obligations?institution=${elsewhere.institution}`;
    const found = await office.eleni.http.get<List<ObligationItem>>(path);
    expect(found.body.data.map(({ title }) => title)).toEqual(['Elsewhere']);
  });

  it('is exact where it comes to more than a number can hold', async () => {
    const { id, http } = await createContactUser(server, 'rich@example.com');
    const rich = await createCustomer(office.admin, 'Rich AE', 'rich@example.com');
    await server.evaluate(
      async ({ strapi }, { documentId, user }) => {
        await strapi.documents('plugin::payments.contact' as never).update({ documentId, data: { user } } as never);
      },
      { documentId: rich.contacts[0]?.documentId ?? '', user: id },
    );
    const plan = { kind: 'single', total: eur('90071992547409.91'), date: '2026-11-20' };
    for (const title of ['One', 'Two', 'Three']) await createPayment(office.admin, rich.documentId, { title, plan });
    const { body } = await http.get<{ data: Summary }>('/api/payments/summary');
    const sum = [eur('270215977642229.73')];
    expect(body.data).toMatchObject({ outstanding: sum, overdue: { count: 3, outstanding: sum } });
  });

  it('is empty for a user who acts for nobody', async () => {
    const { http: nobody } = await createContactUser(server, 'nobody@example.com');
    const summary = await nobody.get<{ data: Summary }>('/api/payments/summary');
    expect(summary.body.data).toMatchObject({ next: null, customers: [], institutions: [], outstanding: [] });
    expect((await nobody.get<List<ObligationItem>>('/api/payments/obligations')).body.data).toEqual([]);
    expect((await nobody.get(`/api/payments/obligations/${vat.documentId}`)).status).toBe(404);
  });
});
