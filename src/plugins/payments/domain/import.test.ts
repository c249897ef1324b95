import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  badLines,
  columnsOf,
  duplicates,
  headerKey,
  importLines,
  indexBy,
  indexCustomers,
  placePayment,
  proposeMapping,
  readCustomers,
  readPayments,
  templateHeaders,
} from './import';
import type { ColumnId, Correction, KnownCustomer, KnownInstitution } from './import';
import { normaliseSearch } from './search-text';
import { decodeText, readCsv } from './sheet';
import { day, EUR, valueOf, weekendsOnly } from './testing/support';

const customer = (
  id: number,
  name: string,
  taxNumber: string | null,
  more: Partial<KnownCustomer> = {},
): KnownCustomer => ({
  id,
  documentId: `c${id}`,
  name,
  taxNumber,
  reference: null,
  archived: false,
  ...more,
});

const CUSTOMERS = [
  customer(1, 'Παπαδάκη Ελένη', 'EL094259216'),
  customer(2, 'Άλφα Α.Ε.', '090000045', { reference: 'A-1' }),
  customer(3, 'Γεωργίου Ιωάννης', null, { reference: 'G-1' }),
  customer(4, 'Γεωργίου Ιωάννης', null, { reference: 'G-2' }),
  customer(5, 'Παλιός Πελάτης', '123456783', { archived: true }),
];

const institution = (id: number, name: string, codeScheme: KnownInstitution['codeScheme']): KnownInstitution => ({
  id,
  documentId: `i${id}`,
  name,
  codeScheme,
});

const CONTEXT = {
  locale: 'el',
  today: day('2026-11-25'),
  country: 'GR',
  currency: EUR,
  customers: indexCustomers(CUSTOMERS),
  institutions: indexBy([institution(1, 'ΑΑΔΕ', 'gr-tax'), institution(2, 'ΕΦΚΑ', 'gr-rf')], ({ name }) =>
    normaliseSearch(name),
  ),
};

const linesOf = (csv: string, columns?: Array<ColumnId | null>, corrections: Correction[] = []) => {
  const [head, ...rows] = valueOf(readCsv(csv)).rows;
  const mapping = columns ?? proposeMapping('payments', head?.cells.map(({ text }) => text) ?? []);
  return importLines(rows, mapping, corrections);
};

/** Everything that is found in payments, their dates placed. */
const payments = (csv: string, corrections: Correction[] = []) => {
  const { drafts, findings } = readPayments(linesOf(csv, undefined, corrections), CONTEXT);
  const context = { calendar: weekendsOnly, defaultConvention: 'following' as const, today: CONTEXT.today };
  const results = drafts.map((draft) => placePayment(draft, context, { scope: 'payment', singleUse: false }));
  const placed = results.flatMap((result) => result.placed ?? []);
  return {
    placed,
    findings: [...findings, ...results.flatMap((result) => result.findings), ...duplicates(placed, new Set())],
  };
};

const told = (csv: string) => payments(csv).findings.map(({ line, column, code }) => `${line} ${column} ${code}`);

const HEAD =
  'Tax number;Customer;Institution;Title;Payment code;Total;Due date;Instalment amount;Number of instalments;Repayment period;Already paid (instalments);Plan number;Paid;Note of the instalment;Reference';

/** A line of payments; what is not said is empty. */
const line = (cells: Partial<Record<string, string>>): string =>
  HEAD.split(';')
    .map(
      (header) =>
        ({ Title: 'Tax', 'Tax number': '094259216', Total: '100,00', 'Due date': '31/12/2026', ...cells })[header] ??
        '',
    )
    .join(';');

const file = (...lines: Array<Partial<Record<string, string>>>) => [HEAD, ...lines.map(line)].join('\n');

