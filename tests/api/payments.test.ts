import { staffPayment } from '../../src/plugins/payments/contracts/payment';
import type { StaffPayment, StaffPaymentItem } from '../../src/plugins/payments/contracts/payment';
import type { PlanPreview } from '../../src/plugins/payments/contracts/plan';
import { createHttp, type Http } from '../support/http';
import { createCustomer, createInstitution, createPayment, eur, twelveInstalments } from '../support/office';
import type { Envelope, Refusal } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;
let customer: string;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  customer = (await createCustomer(staff, 'Παπαδόπουλος Αλέξανδρος', 'alex@example.com', { taxNumber: '094259216' }))
    .documentId;
});

afterAll(() => server.stop());

const countRows = () =>
  server.evaluate(async ({ strapi }) => {
    const counts = await Promise.all(
      ['payment', 'instalment', 'event', 'notice'].map((type) => strapi.db.query(`plugin::payments.${type}`).count()),
    );
    return counts.join(' ');
  });

const path = (payment: { documentId: string }) => `/payments/payments/${payment.documentId}`;

describe('registering a payment', () => {
  test('what the preview shows is what is saved', async () => {
    const preview = await staff.post<Envelope<PlanPreview>>('/payments/plan/preview', twelveInstalments);
    expect(preview.status).toBe(200);
    const rows = preview.body.data.instalments;
    expect(rows).toHaveLength(12);
    expect(rows[11]?.amount).toEqual(eur('166.63'));
    expect(rows[0]).toMatchObject({ nominalDate: '2027-01-31', dueDate: '2027-02-01', shift: { kind: 'weekend' } });

    const payment = await createPayment(staff, customer);
    expect(() => staffPayment.parse(payment)).not.toThrow();
    expect(
      payment.instalments.map(({ number, amount, nominalDate, dueDate, shift }) => ({
        number,
        amount,
        nominalDate,
        dueDate,
        shift,
      })),
    ).toEqual(
      rows.map(({ number, amount, nominalDate, dueDate, shift }) => ({ number, amount, nominalDate, dueDate, shift })),
    );
    expect(payment).toMatchObject({
      revision: 1,
      total: eur('2000.00'),
      outstanding: eur('2000.00'),
      state: 'open',
      nextDueDate: '2027-02-01',
      instalmentCount: 12,
    });
    expect(payment.reference).toMatch(/^P-\d+$/);
    expect(payment.history).toMatchObject([{ kind: 'created', by: { kind: 'admin', name: 'Anna Admin' }, loud: true }]);
  });

  test.each([
    ['a sum that cannot fit', { plan: { ...twelveInstalments, amount: '300.00', count: 4 } }, ['plan', 'count']],
    ['an unknown customer', { customer: 'nobody000000000000000000' }, ['customer']],
    ['an unknown institution', { institution: 'nobody000000000000000000' }, ['institution']],
    ['a bad payment code', { paymentCode: { value: 'RF17539007547034', scheme: 'rf' } }, ['paymentCode', 'value']],
    ['31 February', { plan: { kind: 'single', total: eur('10.00'), date: '2027-02-31' } }, ['plan', 'date']],
    [
      'more than 2^53',
      { plan: { kind: 'single', total: eur('9007199254740993.00'), date: '2027-02-26' } },
      ['plan', 'total', 'value'],
    ],
    ['half a cent', { plan: { kind: 'single', total: eur('10.005'), date: '2027-02-26' } }, ['plan', 'total', 'value']],
    ['an unknown field', { managerComment: 'x' }, ['managerComment']],
    ['a title of two lines', { title: 'Tax\r\nBcc: x@example.com' }, ['title']],
    ['the state', { state: 'settled' }, ['state']],
  ])('refuses %s, names the field, and writes nothing', async (_what, wrong, field) => {
    const before = await countRows();
    const body = { customer, title: 'Wrong', plan: twelveInstalments, sendEmail: true, ...wrong };
    const answer = await staff.post<Refusal>('/payments/payments', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.name).toBe('ValidationError');
    expect(answer.body.error.details.errors?.map((error) => error.path)).toContainEqual(field);
    expect(await countRows()).toBe(before);
  });

  test('an impossible plan comes with repairs that are valid themselves', async () => {
    const plan = { ...twelveInstalments, amount: '300.00', count: 4 };
    const { body } = await staff.post<Refusal>('/payments/plan/preview', plan);
    const repairs = body.error.details.repairs ?? [];
    expect(repairs).toEqual(expect.arrayContaining([{ count: 7 }, { amount: '500.00' }]));
    for (const repair of repairs) {
      expect((await staff.post('/payments/plan/preview', { ...plan, ...repair })).status).toBe(200);
    }
  });

  test("somebody else's code is saved only when staff confirm it", async () => {
    const code = { value: '090000045 123456789 123456789012', scheme: 'gr-tax' };
    const body = { customer, title: 'Debt', plan: twelveInstalments, sendEmail: false, paymentCode: code };
    const refused = await staff.post<Refusal>('/payments/payments', body);
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.confirm?.map((warning) => warning.code)).toEqual(['wrong-customer']);
    const confirmed = await staff.post<Envelope<StaffPayment>>('/payments/payments', {
      ...body,
      confirmed: ['wrong-customer'],
    });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.data.paymentCode?.display).toBe('090000045 123456789 123456789012');
  });

  test('the same debt twice needs a confirmation', async () => {
    const more = { paymentCode: { value: 'RF18539007547034', scheme: 'rf' }, sendEmail: false };
    await createPayment(staff, customer, more);
    const again = { customer, title: 'Again', plan: twelveInstalments, ...more };
    const refused = await staff.post<Refusal>('/payments/payments', again);
    expect(refused.body.error.details.confirm?.map((warning) => warning.code)).toEqual(['duplicate']);
  });

  test('a plan that runs already starts with its first instalments paid', async () => {
    const plan = { ...twelveInstalments, firstDate: '2026-01-31', alreadyPaid: 3 };
    const payment = await createPayment(staff, customer, { plan });
    expect(payment.instalments.map(({ state }) => state).slice(0, 4)).toEqual([
      'paid',
      'paid',
      'paid',
      expect.not.stringMatching('paid'),
    ]);
    expect(payment.paid).toEqual(eur('500.01'));
    expect(payment.outstanding).toEqual(eur('1499.99'));
  });
});

