/** How many instalments an office holds. */
export type Size = 10_000 | 1_000_000;

/** The office's day in every measurement: nothing of the seed is due before it, so that no tick has work unless a measurement makes some. */
export const NOW = '2027-01-15T10:00:00Z';

/** Both sizes hold these alike, and every measured page shows them alone. */
export const measured = {
  /** Customers 1 to 10 with 40 payments each; the first one is whose log is read. */
  payments: 400,
  perCustomer: 40,
  /** The only month in which the measured payments begin; the others begin a year later. */
  month: { from: '2027-03-01', to: '2027-03-31' },
  contact: 'reader@example.com',
} as const;

const PER_PAYMENT = 12;
const INSTITUTIONS = 20;
/** The first instalments of all payments but the measured lie in so many months. */
const MONTHS = 96;

/** Where a measurement runs. */
export type Dialect = 'sqlite' | 'postgres';

/** What the two dialects write differently. Arguments are SQL. */
interface Words {
  series(count: number): string;
  documentId(kind: string, n: string): string;
  /** So many months and days after a first one. */
  day(months: string, days: string, first?: string): string;
  readonly at: string;
  readonly yes: string;
  readonly no: string;
}

/** The first day of the measured month, and a week and a day before it. */
const FIRST = '2027-03-01';
const WEEK_BEFORE = '2027-02-21';

const words: Record<Dialect, Words> = {
  sqlite: {
    series: (count) =>
      `(with recursive s(n) as (select 1 union all select n + 1 from s where n < ${count}) select n from s) as s`,
    documentId: (kind, n) => `'${kind}' || printf('%021d', ${n})`,
    day: (months, days, first = FIRST) =>
      `date('${first}', '+' || (${months}) || ' months', '+' || (${days}) || ' days')`,
    at: String(Date.parse('2026-11-02T09:00:00Z')),
    yes: '1',
    no: '0',
  },
  postgres: {
    series: (count) => `generate_series(1, ${count}) as s(n)`,
    documentId: (kind, n) => `'${kind}' || lpad((${n})::text, 21, '0')`,
    day: (months, days, first = FIRST) =>
      `(date '${first}' + make_interval(months => (${months})::int, days => (${days})::int))::date`,
    at: `timestamp '2026-11-02 09:00:00'`,
    yes: 'true',
    no: 'false',
  },
};

const counts = (size: Size) => {
  const payments = Math.ceil(size / PER_PAYMENT);
  return { payments, instalments: payments * PER_PAYMENT, customers: size / 20 };
};

/** Whose a payment is: 40 for each of the measured customers, the others in turn. */
const customerOf = (p: string, customers: number) =>
  `case when ${p} <= ${measured.payments} then 1 + (${p} - 1) / ${measured.perCustomer} else 11 + (${p} - 401) % ${customers - 10} end`;

const firstMonth = (p: string) => `case when ${p} <= ${measured.payments} then 0 else 12 + ${p} % ${MONTHS} end`;

/** Where a day of its month is the same in every month. */
const dayOfMonth = (p: string) => `(${p} * 7) % 28`;

interface Filling {
  readonly table: string;
  readonly count: number;
  /** Column → SQL of its value, in which `n` counts from 1. */
  readonly columns: Readonly<Record<string, string>>;
}

const directory = (w: Words, customers: number, times: Record<string, string>): Filling[] => [
  {
    table: 'payments_institutions',
    count: INSTITUTIONS,
    columns: {
      document_id: w.documentId('ins', 'n'),
      name: `'Institution ' || n`,
      search_text: `'institution ' || n`,
      code_scheme: `'free'`,
      code_scope: `'payment'`,
      single_use_codes: w.no,
      bank_days: '1',
      epc_qr: w.no,
      epc_remittance: `'reference'`,
      ...times,
    },
  },
  {
    table: 'payments_customers',
    count: customers,
    columns: {
      document_id: w.documentId('cus', 'n'),
      name: `'Customer ' || n`,
      search_text: `'customer ' || n || ' ' || (100000000 + n)`,
      tax_number: `'' || (100000000 + n)`,
      reminders_paused: w.no,
      ...times,
    },
  },
  {
    table: 'payments_contacts',
    count: customers,
    columns: {
      document_id: w.documentId('con', 'n'),
      name: `'Contact ' || n`,
      search_text: `'contact ' || n`,
      email: `case when n = 1 then '${measured.contact}' else 'contact' || n || '@example.com' end`,
      language: `'en'`,
      receives_notices: w.yes,
      receives_reminders: w.yes,
      ...times,
    },
  },
  {
    table: 'payments_customers_contacts_lnk',
    count: customers,
    columns: { customer_id: 'n', contact_id: 'n', contact_ord: '1', customer_ord: '1' },
  },
];

