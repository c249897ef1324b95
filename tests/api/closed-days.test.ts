import type { ClosedDayEffect, OfficeClosedDay, PublicHoliday } from '../../src/plugins/payments/contracts/closed-days';
import type { OfficeClosure } from '../../src/plugins/payments/contracts/office-closures';
import type { StaffInstalment } from '../../src/plugins/payments/contracts/instalment';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf, refusalOf } from '../support/answers';
import type { Http } from '../support/http';
import { createCustomer, createInstitution, createPayment, eur } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;
let customer: string;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').set('2026-11-23T10:00:00Z'));
  customer = (await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com')).documentId;
});

afterAll(() => server.stop());

const close = (day: object): Promise<OfficeClosedDay> => dataOf(staff.post('/payments/closed-days', day));
const open = ({ documentId }: OfficeClosedDay) => dataOf(staff.delete(`/payments/closed-days/${documentId}`));

const effects = (): Promise<ClosedDayEffect[]> => dataOf(staff.get('/payments/closed-days/effects'));
const apply = (chosen: { documentId: string; to: string }[], sendEmail = false) =>
  dataOf<{ documentId: string; outcome: string }[]>(
    staff.post('/payments/closed-days/apply', {
      effects: chosen.map(({ documentId, to }) => ({ documentId, to })),
      sendEmail,
    }),
  );

const single = (date: string, more: object = {}): Promise<StaffPayment> =>
  createPayment(staff, customer, { plan: { kind: 'single', total: eur('100.00'), date, ...more }, sendEmail: false });

const read = ({ documentId }: { documentId: string }): Promise<StaffPayment> =>
  dataOf(staff.get(`/payments/payments/${documentId}`));

const first = ({ instalments }: StaffPayment): StaffInstalment => instalments[0] as StaffInstalment;

const remindOn = ({ documentId }: StaffInstalment): Promise<string | null> =>
  server.evaluate(async ({ strapi }, id) => {
    const row = await strapi.db.query('plugin::payments.instalment').findOne({ where: { documentId: id } });
    return row.remindOn;
  }, documentId);

describe('closed days', () => {
  it('are added and removed once a date, with the field named where they cannot be', async () => {
    const day = await close({ date: '2027-06-01', name: 'Strike', reference: 'Decree 1/2027' });
    expect(day).toMatchObject({ effect: 'add', reference: 'Decree 1/2027' });
    const again = staff.post('/payments/closed-days', { date: '2027-06-01', name: 'Again' });
    expect(await refusalOf(again)).toEqual({ status: 409, fields: ['date'] });
    const nothing = staff.post('/payments/closed-days', {
      date: '2027-06-02',
      name: 'None',
      effect: 'remove',
    });
    expect(await refusalOf(nothing)).toEqual({ status: 400, fields: ['date'] });
    const impossible = staff.post('/payments/closed-days', { date: '2027-02-31', name: 'No day' });
    expect(await refusalOf(impossible)).toEqual({ status: 400, fields: ['date'] });
    const holiday = await close({ date: '2027-10-28', name: 'Ochi Day', effect: 'remove' });
    const moved = await dataOf<OfficeClosedDay>(
      staff.put(`/payments/closed-days/${day.documentId}`, {
        date: '2027-06-03',
        reference: null,
      }),
    );
    expect(moved).toMatchObject({ date: '2027-06-03', name: 'Strike', reference: null });
    const list = await dataOf<OfficeClosedDay[]>(staff.get('/payments/closed-days?from=2027-06-02&to=2027-12-31'));
    expect(list.map(({ date }) => date)).toEqual(['2027-06-03', '2027-10-28']);
    await open(day);
    await open(holiday);
    expect((await staff.get(`/payments/closed-days/${day.documentId}`)).status).toBe(404);
  });

  it('stand beside the public holidays of a year, each with where it is known from', async () => {
    const day = await close({ date: '2027-10-28', name: 'Ochi Day', effect: 'remove' });
    const holidays = await dataOf<PublicHoliday[]>(staff.get('/payments/closed-days/holidays?year=2027'));
    expect(holidays.find(({ date }) => date === '2027-10-28')).toMatchObject({ source: 'library', citation: null });
    expect(holidays.find(({ date }) => date === '2027-05-04')).toMatchObject({
      source: 'expected',
      movedFrom: '2027-05-01',
    });
    await open(day);
    for (const year of ['1969', '2200', 'soon', '2027.5']) {
      const refused = staff.get(`/payments/closed-days/holidays?year=${year}`);
      expect(await refusalOf(refused)).toEqual({ status: 400, fields: ['year'] });
    }
  });

  it('move the dates of new plans at once, with the decree as the reason', async () => {
    const day = await close({ date: '2027-02-19', name: 'Strike' });
    expect(first(await single('2027-02-19'))).toMatchObject({
      dueDate: '2027-02-22',
      shift: { kind: 'decree', name: 'Strike' },
    });
    await open(day);
    await apply(await effects());
  });
});

