import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf, refusalOf } from '../support/answers';
import { createCustomerSide, type CustomerSide } from '../support/customer-side';
import { eur } from '../support/office';
import { png } from '../support/private-files';
import { startServer, type Server } from '../support/server';

let server: Server;
let office: CustomerSide;

/** Of its own: files are counted, and other suites keep theirs at the same time. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'payments-files-'));

beforeAll(async () => {
  server = await startServer({ env: { TEST_PRIVATE_FOLDER: folder } });
  office = await createCustomerSide(server);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');

interface File {
  readonly name: string;
  readonly bytes: Buffer;
}

const withFiles = (payment: object, files: readonly File[], part = 'attachments.') => {
  const body = new FormData();
  body.set('payment', JSON.stringify(payment));
  files.forEach(({ name, bytes }, index) => {
    body.append(part.replace(/\.$/, `.${index}`), new Blob([new Uint8Array(bytes)]), name);
  });
  return office.admin.post('/payments/payments', body);
};

const payment = (more: object = {}) => ({
  customer: office.customers.papadaki,
  title: 'With its notice',
  sendEmail: false,
  plan: { kind: 'single', total: eur('85.00'), date: '2027-03-15' },
  ...more,
});

/** How many payments there are, and how many files lie in the private folder. */
const kept = async (): Promise<{ payments: number; files: number }> => {
  const payments = await server.evaluate(({ strapi }) => strapi.db.query('plugin::payments.payment').count());
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { payments, files: files.length };
};

test('a payment comes with its files, and the customer reads them', async () => {
  const created = await dataOf<StaffPayment>(
    withFiles(payment(), [
      { name: 'notice.png', bytes: png },
      { name: '../../Ειδοποίηση.pdf', bytes: pdf },
    ]),
  );
  expect(created.attachments.map(({ name, type, size }) => [name, type, size])).toEqual([
    ['notice.png', 'image/png', png.length],
    ['Ειδοποίηση.pdf', 'application/pdf', pdf.length],
  ]);
  const path = `/api/payments/obligations/${created.documentId}/attachments/${created.attachments[1]?.id}`;
  const file = await office.eleni.http.raw('GET', path);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
  expect((await office.boris.http.get(path)).status).toBe(404);
});

test('a request with the part and no file, and one of plain JSON, make a payment without files', async () => {
  const created = await dataOf<StaffPayment>(withFiles(payment({ title: 'No file after all' }), []));
  expect(created.attachments).toEqual([]);
  const plain = await dataOf<StaffPayment>(office.admin.post('/payments/payments', payment({ title: 'Plain' })));
  expect(plain.attachments).toEqual([]);
});

const good = { name: 'good.png', bytes: png };
const script = { name: 'notice.pdf', bytes: Buffer.from('<script>alert(1)</script>') };

test.each<[string, object, readonly File[], string, number, string[]]>([
  ['a file that is no picture and no PDF, naming it', {}, [good, script], 'attachments.', 400, ['attachments.1']],
  [
    'more than twenty files',
    {},
    Array.from({ length: 21 }, (_, index) => ({ ...good, name: `${index}.png` })),
    'attachments.',
    400,
    ['attachments'],
  ],
  ['a file under another name', {}, [good], 'file', 400, ['file']],
  ['a file without a number', {}, [good], 'attachments', 400, ['attachments']],
  ['two files under one number', {}, [good, good], 'attachments.7', 400, ['attachments.7']],
  [
    'a file over 10 MB',
    {},
    [{ name: 'big.png', bytes: Buffer.concat([png, Buffer.alloc(11e6)]) }],
    'attachments.',
    413,
    [],
  ],
  ['a customer that does not exist', { customer: 'nobody' }, [good], 'attachments.', 400, ['customer']],
  [
    'a plan that cannot be',
    { plan: { kind: 'single', total: eur('0.00'), date: '2027-03-15' } },
    [good],
    'attachments.',
    400,
    ['plan.total'],
  ],
])('refuses %s, and keeps neither the payment nor a file', async (_what, more, files, part, status, fields) => {
  const before = await kept();
  expect(await refusalOf(withFiles(payment(more), files, part))).toEqual({ status, fields });
  expect(await kept()).toEqual(before);
});

test('asks about a duplicate before anything is kept, and keeps the files of who means it', async () => {
  const twice = payment({ paymentCode: { value: 'RF18539007547034', scheme: 'rf' }, title: 'Meant twice' });
  await dataOf(withFiles(twice, [good]));
  const before = await kept();
  const asked = await withFiles(twice, [good]);
  expect(asked).toMatchObject({ status: 400, body: { error: { details: { confirm: [{ code: 'duplicate' }] } } } });
  expect(await kept()).toEqual(before);
  await dataOf(withFiles({ ...twice, confirmed: ['duplicate'] }, [good]));
  expect(await kept()).toEqual({ payments: before.payments + 1, files: before.files + 1 });
});

test('a database that fails in the middle leaves no file behind', async () => {
  const before = await kept();
  await server.evaluate(({ strapi }) => {
    const fail = ({ sql }: { sql: string }) => {
      if (/^insert into [^(]*\bpayments_instalments\b/i.test(sql)) throw new Error('The disk is full');
    };
    (globalThis as { failWrites?: typeof fail }).failWrites = fail;
    strapi.db.connection.on('query', fail);
  });
  const answer = await withFiles(payment({ title: 'Half written' }), [good]);
  await server.evaluate(({ strapi }) => {
    const { failWrites } = globalThis as { failWrites?: () => void };
    if (failWrites) strapi.db.connection.removeListener('query', failWrites);
  });
  expect(answer.status).toBe(500);
  expect(await kept()).toEqual(before);
});

test('JSON that is none is refused by the name of its part', async () => {
  const body = new FormData();
  body.set('payment', '{');
  expect(await refusalOf(office.admin.post('/payments/payments', body))).toEqual({ status: 400, fields: ['payment'] });
  body.set('payment', JSON.stringify(payment()));
  body.set('managerComments', 'beside it');
  expect(await refusalOf(office.admin.post('/payments/payments', body))).toEqual({
    status: 400,
    fields: ['managerComments'],
  });
});