describe('editing', () => {
  test('an amount, with each place for the difference', async () => {
    const payment = await createPayment(staff, customer, {
      plan: {
        kind: 'automatic',
        total: eur('400.00'),
        amount: '100.00',
        count: 4,
        firstDate: '2027-01-15',
        period: 'monthly',
      },
    });
    const second = payment.instalments[1]?.documentId;
    const amounts = (answer: { body: Envelope<StaffPayment> }) =>
      answer.body.data.instalments.map(({ amount }) => amount.value);
    const edit = (revision: number, amount: string, rest: string) =>
      staff.put<Envelope<StaffPayment>>(`/payments/instalments/${second}`, {
        revision,
        amount,
        rest,
        sendEmail: false,
      });

    const total = await edit(1, '150.00', 'total');
    expect(amounts(total)).toEqual(['100.00', '150.00', '100.00', '100.00']);
    expect(total.body.data.total).toEqual(eur('450.00'));
    const last = await edit(2, '160.00', 'last');
    expect(amounts(last)).toEqual(['100.00', '160.00', '100.00', '90.00']);
    const spread = await edit(3, '130.00', 'spread');
    expect(amounts(spread)).toEqual(['110.00', '130.00', '110.00', '100.00']);
    expect(spread.body.data.total).toEqual(eur('450.00'));
  });

  test('a typed deadline gets the convention, unless it is kept', async () => {
    const payment = await createPayment(staff, customer);
    const url = `/payments/instalments/${payment.instalments[1]?.documentId}`;
    const moved = await staff.put<Envelope<StaffPayment>>(url, {
      revision: 1,
      dueDate: '2027-03-25',
      sendEmail: false,
    });
    expect(moved.body.data.instalments[1]).toMatchObject({
      nominalDate: '2027-03-25',
      dueDate: '2027-03-26',
      shift: { kind: 'holiday' },
    });
    const kept = await staff.put<Envelope<StaffPayment>>(url, {
      revision: 2,
      dueDate: '2027-03-25',
      pinned: true,
      sendEmail: false,
    });
    expect(kept.body.data.instalments[1]).toMatchObject({ dueDate: '2027-03-25', shift: null, pinned: true });
    expect(kept.body.data.history[0]?.changes).toContainEqual(
      expect.objectContaining({ field: 'dueDate', number: 2, before: '2027-03-26', after: '2027-03-25' }),
    );
  });

  test('the second of two editors is refused with what changed, and can save again', async () => {
    const payment = await createPayment(staff, customer);
    const first = await staff.put(path(payment), { revision: 1, title: 'First', sendEmail: false });
    expect(first.status).toBe(200);
    const second = await staff.put<Refusal>(path(payment), { revision: 1, title: 'Second', sendEmail: false });
    expect(second.status).toBe(409);
    expect(second.body.error).toMatchObject({
      name: 'ConflictError',
      details: { current: { revision: 2, title: 'First' } },
    });
    expect((await staff.put(path(payment), { revision: 2, title: 'Second', sendEmail: false })).status).toBe(200);
  });

  test('a manager comment is history for staff and nothing for the customer', async () => {
    const payment = await createPayment(staff, customer);
    const read = () =>
      server.evaluate(
        ({ strapi }, documentId) =>
          strapi.db
            .query('plugin::payments.payment')
            .findOne({ where: { documentId }, select: ['version', 'changedAt'] }),
        payment.documentId,
      );
    const before = await read();
    const { body } = await staff.put<Envelope<StaffPayment>>(path(payment), {
      revision: 1,
      managerComments: 'Secret',
      sendEmail: true,
    });
    expect(body.data).toMatchObject({ revision: 2, managerComments: 'Secret' });
    expect(body.data.history[0]).toMatchObject({
      changes: [],
      staffChanges: [{ field: 'managerComments', after: 'Secret' }],
    });
    expect(await read()).toEqual(before);
  });

  test('an edit that changes nothing leaves no trace', async () => {
    const payment = await createPayment(staff, customer);
    const before = await countRows();
    const { body } = await staff.put<Envelope<StaffPayment>>(path(payment), {
      revision: 1,
      title: payment.title,
      sendEmail: true,
    });
    expect(body.data.revision).toBe(1);
    expect(await countRows()).toBe(before);
  });
});

