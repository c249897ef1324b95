import type { SeriesValue } from '../../src/plugins/payments/contracts/series';
import { getSeries, listSeries } from '../../src/plugins/payments/contracts/series';
import type { SeriesGridResult, SeriesGridRow } from '../../src/plugins/payments/contracts/series-grid';
import { getSeriesGrid } from '../../src/plugins/payments/contracts/series-grid';
import { createCustomerSide } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { createCustomer } from '../support/office';
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

interface Answer {
  readonly data: SeriesValue;
  readonly error: Refusal['error'];
}
type Fields = Readonly<Record<string, unknown>>;

const post = (more: Fields) =>
  office.admin.post<Answer>('/payments/series', {
    customer: office.customers.papadaki,
    institution: office.institution,
    title: 'Contributions',
    period: 'monthly',
    rule: { kind: 'month-end' },
    currency: 'EUR',
    amount: '238.22',
    start: '2026-12-01',
    naming: 'before',
    ...more,
  });

const create = async (more: Fields): Promise<SeriesValue> => {
  const { status, body } = await post(more);
  if (status !== 200) throw new Error(JSON.stringify(body));
  getSeries.answer.parse(body);
  return body.data;
};

const put = ({ documentId, revision }: SeriesValue, changes: Fields) =>
  office.admin.put<Answer>(`/payments/series/${documentId}`, { revision, ...changes });

const change = async (series: SeriesValue, changes: Fields): Promise<SeriesValue> => {
  const { status, body } = await put(series, changes);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data;
};

const read = async ({ documentId }: SeriesValue): Promise<SeriesValue> =>
  (await office.admin.get<Answer>(`/payments/series/${documentId}`)).body.data;

const at = (day: string, hour = '08') =>
  server.evaluate(
    ({ strapi }, now) => strapi.plugin('payments').service('clock').set(now),
    `${day}T${hour}:00:00.000Z`,
  );

const tick = () => server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());

const paymentsOf = async (q: string): Promise<{ title: string; nextDueDate: string | null }[]> => {
  const path = `/payments/payments?q=${encodeURIComponent(q)}&sort=nextDueDate:asc&pageSize=100`;
  return (await office.admin.get<{ data: { title: string; nextDueDate: string | null }[] }>(path)).body.data;
};

const periods = ({ periods: rows }: SeriesValue) => rows.map(({ number, state }) => `${number} ${state}`);
const codesOf = ({ error }: Pick<Refusal, 'error'>) =>
  error.details.errors?.map(({ code, path }) => `${path.join('.')}: ${code}`);

const mailsAbout = (words: string) => mailbox.mails.filter(({ text }) => String(text).includes(words));

afterEach(() => at('2026-11-23'));