describe('the effects of a change', () => {
  it('are shown and move nothing before staff confirm; history and reminders follow', async () => {
    const payment = await single('2027-02-12');
    const pinned = await single('2027-02-12', { pinned: true });
    const day = await close({ date: '2027-02-12', name: 'Strike', reference: 'Decree 2/2027' });
    const shown = await effects();
    expect(shown).toEqual([
      {
        documentId: first(payment).documentId,
        payment: { documentId: payment.documentId, title: payment.title, reference: payment.reference },
        customer: { documentId: customer, name: 'Papadaki Eleni' },
        institution: null,
        number: 1,
        of: 1,
        outstanding: eur('100.00'),
        nominalDate: '2027-02-12',
        from: '2027-02-12',
        to: '2027-02-15',
        shift: { kind: 'decree', name: 'Strike' },
      },
    ]);
    expect(first(await read(payment)).dueDate).toBe('2027-02-12');

    expect((await apply(shown)).map(({ outcome }) => outcome)).toEqual(['moved']);
    const moved = await read(payment);
    expect(first(moved)).toMatchObject({ dueDate: '2027-02-15', nominalDate: '2027-02-12' });
    expect(first(await read(pinned)).dueDate).toBe('2027-02-12');
    expect(moved.history[0]).toMatchObject({
      by: { kind: 'admin', name: 'Anna Admin' },
      loud: false,
      changes: [{ field: 'dueDate', number: 1, before: '2027-02-12', after: '2027-02-15' }],
    });
    // A week before Monday the 15th.
    expect(await remindOn(first(moved))).toBe('2027-02-08');
    expect(await effects()).toEqual([]);
    expect((await apply(shown)).map(({ outcome }) => outcome)).toEqual(['changed-meanwhile']);

    await open(day);
    expect((await effects()).map(({ from, to, shift }) => [from, to, shift])).toEqual([
      ['2027-02-15', '2027-02-12', null],
    ]);
    await apply(await effects());
    expect(first(await read(payment))).toMatchObject({ dueDate: '2027-02-12', shift: null });
    expect(await remindOn(first(moved))).toBe('2027-02-05');
  });

  it('reach the contact by email where staff ask for it, and nobody where they do not', async () => {
    const notices = () => server.evaluate(({ strapi }) => strapi.db.query('plugin::payments.notice').count());
    const payment = await single('2027-03-05');
    const before = await notices();
    const day = await close({ date: '2027-03-05', name: 'Strike' });
    await apply(await effects(), false);
    expect(await notices()).toBe(before);
    await open(day);
    await apply(await effects(), true);
    expect(await notices()).toBe(before + 1);
    expect(first(await read(payment)).dueDate).toBe('2027-03-05');
  });

  it('leave out what is paid, pinned or cancelled, and what staff did not choose', async () => {
    const [paid, cancelled, chosen, left] = await Promise.all([1, 2, 3, 4].map(() => single('2027-04-09')));
    if (!paid || !cancelled || !chosen || !left) throw new Error('four payments');
    const settle = { revision: paid.revision, paidOn: '2026-11-20', sendEmail: false };
    await dataOf(staff.post(`/payments/instalments/${first(paid).documentId}/settle`, settle));
    await dataOf(
      staff.post(`/payments/payments/${cancelled.documentId}/cancel`, {
        revision: cancelled.revision,
        sendEmail: false,
      }),
    );
    const day = await close({ date: '2027-04-09', name: 'Strike' });
    const shown = await effects();
    expect(shown.map(({ payment }) => payment.documentId).sort()).toEqual([chosen.documentId, left.documentId].sort());
    await apply(shown.filter(({ payment }) => payment.documentId === chosen.documentId));
    const dates = await Promise.all(
      [paid, cancelled, chosen, left].map(async (each) => first(await read(each)).dueDate),
    );
    expect(dates).toEqual(['2027-04-09', '2027-04-09', '2027-04-12', '2027-04-09']);
    await open(day);
    await apply(await effects());
  });

  it('keep the instalments of an automatic plan apart', async () => {
    const plan = {
      kind: 'automatic',
      total: eur('300.00'),
      amount: '100.00',
      count: 3,
      firstDate: '2027-09-03',
      period: 'weekly',
      convention: 'following',
    };
    const payment = await createPayment(staff, customer, { plan, sendEmail: false });
    const days = [];
    for (const date of ['2027-09-10', '2027-09-13', '2027-09-14', '2027-09-15', '2027-09-16', '2027-09-17']) {
      days.push(await close({ date, name: 'Flood' }));
    }
    expect((await effects()).map(({ number, from, to, shift }) => [number, from, to, shift?.kind])).toEqual([
      [2, '2027-09-10', '2027-09-20', 'decree'],
      [3, '2027-09-17', '2027-09-21', 'collision'],
    ]);
    await apply(await effects());
    expect((await read(payment)).instalments.map(({ dueDate }) => dueDate)).toEqual([
      '2027-09-03',
      '2027-09-20',
      '2027-09-21',
    ]);
    expect(await effects()).toEqual([]);
    for (const day of days) await open(day);
    await apply(await effects());
    expect((await read(payment)).instalments.map(({ dueDate }) => dueDate)).toEqual([
      '2027-09-03',
      '2027-09-10',
      '2027-09-17',
    ]);
  });

  it('follow the period and the convention that the rest was re-planned by', async () => {
    const plan = { kind: 'single', total: eur('300.00'), date: '2027-10-15', convention: 'following' };
    const payment = await createPayment(staff, customer, { plan, sendEmail: false });
    const replanned = await dataOf<StaffPayment>(
      staff.post(`/payments/payments/${payment.documentId}/replan`, {
        revision: 1,
        firstDate: '2027-10-15',
        period: 'month-end',
        count: 2,
        sendEmail: false,
      }),
    );
    expect(replanned).toMatchObject({ kind: 'automatic', period: 'month-end', convention: null });
    expect(replanned.instalments.map(({ dueDate }) => dueDate)).toEqual(['2027-10-29', '2027-11-30']);
    expect(await effects()).toEqual([]);
    const day = await close({ date: '2027-10-29', name: 'Strike' });
    // The last open day before the month's end, and 28 October is Ochi Day.
    expect((await effects()).map(({ from, to }) => [from, to])).toEqual([['2027-10-29', '2027-10-27']]);
    await open(day);

    const typed = staff.put(`/payments/instalments/${first(replanned).documentId}`, {
      revision: 2,
      dueDate: '2027-09-19',
      sendEmail: false,
    });
    expect(first(await dataOf(typed))).toMatchObject({ nominalDate: '2027-09-19', dueDate: '2027-09-17' });
    expect(await effects()).toEqual([]);
  });

  it('are none where only the institution’s convention changed', async () => {
    const institution = await createInstitution(staff, 'Changed its mind', { convention: 'following' });
    const more = { institution: institution.documentId, sendEmail: false };
    await createPayment(staff, customer, { plan: { kind: 'single', total: eur('1.00'), date: '2027-05-08' }, ...more });
    await dataOf(staff.put(`/payments/institutions/${institution.documentId}`, { convention: 'preceding' }));
    expect(await effects()).toEqual([]);
  });
});

