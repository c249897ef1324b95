import type { ImportBatch } from '../../src/plugins/payments/contracts/import-values';
import type { StaffPayment, StaffPaymentItem } from '../../src/plugins/payments/contracts/payment';
import {
  ended,
  fixture,
  importFile,
  lookAt,
  paymentsFile,
  sendImport,
  startImportOffice,
  toldIn,
} from '../support/imports';
import type { Either } from '../support/imports';
import type { MailOffice } from '../support/mail-office';
import { createInstitution, createPayment, eur } from '../support/office';
import type { Envelope } from '../support/office';
import { countStatements } from '../support/statements';
import { createAdmin } from '../support/users';

let office: MailOffice;

beforeAll(async () => {
  office = await startImportOffice();
});

afterAll(() => office.close());

const HEAD = 'Tax number;Title;Total;Due date;Payment code';

const list = async (q: string): Promise<StaffPaymentItem[]> =>
  (await office.staff.get<{ data: StaffPaymentItem[] }>(`/payments/payments?state=all&q=${encodeURIComponent(q)}`)).body
    .data;

const total = async (): Promise<number> =>
  office.server.evaluate(({ strapi }) => strapi.db.query('plugin::payments.payment').count());

const undo = ({ documentId }: { documentId: string }) =>
  office.staff.post<Either<ImportBatch>>(`/payments/imports/${documentId}/undo`);

describe('last year’s spreadsheet', () => {
  const file = fixture('last-year.csv');

  test('a first look names every bad line and writes nothing', async () => {
    const before = await total();
    const report = await lookAt(office.staff, file);
    expect(report).toMatchObject({ encoding: 'windows-1253', separator: ';', lines: 17, badLines: 15, missing: [] });
    expect(toldIn(report.findings.filter(({ weight }) => weight === 'error'))).toEqual([
      '4 paymentCode sheet-shortened',
      '5 taxNumber tax-number-zero',
      '6 taxNumber tax-number-length',
      '7 paymentCode code-length',
      '8 total amount-ambiguous',
      '9 date date-impossible',
      '10 date date-incomplete',
      '11 taxNumber customer-unknown',
      '12 customer customer-ambiguous',
      '13 institution institution-unknown',
      '14 count count-too-small',
      '15 title value-missing',
      '16 total value-missing',
    ]);
    expect(report.confirmable).toEqual([
      { code: 'wrong-customer', lines: 1 },
      { code: 'duplicate', lines: 1 },
    ]);
    expect(report.findings.find(({ line }) => line === 5)).toMatchObject({ value: '94259216', proposal: '094259216' });
    expect(report.findings.find(({ line }) => line === 12)?.message).toContain('G-1');
    expect(report.totals).toMatchObject({
      payments: 2,
      instalments: 13,
      amount: [eur('1438.22')],
      paid: [eur('200.00')],
    });
    expect(await total()).toBe(before);
  });

  test('one bad line refuses all of it, with every line named', async () => {
    const before = await total();
    const { status, body } = await sendImport(office.staff, file);
    expect(status).toBe(400);
    const paths = body.error.details.errors?.map(({ path }) => path.join('.'));
    expect(paths).toHaveLength(15);
    expect(paths).toEqual(expect.arrayContaining(['lines.5.taxNumber', 'lines.14.count', 'lines.17.paymentCode']));
    expect(await total()).toBe(before);
  });

  test('without the bad lines the rest is imported, silently, and what was left out is kept', async () => {
    office.mailbox.reset();
    const batch = await importFile(office.staff, file, { skipBad: true, confirmed: ['wrong-customer'] });
    expect(batch).toMatchObject({
      state: 'done',
      payments: 3,
      instalments: 14,
      skipped: 14,
      total: 3,
      progress: 3,
      by: 'Anna Admin',
    });
    expect(toldIn(batch.findings)).toHaveLength(14);
    const [running] = await list('Ρύθμιση 2026');
    expect(running).toMatchObject({ total: eur('1200.00'), paid: eur('200.00'), nextDueDate: '2026-11-02' });
    await office.tick();
    expect(office.mailbox.mails).toEqual([]);
    const again = await lookAt(office.staff, file);
    expect(again.before).toMatchObject({ by: 'Anna Admin', fileName: 'file.csv' });
    expect((await undo(batch)).status).toBe(200);
    expect((await lookAt(office.staff, file)).before).toBeNull();
  });

  test('a correction takes a cell’s place', async () => {
    const corrections = [
      { line: 5, column: 'taxNumber', value: '094259216' },
      { line: 13, column: 'institution', value: 'ααδε' },
    ];
    const report = await lookAt(office.staff, file, { corrections });
    expect(report.badLines).toBe(13);
    expect(report.totals.payments).toBe(4);
  });
});