describe('a series', () => {
  it('makes each payment fifteen days before it is due, names it, and tells the contacts once', async () => {
    const series = await create({ title: 'Ahead' });
    expect(series.next).toEqual({ number: 1, nominalDate: '2026-12-31', dueDate: '2026-12-31', madeOn: '2026-12-16' });
    await at('2026-12-15');
    await tick();
    expect(await paymentsOf('Ahead')).toEqual([]);
    await at('2026-12-16');
    await tick();
    await tick();
    expect(await paymentsOf('Ahead')).toMatchObject([{ title: 'Ahead 11/2026', nextDueDate: '2026-12-31' }]);
    expect(mailsAbout('Ahead 11/2026')).toHaveLength(1);
    expect(periods(await read(series)).slice(0, 2)).toEqual(['1 created', '2 expected']);
  });

  it('catches up a year in which the process was off for two months', async () => {
    const series = await create({ title: 'Year', start: '2027-01-01', end: '2027-12-31' });
    for (const month of ['01', '02', '03', '04', '07', '08', '09', '10', '11', '12']) {
      await at(`2027-${month}-20`);
      await tick();
    }
    const made = await paymentsOf('Year');
    expect(made.map(({ title }) => title)).toEqual(
      ['12/2026', ...Array.from({ length: 11 }, (_, index) => `${String(index + 1).padStart(2, '0')}/2027`)].map(
        (label) => `Year ${label}`,
      ),
    );
    expect(new Set(made.map(({ nextDueDate }) => nextDueDate)).size).toBe(12);
    expect((await read(series)).next).toBeNull();
    expect(mailsAbout('Year 04/2027')).not.toHaveLength(0);
  });

  it('makes what is near at once, and asks before it makes what has passed', async () => {
    const near = await create({ title: 'Near', start: '2026-11-01' });
    expect(periods(near)[0]).toBe('1 created');
    const past = await post({ title: 'Long ago', start: '2026-09-01' });
    expect(past.body.error.details.confirm).toMatchObject([{ code: 'past-periods' }]);
    const confirmed = await create({ title: 'Long ago', start: '2026-09-01', confirmed: ['past-periods'] });
    expect(periods(confirmed).slice(0, 4)).toEqual(['1 created', '2 created', '3 created', '4 expected']);
  });

  it('changes amount, code and rule from a period on', async () => {
    const series = await create({ title: 'Changing', start: '2026-11-01' });
    const changed = await change(series, {
      from: 3,
      amount: '300.00',
      rule: { kind: 'day-of-month', day: 10 },
      paymentCode: { value: 'RF18539007547034', scheme: 'rf' },
    });
    expect(changed.terms.map(({ from }) => from)).toEqual([1, 3]);
    expect(changed.periods.slice(0, 4).map(({ nominalDate, amount }) => [nominalDate, amount?.value])).toEqual([
      ['2026-11-30', '238.22'],
      ['2026-12-31', '238.22'],
      ['2027-01-10', '300.00'],
      ['2027-02-10', '300.00'],
    ]);
    const made = await put(changed, { from: 1, amount: '1.00' });
    expect(made.status).toBe(400);
    expect(codesOf(made.body)).toEqual(['from: period-made']);
  });

  it('skips a period and takes it back, stops, and goes on without what fell due meanwhile', async () => {
    let series = await create({ title: 'Skipping' });
    series = await change(series, { skip: [1, 3] });
    await at('2027-02-20');
    await tick();
    series = await read(series);
    expect(periods(series).slice(0, 4)).toEqual(['1 skipped', '2 created', '3 skipped', '4 expected']);
    series = await change(series, { unskip: [3], state: 'stopped' });
    await at('2027-06-10');
    await tick();
    expect(await paymentsOf('Skipping')).toHaveLength(1);
    series = await change(series, { state: 'active' });
    expect((await paymentsOf('Skipping')).map(({ title }) => title)).toEqual(['Skipping 12/2026']);
    expect(series.next).toMatchObject({ nominalDate: '2027-06-30' });
    const made = await put(series, { skip: [2] });
    expect(codesOf(made.body)).toEqual(['skip.0: period-made']);
  });

  it('names as its next period the first that is to be made, and what is agreed for that one', async () => {
    await at('2026-12-01');
    const series = await change(await create({ title: 'Past the skipped' }), { from: 3, amount: '250.00' });
    const skipped = await change(series, { skip: [1, 2] });
    const february = { next: { number: 3, nominalDate: '2027-02-28' }, amount: { value: '250.00' } };
    expect(skipped).toMatchObject(february);
    const { body } = await office.admin.get<{ data: SeriesValue[] }>('/payments/series?q=Past+the+skipped');
    expect(body.data).toEqual([expect.objectContaining({ next: skipped.next })]);
    await at('2027-02-05');
    await tick();
    expect(await read(series)).toMatchObject(february);
    expect(await paymentsOf('Past the skipped')).toEqual([]);
    const back = await change(await read(series), { unskip: [2] });
    expect((await paymentsOf('Past the skipped')).map(({ nextDueDate }) => nextDueDate)).toEqual(['2027-01-29']);
    expect(back).toMatchObject(february);
  });

  it('stops with its customer, who is archived', async () => {
    const series = await create({ title: 'Of Kafe', customer: office.customers.kafe });
    await office.admin.post(`/payments/customers/${office.customers.kafe}/archive`, { archived: true });
    await at('2027-03-20');
    await tick();
    expect(await paymentsOf('Of Kafe')).toEqual([]);
    expect(await read(series)).toMatchObject({ state: 'stopped', next: null });
    const refused = await put(await read(series), { state: 'active' });
    expect(codesOf(refused.body)).toEqual(['state: series-archived']);
    const another = await post({ title: 'Of an archived', customer: office.customers.kafe });
    expect(codesOf(another.body)).toEqual(['customer: customer-unknown']);
    await office.admin.post(`/payments/customers/${office.customers.kafe}/archive`, { archived: false });
    await tick();
    expect(await paymentsOf('Of Kafe')).toEqual([]);
  });

  it('is refused with the field and the repair', async () => {
    const refusals: [Fields, string][] = [
      [{ customer: 'unknown1' }, 'customer: customer-unknown'],
      [{ institution: 'unknown1' }, 'institution: institution-unknown'],
      [{ period: 'weekly' }, 'rule: rule-of-weeks'],
      [{ convention: 'following' }, 'convention: convention-refused'],
      [{ amount: '0.00' }, 'amount: amount-not-positive'],
      [{ amount: '1.234' }, 'amount: amount-too-precise'],
      [{ end: '2026-11-30' }, 'end: end-before-start'],
      [{ paymentCode: { value: 'RF17539007547034', scheme: 'rf' } }, 'paymentCode.value: code-check-digits'],
    ];
    for (const [more, code] of refusals) {
      const { status, body } = await post(more);
      expect([status, codesOf(body)]).toEqual([400, [code]]);
    }
  });

  it('refuses a stale revision, and is deleted only while nothing was made from it', async () => {
    const series = await create({ title: 'Stale' });
    await change(series, { title: 'Renamed' });
    expect((await put(series, { title: 'Late' })).status).toBe(409);
    const made = await create({ title: 'Made', start: '2026-11-01' });
    expect((await office.admin.delete(`/payments/series/${made.documentId}?revision=1`)).status).toBe(409);
    expect((await office.admin.delete(`/payments/series/${series.documentId}?revision=2`)).status).toBe(200);
    expect((await office.admin.get(`/payments/series/${series.documentId}`)).status).toBe(404);
  });

  it('is found by its title and its customer', async () => {
    await create({ title: 'Ασφάλιστρα' });
    for (const q of ['ασφαλιστρα', 'papadaki']) {
      const { body } = await office.admin.get<{ data: SeriesValue[] }>(`/payments/series?q=${encodeURIComponent(q)}`);
      listSeries.answer.parse(body);
      expect(body.data.map(({ title }) => title)).toContain('Ασφάλιστρα');
    }
  });
});