describe('last year’s spreadsheet', () => {
  const bytes = readFileSync(path.resolve(__dirname, '../../../../tests/fixtures/import/last-year.csv'));
  const { text, encoding } = valueOf(decodeText(bytes));

  test('is read in its Greek encoding, its headers are understood, an old column is left out', () => {
    const [head] = valueOf(readCsv(text)).rows;
    expect(encoding).toBe('windows-1253');
    expect(proposeMapping('payments', head?.cells.map((cell) => cell.text) ?? [])).toEqual([
      ...['taxNumber', 'customer', 'institution', 'title', 'paymentCode', 'total', 'date', 'amount', 'count', 'period'],
      ...['alreadyPaid', 'managerComments', null],
    ]);
  });

  test('every kind of bad line is named by its line and column, and none is let through', () => {
    const { findings, placed } = payments(text);
    expect(
      findings.filter(({ weight }) => weight !== 'note').map(({ line: at, column, code }) => [at, column, code]),
    ).toEqual([
      [4, 'paymentCode', 'sheet-shortened'],
      [5, 'taxNumber', 'tax-number-zero'],
      [6, 'taxNumber', 'tax-number-length'],
      [7, 'paymentCode', 'code-length'],
      [8, 'total', 'amount-ambiguous'],
      [9, 'date', 'date-impossible'],
      [10, 'date', 'date-incomplete'],
      [11, 'taxNumber', 'customer-archived'],
      [12, 'customer', 'customer-ambiguous'],
      [13, 'institution', 'institution-unknown'],
      [15, 'title', 'value-missing'],
      [16, 'total', 'value-missing'],
      [17, 'paymentCode', 'wrong-customer'],
      [14, 'count', 'count-too-small'],
      [18, 'paymentCode', 'duplicate'],
    ]);
    expect(badLines(findings, []).size).toBe(15);
    expect(badLines(findings, ['duplicate', 'wrong-customer']).size).toBe(13);
    expect(placed.map(({ draft }) => draft.lines[0]?.line)).toEqual([2, 3, 17, 18]);
  });

  test('a running plan is taken over with what is paid', () => {
    const [running] = payments(text).placed;
    expect(running?.plan.instalments.map(({ paid }) => paid)).toEqual([
      true,
      true,
      ...Array.from({ length: 10 }, () => false),
    ]);
    expect(running?.plan.instalments[0]).toMatchObject({ amount: 10_000, dueDate: '2026-08-31' });
  });

  test('a proposal is applied by staff alone', () => {
    const { findings } = payments(text);
    const { line: at, column, proposal = '' } = findings.find(({ code }) => code === 'tax-number-zero')!;
    expect(proposal).toBe('094259216');
    const corrected = payments(text, [{ line: at, column: column as ColumnId, value: proposal }]);
    expect(corrected.placed.map(({ draft }) => draft.lines[0]?.line)).toContain(5);
  });
});

describe('whom a line is about', () => {
  test.each<[string, Partial<Record<string, string>>, string | number]>([
    ['by tax number, however it is spelt', { 'Tax number': '094 259 216' }, 1],
    ['by tax number, whatever the name says', { 'Tax number': '094259216', Customer: 'Άλφα Α.Ε.' }, 1],
    ['else by reference', { 'Tax number': '', Reference: 'G-2' }, 4],
    ['else by name without accents', { 'Tax number': '', Customer: 'ΑΛΦΑ α.ε.' }, 2],
    ['a name of several', { 'Tax number': '', Customer: 'Γεωργίου Ιωάννης' }, 'customer-ambiguous'],
    [
      'whose number is new, by the name of one without a number',
      { 'Tax number': '123456783', Reference: 'G-1' },
      'customer-archived',
    ],
    [
      'somebody with another number is somebody else',
      { 'Tax number': '046853099', Customer: 'Άλφα Α.Ε.' },
      'customer-unknown',
    ],
    ['nobody', { 'Tax number': '', Customer: '' }, 'customer-missing'],
  ])('%s', (_, cells, expected) => {
    const { placed, findings } = payments(file(cells));
    expect(placed[0]?.draft.customer.id ?? findings[0]?.code).toBe(expected);
  });
});

