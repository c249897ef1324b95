import { createMany, findMany, previewMany } from '../../src/plugins/payments/contracts/payment-many';
import type { Choosable, ManyPreview } from '../../src/plugins/payments/contracts/payment-many';
import { createCustomerSide } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { createCustomer, createInstitution } from '../support/office';
import type { Refusal } from '../support/office';
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

type Fields = Readonly<Record<string, unknown>>;

interface Created extends Pick<Refusal, 'error'> {
  readonly data: { readonly payments: { readonly documentId: string; readonly customer: string }[] };
}

const order = (rows: readonly Fields[], more: Fields = {}) => ({
  institution: office.institution,
  title: 'Chamber fee',
  currency: 'EUR',
  plan: { kind: 'single', date: '2027-01-31' },
  rows,
  ...more,
});

const create = (rows: readonly Fields[], more: Fields = {}) =>
  office.admin.post<Created>('/payments/payments/many', { ...order(rows, more), sendEmail: true, ...more });

const preview = async (rows: readonly Fields[], more: Fields = {}): Promise<ManyPreview> => {
  const { status, body } = await office.admin.post<{ data: ManyPreview }>(
    '/payments/payments/many/preview',
    order(rows, more),
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  previewMany.answer.parse(body);
  return body.data;
};

const rf = { value: 'RF18 5390 0754 7034', scheme: 'rf' };
const problems = ({ rows }: ManyPreview) =>
  rows.map(({ errors, warnings }) => [...errors, ...warnings].map(({ field, code }) => `${field} ${code}`));
const codesOf = ({ error }: Pick<Refusal, 'error'>) =>
  error.details.errors?.map(({ code, path }) => `${path.join('.')}: ${code}`);
const countPayments = () => server.evaluate(({ strapi }) => strapi.db.query('plugin::payments.payment').count());

describe('one obligation for many', () => {
  it('shows what is wrong by row and cell, when it is due, the sum, and who is told', async () => {
    const { papadaki, kafe, boreas } = office.customers;
    const shown = await preview([
      { customer: papadaki, amount: '120.00', paymentCode: rf },
      { customer: kafe, amount: '0.00' },
      { customer: boreas, amount: '10.00', paymentCode: { value: 'RF17539007547034', scheme: 'rf' } },
      { customer: papadaki, amount: '1.234' },
      { customer: 'unknown1', amount: '5.00' },
    ]);
    expect(problems(shown)).toEqual([
      [],
      ['amount amount-not-positive'],
      ['paymentCode code-check-digits'],
      ['amount amount-too-precise', 'customer customer-twice'],
      ['customer customer-unknown'],
    ]);
    expect(shown.dates).toMatchObject([
      { nominalDate: '2027-01-31', dueDate: '2027-02-01', shift: { kind: 'weekend' } },
    ]);
    expect(shown).toMatchObject({ total: { value: '135.00' }, told: 2, untold: 0 });
    expect(shown.rows[0]?.customer).toEqual({ documentId: papadaki, name: 'Papadaki Eleni', taxNumber: '094259216' });
  });

  it('writes all or nothing, and names every wrong cell', async () => {
    const before = await countPayments();
    const { status, body } = await create([
      { customer: office.customers.papadaki, amount: '120.00' },
      { customer: office.customers.boreas, amount: '-1.00', paymentCode: { value: 'x'.repeat(30), scheme: 'rf' } },
    ]);
    expect(status).toBe(400);
    expect(codesOf(body)).toEqual(['rows.1.amount: amount-not-positive', 'rows.1.paymentCode.value: code-prefix']);
    expect(await countPayments()).toBe(before);
    const wrongDate = await create([{ customer: office.customers.papadaki, amount: '1.00' }], {
      plan: { kind: 'automatic', count: 3, firstDate: '2027-01-31', period: 'month-end', convention: 'following' },
    });
    expect(codesOf(wrongDate.body)).toEqual(['plan.convention: convention-refused']);
  });

  it('gives each their amount and code, one mail to each contact, and asks before it does so twice', async () => {
    const { papadaki, kafe, boreas } = office.customers;
    const rows = [
      { customer: papadaki, amount: '120.00', paymentCode: rf },
      { customer: kafe, amount: '80.50' },
      { customer: boreas, amount: '33.33' },
    ];
    const { status, body } = await create(rows, { title: 'Fee of many' });
    expect(status).toBe(200);
    createMany.answer.parse(body);
    expect(body.data.payments.map(({ customer }) => customer)).toEqual([papadaki, kafe, boreas]);
    await mailbox.waitFor(() => mailbox.mails.length >= 2);
    await server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
    const told = mailbox.mails.filter(({ text }) => String(text).includes('Fee of many'));
    expect(told).toHaveLength(2);
    const eleni = told.find(({ text }) => String(text).includes('120,00'));
    expect(eleni?.text).toContain('80,50');
    const mine = await office.eleni.http.get<{ data: { title: string; total: { value: string }; version: number }[] }>(
      '/api/payments/obligations?q=Fee',
    );
    expect(mine.body.data.map(({ total }) => total.value).sort()).toEqual(['120.00', '80.50']);
    expect(mine.body.data[0]?.version).toBe(1);
    const again = await create(rows.slice(0, 1), { title: 'Fee of many' });
    expect(again.status).toBe(400);
    expect(again.body.error.details.confirm).toMatchObject([{ code: 'duplicate' }]);
    const confirmed = await create(rows.slice(0, 1), { title: 'Fee of many', confirmed: ['duplicate'] });
    expect(confirmed.status).toBe(200);
  });

  it('shares each amount into equal instalments, the last of which takes what is left', async () => {
    const { body } = await create([{ customer: office.customers.boreas, amount: '100.00' }], {
      title: 'In three',
      plan: { kind: 'automatic', count: 3, firstDate: '2027-01-31', period: 'month-end' },
    });
    const payment = await office.admin.get<{ data: { instalments: object[]; total: object; reference: string } }>(
      `/payments/payments/${body.data.payments[0]?.documentId}`,
    );
    expect(payment.body.data).toMatchObject({
      total: { value: '100.00' },
      instalments: [
        { number: 1, amount: { value: '33.33' }, dueDate: '2027-01-29' },
        { number: 2, amount: { value: '33.33' }, dueDate: '2027-02-26' },
        { number: 3, amount: { value: '33.34' }, dueDate: '2027-03-31' },
      ],
    });
    const small = await preview([{ customer: office.customers.boreas, amount: '0.02' }], {
      plan: { kind: 'automatic', count: 3, firstDate: '2027-01-31', period: 'month-end' },
    });
    expect(problems(small)).toEqual([['amount amount-too-small']]);
  });

  it('refuses a single-use code twice in the list, and one that another payment has', async () => {
    const { documentId: institution } = await createInstitution(office.admin, 'One code each', {
      codeScheme: 'free',
      singleUseCodes: true,
    });
    const code = { value: 'ONCE-1', scheme: 'free' };
    const rows = [
      { customer: office.customers.papadaki, amount: '1.00', paymentCode: code },
      { customer: office.customers.boreas, amount: '2.00', paymentCode: code },
    ];
    expect(problems(await preview(rows, { institution }))).toEqual([[], ['paymentCode code-used-twice']]);
    expect((await create(rows.slice(0, 1), { institution, title: 'Once' })).status).toBe(200);
    const taken = await create(rows.slice(1), { institution, title: 'Once' });
    expect(codesOf(taken.body)).toEqual(['rows.0.paymentCode.value: code-used-twice']);
  });

  it('finds customers by pasted tax numbers: who, nobody, or several', async () => {
    await createCustomer(office.admin, 'Twin A', null, { taxNumber: '801234567' });
    await createCustomer(office.admin, 'Twin B', null, { taxNumber: 'EL 801 234 567' });
    const { body } = await office.admin.post<{
      data: { matches: { customers: Choosable[] }[]; customers: Choosable[] };
    }>('/payments/payments/many/customers', { taxNumbers: ['094 259 216', '123456789', '801234567'] });
    findMany.answer.parse(body);
    expect(body.data.matches.map(({ customers }) => customers.map(({ name, reachable }) => [name, reachable]))).toEqual(
      [
        [['Papadaki Eleni', true]],
        [],
        [
          ['Twin A', false],
          ['Twin B', false],
        ],
      ],
    );
  });

  it('finds customers by name and by whom they owe', async () => {
    const { documentId: institution } = await createInstitution(office.admin, 'Chamber');
    await create([{ customer: office.customers.boreas, amount: '1.00' }], { institution, title: 'Owed to it' });
    const find = async (filter: Fields) => {
      const { body } = await office.admin.post<{ data: { customers: Choosable[] } }>(
        '/payments/payments/many/customers',
        { filter },
      );
      return body.data.customers.map(({ name }) => name);
    };
    expect(await find({ q: '094 259 216' })).toEqual(['Papadaki Eleni']);
    expect(await find({ institution })).toEqual(['Boreas AE']);
  });

  it('takes a number of statements that does not grow with the customers', async () => {
    const many: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      many.push((await createCustomer(office.admin, `Of many ${index}`, `many-${index}@example.com`)).documentId);
    }
    const statements = (customers: readonly string[]) =>
      countStatements(server, async () => {
        const rows = customers.map((customer) => ({ customer, amount: '12.00' }));
        const answer = await create(rows, { title: 'Counted', sendEmail: false, confirmed: ['duplicate'] });
        expect(answer.status).toBe(200);
      });
    const few = await statements(many.slice(0, 2));
    // The commit wakes the dispatcher, whose look at its queue may fall into the measurement.
    expect(await statements(many)).toBeLessThanOrEqual(few + 4);
  });
});