describe('paying', () => {
  const settleUrl = (payment: StaffPayment, index: number) =>
    `/payments/instalments/${payment.instalments[index]?.documentId}/settle`;

  test('in part, then the rest with a surcharge, then undone', async () => {
    const payment = await createPayment(staff, customer, {
      plan: { kind: 'single', total: eur('100.00'), date: '2027-01-15' },
    });
    const part = await staff.post<Envelope<StaffPayment>>(settleUrl(payment, 0), {
      revision: 1,
      amount: '40.00',
      paidOn: '2026-11-01',
      sendEmail: false,
    });
    expect(part.body.data).toMatchObject({ state: 'open', paid: eur('40.00'), outstanding: eur('60.00') });
    const tooMuch = await staff.post<Refusal>(settleUrl(payment, 0), {
      revision: 2,
      amount: '60.01',
      paidOn: '2026-11-01',
      sendEmail: false,
    });
    expect(tooMuch.status).toBe(400);
    const rest = await staff.post<Envelope<StaffPayment>>(settleUrl(payment, 0), {
      revision: 2,
      surcharge: '1.50',
      paidOn: '2026-11-02',
      sendEmail: false,
    });
    expect(rest.body.data).toMatchObject({
      state: 'settled',
      total: eur('100.00'),
      outstanding: eur('0.00'),
      nextDueDate: null,
    });
    expect(rest.body.data.instalments[0]).toMatchObject({ state: 'paid', surcharge: eur('1.50') });
    const undone = await staff.post<Envelope<StaffPayment>>(settleUrl(payment, 0).replace('settle', 'unsettle'), {
      revision: 3,
      sendEmail: false,
    });
    expect(undone.body.data).toMatchObject({ state: 'open', outstanding: eur('100.00') });
  });

  test('what is paid neither moves nor goes', async () => {
    const payment = await createPayment(staff, customer);
    await staff.post(settleUrl(payment, 0), { revision: 1, paidOn: '2026-11-01', sendEmail: false });
    const url = `/payments/instalments/${payment.instalments[0]?.documentId}`;
    expect((await staff.put(url, { revision: 2, dueDate: '2027-02-02', sendEmail: false })).status).toBe(400);
    expect((await staff.delete(`${url}?revision=2&sendEmail=false`)).status).toBe(400);
    expect((await staff.delete(`${path(payment)}?revision=2&sendEmail=false`)).status).toBe(409);
    expect((await staff.post(`${path(payment)}/cancel`, { revision: 2, sendEmail: false })).body).toMatchObject({
      data: { state: 'cancelled', outstanding: eur('0.00'), paid: eur('166.67') },
    });
    expect((await staff.post(`${path(payment)}/reopen`, { revision: 3, sendEmail: false })).body).toMatchObject({
      data: { state: 'open', outstanding: eur('1833.33') },
    });
  });
});