describe('the plan of a line', () => {
  const planOf = (...lines: Array<Partial<Record<string, string>>>) => {
    const { placed, findings } = payments(file(...lines));
    const { draft, plan } = placed[0] ?? {};
    return draft
      ? [draft.plan.kind, plan?.total, plan?.instalments.length, plan?.instalments.filter(({ paid }) => paid).length]
      : findings.map(({ line: at, column, code }) => `${at} ${column} ${code}`);
  };

  test.each<[string, Array<Partial<Record<string, string>>>, unknown[]]>([
    ['one-off', [{}], ['single', 10_000, 1, 0]],
    ['one-off by the column of amounts', [{ Total: '', 'Instalment amount': '50' }], ['single', 5_000, 1, 0]],
    ['one-off and paid', [{ Paid: 'ναι' }], ['single', 10_000, 1, 1]],
    [
      'automatic of all three',
      [{ 'Instalment amount': '50', 'Number of instalments': '2', 'Repayment period': 'monthly' }],
      ['automatic', 10_000, 2, 0],
    ],
    [
      'automatic without the amount',
      [{ 'Number of instalments': '4', 'Repayment period': 'Τέλος μήνα', 'Already paid (instalments)': '1' }],
      ['automatic', 10_000, 4, 1],
    ],
    [
      'automatic without the number',
      [{ 'Instalment amount': '30', 'Repayment period': 'ανά τρίμηνο' }],
      ['automatic', 10_000, 4, 0],
    ],
    [
      'automatic without the total',
      [{ Total: '', 'Instalment amount': '30', 'Number of instalments': '3', 'Repayment period': 'weekly' }],
      ['automatic', 9_000, 3, 0],
    ],
    [
      'by hand, one line an instalment',
      [
        { 'Plan number': '7', Total: '', 'Instalment amount': '60', Paid: 'x' },
        {
          'Plan number': '7',
          Total: '',
          'Instalment amount': '40',
          'Due date': '29/1/2027',
          Title: '',
          'Tax number': '',
        },
      ],
      ['manual', 10_000, 2, 1],
    ],
    ['two amounts that differ', [{ 'Instalment amount': '50' }], ['2 amount amount-without-plan']],
    ['no period', [{ 'Number of instalments': '4' }], ['2 period value-missing']],
    [
      'a period that nobody knows',
      [{ 'Number of instalments': '4', 'Repayment period': 'often' }],
      ['2 period period-unreadable'],
    ],
    ['only a period', [{ 'Repayment period': 'monthly' }], ['2 total plan-incomplete']],
    [
      'a number in words',
      [{ 'Number of instalments': 'four', 'Repayment period': 'monthly' }],
      ['2 count count-unreadable'],
    ],
    ['more paid than there are', [{ 'Already paid (instalments)': '2' }], ['2 alreadyPaid already-paid-invalid']],
    [
      'a plan marked as paid',
      [{ 'Number of instalments': '2', 'Repayment period': 'monthly', Paid: 'yes' }],
      ['2 paid paid-of-plan'],
    ],
    [
      'rows that do not make the total',
      [
        { 'Plan number': '7', Total: '90', 'Instalment amount': '60' },
        { 'Plan number': '7', Total: '', 'Instalment amount': '40' },
      ],
      ['2 total unallocated'],
    ],
    [
      'the second paid and not the first',
      [
        { 'Plan number': '7', Total: '', 'Instalment amount': '60' },
        { 'Plan number': '7', Total: '', 'Instalment amount': '40', Paid: '1' },
      ],
      ['3 paid paid-out-of-order'],
    ],
    [
      'lines of one plan that contradict each other',
      [
        { 'Plan number': '7', Total: '', 'Instalment amount': '60' },
        { 'Plan number': '7', Total: '', 'Instalment amount': '40', Title: 'Other' },
      ],
      ['3 title plan-contradicts'],
    ],
    [
      'every wrong cell at once',
      [{ Title: '', Total: 'much', 'Due date': 'soon', Institution: 'Nobody' }],
      [
        '2 institution institution-unknown',
        '2 title value-missing',
        '2 total amount-unreadable',
        '2 date date-unreadable',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(planOf(...lines)).toEqual(expected);
  });

  test('one code in all lines is the payment’s, several are their instalments’', () => {
    const rows = (first: string, second: string) => [
      { 'Plan number': '7', Total: '', 'Instalment amount': '60', 'Payment code': first },
      { 'Plan number': '7', Total: '', 'Instalment amount': '40', 'Payment code': second },
    ];
    const shared = payments(file(...rows('A 1', 'A 1'))).placed[0];
    expect([shared?.draft.code?.value, shared?.plan.instalments.map(({ paymentCode }) => paymentCode)]).toEqual([
      'A 1',
      [undefined, undefined],
    ]);
    const apart = payments(file(...rows('A 1', 'A 2'))).placed[0];
    expect([apart?.draft.code, apart?.plan.instalments.map(({ paymentCode }) => paymentCode)]).toEqual([
      null,
      ['A 1', 'A 2'],
    ]);
  });

  test('what is overdue at once is told', () => {
    expect(told(file({ 'Due date': '1/10/2026' }))).toEqual(['2 date overdue-at-once']);
  });
});

describe('customers of a file', () => {
  const read = (...rows: string[]) => {
    const csv = [
      'Name;Tax number;Reference;Phone;Language;Contact;Contact email;Contact 2;Contact 2 email',
      ...rows,
    ].join('\n');
    const [head, ...body] = valueOf(readCsv(csv)).rows;
    const lines = importLines(body, proposeMapping('customers', head?.cells.map(({ text }) => text) ?? []));
    const contacts = new Map([['eleni@example.com', 'Eleni']]);
    const { drafts, findings } = readCustomers(lines, {
      ...CONTEXT,
      contacts,
      isEmail: (text) => /^\S+@\S+\.\S+$/.test(text),
    });
    return { drafts, told: findings.map(({ weight, line: at, column, code }) => `${weight} ${at} ${column} ${code}`) };
  };

  test('with their contacts', () => {
    const { drafts, told: findings } = read(
      "Beta Ltd;DE123456789;B-7;'+30 210 1234567;English;;beta@example.com;Nikos;",
    );
    expect(findings).toEqual([]);
    expect(drafts).toEqual([
      {
        line: 2,
        name: 'Beta Ltd',
        taxNumber: 'DE123456789',
        reference: 'B-7',
        phone: '+30 210 1234567',
        language: 'en',
        contacts: [
          { name: 'Beta Ltd', email: 'beta@example.com' },
          { name: 'Nikos', email: null },
        ],
      },
    ]);
  });

  test.each([
    ['no name', [';123456783'], ['note 2 taxNumber customer-known']],
    ['nothing but a phone', [';;;210'], ['error 2 name value-missing']],
    ['whom the office has', ['Παπαδάκη Ελένη'], ['note 2 name customer-known']],
    ['a reference of somebody else', ['New;046853099;A-1'], ['error 2 reference reference-taken']],
    ['a damaged number', ['New;94259217'], ['error 2 taxNumber tax-number-length']],
    ['one customer twice', ['New;046853099', 'New Ltd;046 853 099'], ['error 3 taxNumber twice-in-file']],
    ['a name twice', ['New', 'NEW'], ['error 3 name twice-in-file']],
    ['no address', ['New;;;;;Nikos;nikos@'], ['error 2 contactEmail email-invalid']],
    ['a known contact', ['New;;;;;Helen;Eleni@example.com'], ['note 2 contactEmail contact-known']],
    ['no language', ['New;;;;Klingon'], ['error 2 language language-unreadable']],
    ['a name that is too long', ['N'.repeat(201)], ['error 2 name text-too-long']],
  ])('%s', (_, rows, expected) => {
    expect(read(...rows).told).toEqual(expected);
  });
});

describe('the columns of a file', () => {
  test.each(['en', 'el'] as const)('the template’s headers in %s are understood', (language) => {
    for (const kind of ['customers', 'payments'] as const) {
      expect(proposeMapping(kind, templateHeaders(kind, language))).toEqual(columnsOf(kind));
    }
  });

  test('what was said of a column counts before its header, and no column is taken twice', () => {
    const remembered = new Map<string, ColumnId>([
      [headerKey('Παλιός κωδικός'), 'reference'],
      [headerKey('Title'), 'description'],
    ]);
    expect(proposeMapping('payments', ['ΠΑΛΙΟΣ κωδικός', 'Title', 'AFM', 'VAT'], remembered)).toEqual([
      'reference',
      'description',
      'taxNumber',
      null,
    ]);
  });
});