describe('the grid of a month', () => {
  const grid = async (month: string, title: string): Promise<SeriesGridRow[]> => {
    const path = `/payments/series/grid?month=${month}&title=${encodeURIComponent(title)}`;
    const { body } = await office.admin.get<{ data: { rows: SeriesGridRow[] } }>(path);
    getSeriesGrid.answer.parse(body);
    return body.data.rows;
  };
  const fill = async (items: readonly Fields[]): Promise<SeriesGridResult[]> => {
    const { status, body } = await office.admin.put<{ data: { results: SeriesGridResult[] } }>(
      '/payments/series/grid',
      { items, sendEmail: true },
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.data.results;
  };
  const keys = ({ series, number, revision }: SeriesGridRow) => ({ series, number, revision });
  const code = { value: 'RF18539007547034', scheme: 'rf' };

  it('holds an amount that follows: no payment, no mail, on no customer’s side, on Today; completing it sends one mail', async () => {
    const series = await create({ title: 'Following', amount: null, customer: office.customers.boreas });
    await at('2026-12-24');
    await tick();
    expect(periods(await read(series))[0]).toBe('1 waiting');
    expect(await paymentsOf('Following')).toEqual([]);
    expect(mailsAbout('Following')).toEqual([]);
    const mine = await office.boris.http.get<{ data: { title: string }[] }>('/api/payments/obligations?q=Following');
    expect(mine.body.data).toEqual([]);
    const today = await office.admin.get<{ data: { toFollow: { items: { title: string }[] } } }>('/payments/today');
    expect(today.body.data.toFollow.items).toMatchObject([
      { title: 'Following 11/2026', customer: { name: 'Boreas AE' }, dueDate: '2026-12-31' },
    ]);
    const [row] = (await grid('2026-12', 'Following')) as [SeriesGridRow];
    expect(row).toMatchObject({ state: 'waiting', amount: null, payment: null });
    const [result] = await fill([{ ...keys(row), amount: '512.40', paymentCode: code }]);
    expect(result).toMatchObject({ done: true, reason: null, row: { state: 'created', amount: { value: '512.40' } } });
    await tick();
    expect(mailsAbout('Following 11/2026')).toHaveLength(1);
    expect(mailsAbout('Following 11/2026')[0]?.text).toContain('512.40');
    expect(await paymentsOf('Following')).toHaveLength(1);
  });

  it('keeps a code that is typed before the amount', async () => {
    await create({ title: 'Code first', amount: null });
    await at('2026-12-24');
    await tick();
    const [row] = (await grid('2026-12', 'Code first')) as [SeriesGridRow];
    const [coded] = (await fill([{ ...keys(row), paymentCode: code }])) as [SeriesGridResult];
    expect(coded.row).toMatchObject({ state: 'waiting', revision: 2, paymentCode: { value: code.value } });
    const [done] = (await fill([{ ...keys(coded.row as SeriesGridRow), amount: '10.00' }])) as [SeriesGridResult];
    expect(done.row).toMatchObject({ state: 'created', paymentCode: { value: code.value } });
  });

  it('makes a period before its time, which the tick then leaves alone', async () => {
    const series = await create({ title: 'Early', start: '2027-05-01' });
    const [row] = (await grid('2027-05', 'Early')) as [SeriesGridRow];
    expect(row).toMatchObject({ state: 'expected', revision: 0, amount: { value: '238.22' } });
    await fill([{ ...keys(row), amount: '99.00' }]);
    await at('2027-05-25');
    await tick();
    expect(await paymentsOf('Early')).toHaveLength(1);
    expect(periods(await read(series)).slice(0, 2)).toEqual(['1 created', '2 expected']);
  });

  it('changes payments that exist, refuses stale and wrong lines by name, and saves the others', async () => {
    await create({ title: 'Mixed', start: '2026-11-01' });
    await create({ title: 'Mixed', start: '2026-11-01', customer: office.customers.boreas, amount: null });
    const [boreas, papadaki] = (await grid('2026-11', 'Mixed')) as [SeriesGridRow, SeriesGridRow];
    expect([boreas.state, papadaki.state]).toEqual(['waiting', 'created']);
    const first = await fill([
      { ...keys(boreas), amount: '-5.00', paymentCode: { value: 'RF17539007547034', scheme: 'rf' } },
      { ...keys(papadaki), amount: '250.00' },
      { series: 'unknown1', number: 1, revision: 1, amount: '1.00' },
    ]);
    expect(first.map(({ done, reason }) => [done, reason])).toEqual([
      [false, 'invalid'],
      [true, null],
      [false, 'not-found'],
    ]);
    expect(first[0]?.errors.map(({ field, code: name }) => `${field} ${name}`)).toEqual([
      'amount amount-not-positive',
      'paymentCode code-check-digits',
    ]);
    const [stale, same] = await fill([
      { ...keys(papadaki), amount: '260.00' },
      { ...keys(boreas), paymentCode: null },
    ]);
    expect([stale?.reason, same?.reason]).toEqual(['stale', 'unchanged']);
    expect(stale?.row).toMatchObject({ amount: { value: '250.00' }, revision: 2 });
  });

  it('tells a contact of several of its edits in one mail', async () => {
    const first = await createCustomer(office.admin, 'First of two', 'of-both@example.com');
    const second = await createCustomer(office.admin, 'Second of two', null, {
      contacts: [],
      existingContacts: first.contacts.map(({ documentId }) => documentId),
    });
    for (const { documentId } of [first, second]) {
      await create({ title: 'Edited together', start: '2026-11-01', customer: documentId });
    }
    const rows = await grid('2026-11', 'Edited together');
    await at('2026-11-23', '10');
    await tick();
    const before = mailsAbout('Edited together').length;
    await fill(rows.map((row) => ({ ...keys(row), amount: '245.10', paymentCode: code })));
    await at('2026-11-23', '11');
    await tick();
    const mails = mailsAbout('Edited together').slice(before);
    expect(mails).toHaveLength(1);
    expect(String(mails[0]?.text).match(/245[.,]10/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('leaves amounts alone that staff have shared out anew or that are paid already', async () => {
    await create({ title: 'Paid in part', start: '2026-11-01' });
    const [row] = (await grid('2026-11', 'Paid in part')) as [SeriesGridRow];
    const path = `/payments/payments/${row.payment?.documentId}`;
    const { body } = await office.admin.get<{ data: { revision: number; instalments: { documentId: string }[] } }>(
      path,
    );
    await office.admin.post(`/payments/instalments/${body.data.instalments[0]?.documentId}/settle`, {
      revision: body.data.revision,
      amount: '100.00',
      paidOn: '2026-11-23',
      sendEmail: false,
    });
    const [result] = await fill([{ ...keys(row), revision: body.data.revision + 1, amount: '99.00' }]);
    expect(result?.errors).toMatchObject([{ field: 'amount', code: 'period-part-paid' }]);
  });

  it('reads and completes many in a number of statements that does not grow with them', async () => {
    for (const title of ['Two', 'Twenty']) {
      for (let index = 0; index < (title === 'Two' ? 2 : 20); index += 1) await create({ title, amount: null });
    }
    const few = await countStatements(server, () => grid('2026-12', 'Two'));
    expect(await countStatements(server, () => grid('2026-12', 'Twenty'))).toBe(few);
    const statements = async (title: string): Promise<number> => {
      const rows = await grid('2026-12', title);
      let codes = 0;
      return countStatements(server, async () => {
        // Asked several times: each time the lines that wait get another code, and at last an amount.
        codes += 1;
        const value = codes % 2 === 1 ? 'RF18539007547034' : null;
        const lines = codes === 1 ? rows : await grid('2026-12', title);
        await fill(lines.map((row) => ({ ...keys(row), paymentCode: value && { value, scheme: 'rf' } })));
      });
    };
    const [two, twenty] = [await statements('Two'), await statements('Twenty')];
    expect(twenty).toBe(two);
  });
});