it('reminders of dates that stay move off a day that closes', async () => {
  const payment = await single('2027-01-29');
  expect(await remindOn(first(payment))).toBe('2027-01-22');
  const day = await close({ date: '2027-01-22', name: 'Snow' });
  expect(await remindOn(first(payment))).toBe('2027-01-21');
  await open(day);
  expect(await remindOn(first(payment))).toBe('2027-01-22');
});

it('a script’s closed day is heeded too', async () => {
  await server.evaluate(async ({ strapi }) => {
    await strapi
      .documents('plugin::payments.closed-day')
      .create({ data: { date: '2027-07-09', name: 'Scripted', effect: 'add' } });
  });
  expect(first(await single('2027-07-09')).dueDate).toBe('2027-07-12');
});

it('office closures are another list and move no due date', async () => {
  const closure = await dataOf<OfficeClosure>(
    staff.post('/payments/office-closures', {
      startDate: '2027-08-09',
      endDate: '2027-08-20',
      name: 'Summer',
    }),
  );
  expect(first(await single('2027-08-10')).dueDate).toBe('2027-08-10');
  const one = await dataOf<OfficeClosure>(
    staff.post('/payments/office-closures', { startDate: '2027-12-07', name: 'Name day' }),
  );
  expect(one.endDate).toBe('2027-12-07');
  const path = `/payments/office-closures/${closure.documentId}`;
  expect(await refusalOf(staff.put(path, { endDate: '2027-08-01' }))).toEqual({ status: 400, fields: ['endDate'] });
  expect(await dataOf(staff.put(path, { endDate: '2027-08-22' }))).toMatchObject({
    endDate: '2027-08-22',
    name: 'Summer',
  });
  const list = await dataOf<OfficeClosure[]>(staff.get('/payments/office-closures?from=2027-08-21&to=2027-09-30'));
  expect(list.map(({ name }) => name)).toEqual(['Summer']);
  await dataOf(staff.delete(path));
  expect((await staff.get(path)).status).toBe(404);
});
