import { fixture, importFile, lookAt, paymentsFile, sendImport, startImportOffice, toldIn } from '../support/imports';
import type { MailOffice } from '../support/mail-office';
import { eur } from '../support/office';

let office: MailOffice;

beforeAll(async () => {
  office = await startImportOffice();
});

afterAll(() => office.close());

const HEAD = 'Tax number;Title;Total;Due date;Payment code';

describe('a workbook', () => {
  test('is read cell by cell: numbers and dates need no locale, damage is seen', async () => {
    const report = await lookAt(office.staff, fixture('office.xlsx'));
    expect(report).toMatchObject({ format: 'xlsx', encoding: null, lines: 5 });
    expect(toldIn(report.findings)).toEqual([
      '3 taxNumber tax-number-zero',
      '4 paymentCode sheet-shortened',
      '6 date date-unreadable',
    ]);
    expect(report.totals).toMatchObject({ payments: 2, amount: [eur('1234.80')], firstDue: '2026-12-31' });
  });
});

describe('the file', () => {
  test.each([
    ['none', null, 'file-missing'],
    ['nothing', '', 'file-empty'],
    ['headers alone', HEAD, 'file-empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'file-encoding'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'file-old-excel'],
    ['an archive of nothing', Buffer.from('PK\u0003\u0004'), 'file-workbook'],
    ['an open quotation mark', `${HEAD}\n"094259216;x`, 'csv-quote'],
    ['too many lines', [HEAD, ...Array.from({ length: 20_001 }, () => 'x')].join('\n'), 'file-too-long'],
    ['too many columns', `${'a;'.repeat(300)}\nx`, 'file-too-wide'],
  ])('%s is refused with the repair', async (_what, file, code) => {
    const { status, body } = await sendImport(office.staff, file, { dryRun: true });
    expect([status, body.error.details.errors?.[0]?.code]).toEqual([400, code]);
  });

  test('one that is too large is refused before it is read', async () => {
    expect((await sendImport(office.staff, Buffer.alloc(5 * 1024 * 1024 + 1), { dryRun: true })).status).toBe(413);
  });

  test.each([
    ['a mapping of another length', { mapping: ['title'] }],
    ['a column twice', { mapping: ['title', 'title', null, null, null] }],
    ['a column of customers', { mapping: ['phone', 'title', 'total', 'date', null] }],
    ['an unknown column', { mapping: ['managerPassword', 'title', 'total', 'date', null] }],
  ])('%s is refused', async (_what, wish) => {
    expect((await sendImport(office.staff, paymentsFile(1).csv, { dryRun: true, ...wish })).status).toBe(400);
  });

  test('without a column that is needed it is looked at and not imported', async () => {
    const { csv } = paymentsFile(1);
    const mapping = ['taxNumber', 'title', 'total', null, null];
    expect((await lookAt(office.staff, csv, { mapping })).missing).toEqual(['date']);
    const { status, body } = await sendImport(office.staff, csv, { mapping });
    expect([status, body.error.details.errors?.[0]?.code]).toEqual([400, 'column-missing']);
  });

  test('what was said of its columns is remembered, by their names', async () => {
    const csv = `Ποιος;Τι;Πόσα;Πότε;Title\n094259216;Remembered;5;29/1/2027;not this`;
    const mapping = ['taxNumber', 'title', 'total', 'date', null];
    expect((await lookAt(office.staff, csv)).missing).toEqual(['date']);
    await importFile(office.staff, csv, { mapping });
    expect((await lookAt(office.staff, csv)).mapping).toEqual(mapping);
  });

  test('another country’s amounts and dates are read where staff say so', async () => {
    const csv = 'Tax number,Title,Total,Due date\n094259216,Foreign,"1,234.56",01/29/2027';
    expect((await lookAt(office.staff, csv, { locale: 'en-US' })).totals).toMatchObject({
      amount: [eur('1234.56')],
      firstDue: '2027-01-29',
    });
    expect((await lookAt(office.staff, csv)).badLines).toBe(1);
  });

  test('the template is understood in both languages', async () => {
    for (const kind of ['customers', 'payments'] as const) {
      for (const language of ['en', 'el']) {
        const answer = await office.staff.get<string>(
          `/payments/imports/template.csv?kind=${kind}&language=${language}`,
        );
        expect(answer.headers.get('content-disposition')).toContain(`${kind}-${language}.csv`);
        const report = await lookAt(office.staff, `${answer.body}x\r\n`, { kind });
        expect([report.missing, report.mapping.includes(null)]).toEqual([[], false]);
      }
    }
  });
});