describe('an imported payment', () => {
  test('is the one that the form makes: columns, numbers, search, reminders, history', async () => {
    const { customers } = await office.server.evaluate(async ({ strapi }) => ({
      customers: await strapi.db.query('plugin::payments.customer').findMany({ where: { taxNumber: '090000045' } }),
    }));
    const institution = await office.server.evaluate(({ strapi }) =>
      strapi.db.query('plugin::payments.institution').findOne({ where: { name: 'ΕΦΚΑ' } }),
    );
    const plan = {
      kind: 'automatic',
      total: eur('1000.00'),
      amount: '333.34',
      count: 3,
      firstDate: '2026-11-30',
      period: 'monthly',
      alreadyPaid: 1,
    } as const;
    const byForm = await createPayment(office.staff, customers[0].documentId, {
      title: 'Same Τίτλος',
      institution: institution.documentId,
      paymentCode: { value: 'RF98 9115 6599 0000 0000 1234 5', scheme: 'gr-rf' },
      description: 'For both',
      managerComments: '=cmd',
      plan,
      sendEmail: false,
    });
    const csv = [
      'Reference;Institution;Title;Payment code;Description;Manager comments;Total;Instalment amount;Number of instalments;Due date;Repayment period;Already paid (instalments)',
      'A-1;εφκα;Same Τίτλος;RF98911565990000000012345;For both;=cmd;1.000;333,34;3;30/11/2026;μηνιαία;1',
    ].join('\n');
    await importFile(office.staff, csv, { confirmed: ['duplicate'] });
    const [formRow, importRow] = await office.server.evaluate(async ({ strapi }, title) => {
      const rows = await strapi.db.connection('payments_payments').where({ title }).orderBy('id');
      return Promise.all(
        rows.map(async (payment) => ({
          payment,
          instalments: await strapi.db
            .connection('payments_instalments')
            .where({ payment_ref: payment.id })
            .orderBy('number'),
          events: await strapi.db.connection('payments_events').where({ payment_document_id: payment.document_id }),
          customers: await strapi.db.connection('payments_payments_customer_lnk').where({ payment_id: payment.id }),
          institutions: await strapi.db
            .connection('payments_payments_institution_lnk')
            .where({ payment_id: payment.id }),
          links: await strapi.db.connection('payments_instalments_payment_lnk').where({ payment_id: payment.id }),
        })),
      );
    }, 'Same Τίτλος');
    const bare = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value)
          .replaceAll(String(importRow?.payment.document_id), 'DOC')
          .replaceAll(String(formRow?.payment.document_id), 'DOC')
          .replace(
            /"(id|document_id|instalment_id|payment_id|payment_ref|\w*_ord|batch|at|\w+_at)":("[^"]*"|\d+|null),?/g,
            '',
          )
          .replace(/P-\d+|p-\d+/g, 'P')
          .replace(/,}/g, '}'),
      );
    expect(bare(importRow)).toEqual(bare(formRow));
    expect(importRow?.payment.reference).toBe(`P-${importRow?.payment.id}`);
    const answer = await office.staff.get<Envelope<StaffPayment>>(
      `/payments/payments/${importRow?.payment.document_id}`,
    );
    expect(answer.body.data.instalments.map(({ amount, dueDate, state }) => [amount.value, dueDate, state])).toEqual(
      byForm.instalments.map(({ amount, dueDate, state }) => [amount.value, dueDate, state]),
    );
  });

  test('is found, edited and announced like any other', async () => {
    const { csv, title } = paymentsFile(1);
    await importFile(office.staff, csv);
    const [item] = await list(title);
    office.mailbox.reset();
    const answer = await office.staff.put<Envelope<StaffPayment>>(`/payments/payments/${item?.documentId}`, {
      revision: 1,
      title: `${title} told`,
      sendEmail: true,
    });
    expect(answer.status).toBe(200);
    await office.tick();
    const mail = await office.mailbox.waitFor(({ recipients }) => recipients.includes('eleni@example.com'));
    expect(mail.text).toContain(`${title} told`);
  });

  test('of a plan by hand has its rows, notes and codes', async () => {
    const { title } = paymentsFile(0);
    const csv = [
      `${HEAD};Plan number;Instalment amount;Note of the instalment;Paid`,
      `094259216;Plan ${title};;15/1/2027;A-1;7;60;first;ναι`,
      `;;;12/2/2027;A-2;7;40,5;second;`,
    ].join('\n');
    const batch = await importFile(office.staff, csv);
    expect(batch).toMatchObject({ payments: 1, instalments: 2 });
    const [item] = await list(`Plan ${title}`);
    const { body } = await office.staff.get<Envelope<StaffPayment>>(`/payments/payments/${item?.documentId}`);
    expect(
      body.data.instalments.map(({ amount, paid, note, paymentCode }) => [
        amount.value,
        paid.value,
        note,
        paymentCode?.value,
      ]),
    ).toEqual([
      ['60.00', '60.00', 'first', 'A-1'],
      ['40.50', '0.00', 'second', 'A-2'],
    ]);
  });
});

