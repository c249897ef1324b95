import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { CustomerValue } from '../../src/plugins/payments/contracts/customer';
import type { InstitutionValue } from '../../src/plugins/payments/contracts/institution';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { PlanPreview } from '../../src/plugins/payments/contracts/plan';
import { dataOf } from '../support/answers';
import type { Http } from '../support/http';
import { eur } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

const TODAY = '2026-11-23';

/** Labour Day on another day, in the language of the administrator who asks, which is Greek. */
const MOVED = 'Εργατική Πρωτομαγιά (μετάθεση)';

let server: Server;
let staff: Http;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  expect((await staff.put('/admin/users/me', { preferedLanguage: 'el' })).status).toBe(200);
  await server.evaluate(({ strapi }, day) => strapi.plugin('payments').service('clock').set(`${day}T10:00:00Z`), TODAY);
});

afterAll(() => server.stop());

const preview = (plan: object): Promise<PlanPreview> => dataOf(staff.post('/payments/plan/preview', plan));
const single = (date: string) => preview({ kind: 'single', total: eur('10.00'), date });
const datesOf = ({ instalments }: PlanPreview) => instalments.map(({ dueDate }) => dueDate);
const warningsOf = ({ warnings }: PlanPreview) => warnings.map(({ code, params }) => [code, params]);

describe('the Greek calendar', () => {
  test.each([
    ['2021-05-04', '2021-05-05'],
    ['2022-05-02', '2022-05-03'],
    ['2024-05-07', '2024-05-08'],
  ])('1 May was moved to %s by decree: what was due then is due on %s', async (day, dueDate) => {
    const { instalments } = await single(day);
    expect(instalments[0]).toMatchObject({ dueDate, shift: { kind: 'holiday', name: MOVED } });
  });

  test.each(['2027-05-04', '2032-05-04', '2033-05-02'])(
    '1 May is expected to move to %s, which moves nothing before the decree, and then does',
    async (day) => {
      const before = await single(day);
      expect(before.instalments[0]).toMatchObject({ nominalDate: day, dueDate: day, shift: null });
      expect(warningsOf(before)).toContainEqual(['due-on-expected-day', { day, name: MOVED }]);
      const shaded = await staff.get<{ meta: { closedDays: object[] } }>(`/payments/calendar?from=${day}&to=${day}`);
      expect(shaded.body.meta.closedDays).toEqual([{ date: day, name: MOVED, kind: 'expected' }]);

      const decree = { date: day, name: 'Labour Day', reference: 'Government Gazette B (example)' };
      const { documentId } = await dataOf<{ documentId: string }>(staff.post('/payments/closed-days', decree));
      const after = await single(day);
      expect(after.instalments[0]).toMatchObject({ nominalDate: day, shift: { kind: 'decree', name: 'Labour Day' } });
      expect(after.instalments[0]?.dueDate).not.toBe(day);
      expect(warningsOf(after)).not.toContainEqual(['due-on-expected-day', expect.anything()]);
      await dataOf(staff.delete(`/payments/closed-days/${documentId}`));
    },
  );
});

describe('other offices', () => {
  const settings = (changes: object) => dataOf(staff.put('/payments/settings', changes));
  const greek = { country: 'GR', region: null, weekend: [6, 7] };
  const weekly = (firstDate: string, count: number) => ({
    kind: 'automatic',
    total: eur(`${count}.00`),
    amount: '1.00',
    count,
    firstDate,
    period: 'weekly',
    convention: 'following',
  });

  afterEach(() => settings(greek));

  test('a weekend of Friday and Saturday', async () => {
    await settings({ country: 'EG', weekend: [5, 6] });
    const { instalments } = await preview(weekly('2027-01-08', 2));
    expect(instalments.map(({ dueDate, shift }) => [dueDate, shift?.kind])).toEqual([
      ['2027-01-10', 'weekend'],
      ['2027-01-17', 'weekend'],
    ]);
  });

  test('a feast of several days, by the moon, moves the whole of it; where the tables end, a warning says so', async () => {
    await settings({ country: 'TR' });
    // Ramadan Feast 2026 is from Friday 20 to Sunday 22 March
    expect(datesOf(await single('2026-03-20'))).toEqual(['2026-03-23']);
    expect(warningsOf(await single('2076-12-30'))).toEqual([]);
    expect(warningsOf(await single('2077-01-04'))).toEqual([['lunar-data-ends', { until: '2076-12-31' }]]);
  });

  test('600 instalments, to the last day of 2199', async () => {
    const last = await preview({ ...weekly('2150-01-31', 600), period: 'monthly', convention: 'unadjusted' });
    expect([last.instalments.length, last.instalments[599]?.dueDate]).toEqual([600, '2199-12-31']);
    const { status } = await staff.post('/payments/plan/preview', { ...weekly('2199-12-31', 2) });
    expect(status).toBe(400);
  });
});

/** The data that `npm run demo` fills an office with. */
function demoData(): {
  institutions: Record<string, object>;
  customers: Record<string, { name: string; taxNumber: string }>;
  payments: { customer: string; institution: string; title: string }[];
} {
  const script = `import * as data from './scripts/demo-seed/data.mjs';
    const { institutions, customers, paymentsAround } = data;
    console.log(JSON.stringify({ institutions, customers, payments: paymentsAround('${TODAY}') }));`;
  const args = ['--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: path.resolve(__dirname, '../..'), encoding: 'utf8' }));
}

test('the Greek institutions and debts of the demo pass every check', async () => {
  const { institutions, customers, payments } = demoData();
  const idOf = new Map<string, string>();
  for (const [key, institution] of Object.entries(institutions)) {
    const made = await dataOf<InstitutionValue>(staff.post('/payments/institutions', institution));
    expect(made).toMatchObject(institution);
    idOf.set(key, made.documentId);
  }
  for (const [key, { name, taxNumber }] of Object.entries(customers)) {
    const made = await dataOf<CustomerValue>(staff.post('/payments/customers', { name, taxNumber, contacts: [] }));
    idOf.set(key, made.documentId);
  }
  const made: StaffPayment[] = [];
  for (const { customer, institution, ...payment } of payments) {
    const links = { customer: idOf.get(customer), institution: idOf.get(institution) };
    made.push(await dataOf(staff.post('/payments/payments', { ...payment, ...links, sendEmail: false })));
  }
  const schemes = Object.values(institutions).map((institution) => Reflect.get(institution, 'codeScheme'));
  expect(new Set(schemes)).toEqual(new Set(['gr-tax', 'gr-rf', 'rf']));
  const propertyTax = made.find(({ title }) => title === 'ΕΝΦΙΑ 2027');
  expect(propertyTax?.instalments.map(({ dueDate }) => dueDate).slice(0, 3)).toEqual([
    '2027-03-31',
    '2027-04-29',
    '2027-05-31',
  ]);
});