describe('re-planning', () => {
  test('the unpaid rest from a date; numbers run on and the sum stays', async () => {
    const payment = await createPayment(staff, customer);
    const replanned = await staff.post<Envelope<StaffPayment>>(`${path(payment)}/replan`, {
      revision: 1,
      firstDate: '2027-06-30',
      period: 'monthly',
      count: 5,
      sendEmail: true,
    });
    expect(replanned.status).toBe(200);
    expect(replanned.body.data.total).toEqual(eur('2000.00'));
    expect(replanned.body.data.instalments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  test('an instalment is added and taken out', async () => {
    const payment = await createPayment(staff, customer);
    const added = await staff.post<Envelope<StaffPayment>>(`${path(payment)}/instalments`, {
      revision: 1,
      amount: '50.00',
      date: '2027-04-15',
      sendEmail: false,
    });
    expect(added.body.data).toMatchObject({ total: eur('2050.00'), instalmentCount: 13 });
    const place = added.body.data.instalments.find(({ dueDate }) => dueDate === '2027-04-15');
    expect(place?.number).toBe(4);
    const removed = await staff.delete<Envelope<StaffPayment>>(
      `/payments/instalments/${place?.documentId}?revision=2&sendEmail=false`,
    );
    expect(removed.body.data).toMatchObject({ total: eur('2000.00'), instalmentCount: 12 });
  });
});

describe('lists', () => {
  test('find a customer without accents and case, and a title, code or reference', async () => {
    const institution = await createInstitution(staff, 'ΕΝΦΙΑ');
    const payment = await createPayment(staff, customer, {
      title: 'Φόρος ακινήτων',
      institution: institution.documentId,
    });
    const find = async (q: string) =>
      (
        await staff.get<Envelope<StaffPaymentItem[]>>(`/payments/payments?q=${encodeURIComponent(q)}&pageSize=100`)
      ).body.data.map(({ documentId }) => documentId);
    expect(await find('παπαδοπουλοσ')).toContain(payment.documentId);
    expect(await find('ΦΟΡΟΣ ακινητων')).toEqual([payment.documentId]);
    expect(await find(payment.reference)).toContain(payment.documentId);
    expect(await find('100%')).toEqual([]);
  });

  test.each([
    'pageSize=1000',
    'page=0',
    'sort=managerComments',
    'filters[title][$eq]=x',
    '$or=x',
    'populate=*',
    'state=late',
  ])('refuse %s', async (query) => {
    expect((await staff.get(`/payments/payments?${query}`)).status).toBe(400);
  });

  test('page and sort', async () => {
    const { body } = await staff.get<{
      data: StaffPaymentItem[];
      meta: { pagination: { total: number; pageCount: number } };
    }>('/payments/payments?state=all&sort=createdAt:desc&pageSize=2&page=2');
    expect(body.data).toHaveLength(2);
    expect(body.meta.pagination.pageCount).toBe(Math.ceil(body.meta.pagination.total / 2));
  });
});

test('the calendar has every instalment of its window, and the closed days by name', async () => {
  const list = await staff.get<{
    data: { dueDate: string }[];
    meta: { closedDays: { date: string; name: string; kind: string }[]; pagination: { total: number } };
  }>('/payments/calendar?from=2027-03-01&to=2027-03-31&pageSize=100');
  expect(list.status).toBe(200);
  expect(list.body.data.length).toBe(list.body.meta.pagination.total);
  expect(list.body.meta.closedDays.map(({ date }) => date)).toContain('2027-03-25');
  const days = await staff.get<{ data: { date: string; count: number; first: unknown[] }[] }>(
    '/payments/calendar?from=2027-03-01&to=2027-03-31&groupBy=day',
  );
  expect(days.status).toBe(200);
  expect(days.body.data.reduce((sum, { count }) => sum + count, 0)).toBe(list.body.meta.pagination.total);
  for (const day of days.body.data) expect(day.first.length).toBe(Math.min(day.count, 4));
});

test('anonymous callers get nothing', async () => {
  const anonymous = createHttp(server.url);
  for (const url of ['/payments/payments', '/payments/calendar?from=2027-03-01&to=2027-03-31', '/payments/settings']) {
    expect([401, 403]).toContain((await anonymous.get(url)).status);
  }
});