describe('an import as a whole', () => {
  test('needs its permission', async () => {
    const reader = await createAdmin(office.server, ['read', 'create', 'update']);
    const importer = await createAdmin(office.server, ['import']);
    const { csv } = paymentsFile(1);
    expect((await sendImport(reader.http, csv, { dryRun: true })).status).toBe(403);
    expect((await reader.http.get('/payments/imports')).status).toBe(403);
    expect((await sendImport(importer.http, csv, { dryRun: true })).status).toBe(200);
  });

  test('goes one at a time; one whose process died is over, with nothing written', async () => {
    const { csv } = paymentsFile(1);
    const setRunning = (at: number) =>
      office.server.evaluate(
        ({ strapi }, moved) =>
          strapi.db.connection('payments_import_batches').insert({
            document_id: `dead${moved}`,
            kind: 'payments',
            state: 'running',
            running: 'running',
            total: 5,
            created_at: new Date(moved),
            updated_at: new Date(moved),
            published_at: new Date(moved),
          }),
        at,
      );
    await setRunning(Date.now());
    expect((await sendImport(office.staff, csv)).status).toBe(409);
    await office.server.evaluate(({ strapi }) =>
      strapi.db
        .connection('payments_import_batches')
        .where({ running: 'running' })
        .update({ updated_at: new Date(Date.now() - 600_000) }),
    );
    const { body } = await office.staff.get<{ data: ImportBatch[] }>('/payments/imports');
    expect(body.data.find(({ documentId }) => documentId.startsWith('dead'))).toMatchObject({
      state: 'failed',
      reason: 'interrupted',
    });
    expect((await importFile(office.staff, csv)).state).toBe('done');
  });

  test('is all or nothing when something breaks in the middle', async () => {
    const before = await total();
    const { csv } = paymentsFile(900);
    await office.server.evaluate(({ strapi }) => {
      const runs = strapi.plugin('payments').service('importRuns');
      (globalThis as { start?: unknown }).start = runs.start;
      const start = runs.start;
      runs.start = (batch: unknown, checked: { payments: { draft: { customer: object } }[] }, actor: unknown) => {
        const last = checked.payments.at(-1);
        if (last) last.draft.customer = { ...last.draft.customer, id: 999_999_999 };
        runs.start = start;
        start.call(runs, batch, checked, actor);
      };
    });
    const { body } = await sendImport(office.staff, csv);
    const batch = await ended(office.staff, body.data.batch?.documentId ?? '');
    expect(batch).toMatchObject({ state: 'failed', reason: 'changed', payments: 0 });
    expect(await total()).toBe(before);
    expect((await undo(batch)).status).toBe(409);
  });

  test('single-use codes serve one payment, in the file and in the office', async () => {
    await createInstitution(office.staff, 'Once', { singleUseCodes: true });
    const csv = (...codes: string[]) =>
      [
        'Tax number;Institution;Title;Total;Due date;Payment code',
        ...codes.map((code, index) => `094259216;Once;${code} ${index};1${index};29/1/2027;${code}`),
      ].join('\n');
    expect(toldIn((await lookAt(office.staff, csv('X1', 'X1'))).findings)).toEqual(['3 paymentCode code-used-twice']);
    await importFile(office.staff, csv('X2'));
    expect(toldIn((await lookAt(office.staff, csv('X3', 'X2'))).findings)).toEqual(['3 paymentCode code-used-twice']);
  });

  test('a look asks the database as often for three lines as for three hundred', async () => {
    const few = await countStatements(office.server, () => lookAt(office.staff, paymentsFile(3).csv));
    const many = await countStatements(office.server, () => lookAt(office.staff, paymentsFile(300).csv));
    expect(many).toBe(few);
  });

  test('the list of imports tells who and when, the newest first', async () => {
    const { body } = await office.staff.get<{ data: ImportBatch[] }>('/payments/imports?pageSize=2');
    expect(body.data).toHaveLength(2);
    expect(body.data[0]).toMatchObject({ by: 'Anna Admin', state: 'done', kind: 'payments' });
  });
});