const debts = (
  w: Words,
  { payments, instalments, customers }: ReturnType<typeof counts>,
  times: Record<string, string>,
): Filling[] => {
  const p = `(1 + (n - 1) / ${PER_PAYMENT})`;
  const number = `(1 + (n - 1) % ${PER_PAYMENT})`;
  const due = w.day(`${firstMonth(p)} + ${number} - 1`, dayOfMonth(p));
  const remind = w.day(`${firstMonth(p)} + ${number} - 1`, dayOfMonth(p), WEEK_BEFORE);
  return [
    {
      table: 'payments_payments',
      count: payments,
      columns: {
        document_id: w.documentId('pay', 'n'),
        reference: `'P-' || n`,
        title: `'Levy ' || (n % 997)`,
        search_text: `'levy ' || (n % 997) || ' p-' || n`,
        customer_ref: customerOf('n', customers),
        institution_ref: `1 + n % ${INSTITUTIONS}`,
        payment_code: `'CODE' || (1000000 + n)`,
        payment_code_scheme: `'free'`,
        currency: `'EUR'`,
        kind: `'automatic'`,
        period: `'monthly'`,
        convention: `'following'`,
        total: `${PER_PAYMENT} * (10000 + n % 1000)`,
        paid: '0',
        next_due_date: w.day(firstMonth('n'), dayOfMonth('n')),
        instalment_count: String(PER_PAYMENT),
        state: `'open'`,
        attachments: `'[]'`,
        reminders_paused: w.no,
        announced_at: w.at,
        revision: '1',
        version: '1',
        changed_at: w.at,
        ...times,
      },
    },
    {
      table: 'payments_instalments',
      count: instalments,
      columns: {
        document_id: w.documentId('row', 'n'),
        payment_ref: p,
        number,
        amount: `10000 + ${p} % 1000`,
        paid: '0',
        surcharge: '0',
        nominal_date: due,
        due_date: due,
        pinned: w.no,
        state: `'open'`,
        remind_on: remind,
        remind_step: '-7',
        ...times,
      },
    },
    {
      table: 'payments_events',
      count: payments,
      columns: {
        document_id: w.documentId('eve', 'n'),
        payment_document_id: w.documentId('pay', 'n'),
        customer_document_id: w.documentId('cus', `(${customerOf('n', customers)})`),
        kind: `'created'`,
        actor_kind: `'admin'`,
        actor_id: `'1'`,
        actor_name: `'Anna Admin'`,
        loud: w.yes,
        visible: w.yes,
        version: '1',
        at: w.at,
        changes: `'[]'`,
        staff_changes: `'[]'`,
        ...times,
      },
    },
    {
      table: 'payments_instalments_payment_lnk',
      count: instalments,
      columns: { instalment_id: 'n', payment_id: p, instalment_ord: number },
    },
    {
      table: 'payments_payments_customer_lnk',
      count: payments,
      columns: { payment_id: 'n', customer_id: customerOf('n', customers), payment_ord: 'n' },
    },
    {
      table: 'payments_payments_institution_lnk',
      count: payments,
      columns: { payment_id: 'n', institution_id: `1 + n % ${INSTITUTIONS}` },
    },
  ];
};

/**
 * The statements that fill the empty tables of a database that Strapi has made, one a table: every value is computed from the row's number, so
 * two seeds of one size are equal, and seconds are enough for a million instalments.
 */
export const seedStatements = (dialect: Dialect, size: Size): string[] => {
  const w = words[dialect];
  const times = { created_at: w.at, updated_at: w.at, published_at: w.at };
  const all = counts(size);
  const statements = [...directory(w, all.customers, times), ...debts(w, all, times)].flatMap(
    ({ table, count, columns }) => {
      const names = ['id', ...Object.keys(columns)].join(', ');
      const values = ['n', ...Object.values(columns)].join(', ');
      const fill = `insert into ${table} (${names}) select ${values} from ${w.series(count)}`;
      return dialect === 'postgres'
        ? [fill, `select setval(pg_get_serial_sequence('${table}', 'id'), ${count})`]
        : [fill];
    },
  );
  // PostgreSQL's own service would come round to it within minutes; SQLite has none, and must do without.
  return dialect === 'postgres' ? [...statements, 'vacuum analyze'] : statements;
};
