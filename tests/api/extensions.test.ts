import type { ExtensionCandidate } from '../../src/plugins/payments/contracts/extension';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf, refusalOf } from '../support/answers';
import { extending, february, first } from '../support/extending';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { eur } from '../support/office';
import { countStatements } from '../support/statements';
import { createAdmin } from '../support/users';

let office: MailOffice;
let does: ReturnType<typeof extending>;

beforeAll(async () => {
  office = await startMailOffice();
  does = extending(office);
  await office.clock('2027-01-11T08:00:00Z');
});

afterAll(() => office.close());

describe('an extension is shown before anything moves', () => {
  it('with the open instalments of the date: paid and cancelled left out, pinned and part-paid told', async () => {
    const institution = await does.institutionOf('Shown');
    const { customer } = await office.someone();
    const silent = { sendEmail: false };
    const [open, paid, cancelled, partly, pinned] = await Promise.all([
      does.owe(customer, institution, silent),
      does.owe(customer, institution, { ...silent, title: 'Paid' }),
      does.owe(customer, institution, { ...silent, title: 'Cancelled' }),
      does.owe(customer, institution, { ...silent, title: 'Partly' }),
      does.owe(customer, institution, {
        ...silent,
        title: 'Pinned',
        plan: { kind: 'single', total: eur('1.00'), date: '2027-02-26', pinned: true },
      }),
    ]);
    await does.owe(customer, institution, {
      ...silent,
      plan: { kind: 'single', total: eur('1.00'), date: '2027-02-25' },
    });
    await does.owe(customer, await does.institutionOf('Another'), silent);
    const settle = { revision: 1, paidOn: '2027-01-11', sendEmail: false };
    await dataOf(office.staff.post(`/payments/instalments/${first(paid).documentId}/settle`, settle));
    await dataOf(
      office.staff.post(`/payments/instalments/${first(partly).documentId}/settle`, { ...settle, amount: '50.00' }),
    );
    await dataOf(
      office.staff.post(`/payments/payments/${cancelled.documentId}/cancel`, { revision: 1, sendEmail: false }),
    );

    const shown = await does.preview({ institution });
    expect(new Map(shown.map((each) => [each.payment.documentId, [each.to, each.pinned, each.blocked]]))).toEqual(
      new Map([
        [open.documentId, ['2027-03-31', false, null]],
        [partly.documentId, ['2027-02-26', false, 'part-paid']],
        [pinned.documentId, ['2027-03-31', true, null]],
      ]),
    );
    expect(await does.preview({ institution, title: 'ΠΙΝΝΕΔ' })).toEqual([]);
    expect((await does.preview({ title: 'pinned', institution })).map(({ payment }) => payment.title)).toEqual([
      'Pinned',
    ]);
    expect(first(await does.read(open)).dueDate).toBe('2027-02-26');
  });

  it('with where a closed day puts each, and which would share a day with another instalment', async () => {
    const institution = await does.institutionOf('Closed', { convention: 'following' });
    const { customer } = await office.someone();
    const plan = {
      kind: 'automatic',
      total: eur('300.00'),
      amount: '100.00',
      count: 3,
      firstDate: '2027-01-29',
      period: 'month-end',
    };
    const planned = await does.owe(customer, institution, { plan, sendEmail: false });
    const single = await does.owe(customer, institution, { title: 'One', sendEmail: false });
    const body = { institution, from: '2027-02-26', to: '2027-03-28' };
    const answer = await office.staff.post<{ data: ExtensionCandidate[]; meta: object }>(
      '/payments/extensions/preview',
      body,
    );
    expect(answer.body.meta).toEqual({ closed: { name: null } });
    const byPayment = new Map(answer.body.data.map((each) => [each.payment.documentId, each]));
    expect(byPayment.get(single.documentId)).toMatchObject({ to: '2027-03-29', shift: { kind: 'weekend' } });
    // the last working day on or before it, as a plan of months' ends asks for
    expect(byPayment.get(planned.documentId)).toMatchObject({ number: 2, of: 3, to: '2027-03-26' });
    const pinned = await does.preview({ ...body, pinned: true });
    expect(pinned.map(({ to }) => to)).toEqual(['2027-03-28', '2027-03-28']);
    const shared = await does.preview({ ...body, to: '2027-03-31' });
    expect(shared.map(({ payment, sharesDay }) => [payment.title, sharesDay]).sort()).toEqual([
      ['Income tax 2026', true],
      ['One', false],
    ]);
  });

  it('and refuses what names nothing, an unknown institution, and a date that is no later', async () => {
    const post = (body: object) => refusalOf(office.staff.post('/payments/extensions/preview', body));
    expect(await post(february)).toEqual({ status: 400, fields: ['institution'] });
    expect(await post({ ...february, institution: 'unknown1' })).toEqual({ status: 400, fields: ['institution'] });
    expect(await post({ title: 'tax', from: '2027-02-26', to: '2027-02-26' })).toEqual({ status: 400, fields: ['to'] });
    expect(await post({ title: 'tax', from: '2027-02-30', to: '2027-03-31' })).toEqual({
      status: 400,
      fields: ['from'],
    });
    const without = office.staff.post('/payments/extensions', { ...february, title: 'tax', instalments: [] });
    const refused = await refusalOf(without);
    expect(refused.fields).toEqual(expect.arrayContaining(['instalments', 'reference', 'sendEmail']));
  });
});

describe('an extension moves what was chosen', () => {
  it('in one mail per contact with old and new dates and the decree, and history says why', async () => {
    const institution = await does.institutionOf('Tax office of the decree');
    const one = await office.someone({ language: 'el' });
    const other = await office.someone();
    const payments = [
      await does.owe(one.customer, institution, { title: 'Φόρος εισοδήματος' }),
      await does.owe(one.customer, institution, { title: 'ΕΝΦΙΑ' }),
      await does.owe(other.customer, institution),
    ];
    await does.at('2027-01-11T08:20:00Z');
    office.mailbox.reset();

    const { extension, results } = await does.extend({ institution }, await does.preview({ institution }));
    expect(results.map(({ outcome }) => outcome)).toEqual(['moved', 'moved', 'moved']);
    expect(extension).toMatchObject({ reference: 'Decree A.1012/2027', moved: 3, by: 'Anna Admin', undone: null });
    const moved = await Promise.all(payments.map(does.read));
    expect(moved.map((each) => first(each).dueDate)).toEqual(['2027-03-31', '2027-03-31', '2027-03-31']);
    expect(moved[0]?.history[0]).toMatchObject({
      by: { kind: 'admin', name: 'Anna Admin' },
      loud: true,
      reason: 'Decree A.1012/2027',
      changes: [{ field: 'dueDate', number: 1, before: '2027-02-26', after: '2027-03-31' }],
    });
    expect(await does.remindOn(first(moved[0] as StaffPayment))).toBe('2027-03-24');

    await does.at('2027-01-11T08:23:00Z');
    expect(office.mailbox.mails).toHaveLength(2);
    const [greek] = does.mailsTo(one.email);
    expect(greek?.subject).toContain('2 πληρωμές');
    for (const part of ['Φόρος εισοδήματος', 'ΕΝΦΙΑ', 'Decree A.1012/2027', '26 Φεβ', '31 Μαρ']) {
      expect(greek?.text).toContain(part);
      expect(greek?.html).toContain(part.replaceAll('/', '&#x2F;'));
    }
    expect(greek?.text?.match(/Decree A\.1012\/2027/g)).toHaveLength(1);
    expect(does.mailsTo(other.email)[0]?.text).toContain('Decree A.1012/2027');
    // on the second payment's page too
    const log = await dataOf<{ kind: string }[]>(
      office.staff.get(`/payments/notices?payment=${payments[1]?.documentId}&kind=updated`),
    );
    expect(log).toHaveLength(1);
  });

  it('and leaves, each by name, what was paid, moved or edited since it was shown', async () => {
    const institution = await does.institutionOf('Changed meanwhile');
    const { customer } = await office.someone();
    const titles = ['Stays chosen', 'Paid', 'Edited', 'Elsewhere', 'Partly', 'Cancelled'];
    const payments = await Promise.all(
      titles.map((title) => does.owe(customer, institution, { title, sendEmail: false })),
    );
    const [moved, paid, edited, elsewhere, partly, cancelled] = payments as [
      StaffPayment,
      StaffPayment,
      StaffPayment,
      StaffPayment,
      StaffPayment,
      StaffPayment,
    ];
    const shown = await does.preview({ institution });
    const settle = { revision: 1, paidOn: '2027-01-11', sendEmail: false };
    await dataOf(office.staff.post(`/payments/instalments/${first(paid).documentId}/settle`, settle));
    await dataOf(
      office.staff.post(`/payments/instalments/${first(partly).documentId}/settle`, { ...settle, amount: '1.00' }),
    );
    await office.edit(edited, { title: 'Edited since' }, false);
    await office.editInstalment(elsewhere, 0, { dueDate: '2027-02-25' }, false);
    await dataOf(
      office.staff.post(`/payments/payments/${cancelled.documentId}/cancel`, { revision: 1, sendEmail: false }),
    );
    const { extension, results } = await does.extend({ institution }, shown, { sendEmail: false });
    const outcomes = new Map(results.map(({ documentId, outcome }) => [documentId, outcome]));
    expect(payments.map((payment) => outcomes.get(first(payment).documentId))).toEqual([
      'moved',
      'paid',
      'changed-meanwhile',
      'elsewhere',
      'part-paid',
      'cancelled',
    ]);
    expect(extension?.moved).toBe(1);
    const after = await Promise.all(payments.map(does.read));
    expect(after.map((payment) => first(payment).dueDate)).toEqual([
      '2027-03-31',
      '2027-02-26',
      '2027-02-26',
      '2027-02-25',
      '2027-02-26',
      '2027-02-26',
    ]);
    // shown again, the edited one moves
    const again = await does.extend(
      { institution },
      (await does.preview({ institution })).filter(({ blocked }) => !blocked),
    );
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['moved']);
    const { documentId } = first(moved);
    const nothing = await does.extend(
      { institution },
      shown.filter((row) => row.documentId === documentId),
    );
    expect(nothing).toEqual({ extension: null, results: [{ documentId, outcome: 'elsewhere' }] });
  });

  it('tells the customer in the portal, and nothing of the old date goes out', async () => {
    const institution = await does.institutionOf('Told in the portal');
    const person = await office.someone();
    const payment = await does.owe(person.customer, institution, {
      plan: { kind: 'single', total: eur('10.00'), date: '2027-01-21' },
    });
    await does.at('2027-01-11T08:40:00Z');
    office.mailbox.reset();
    const rule = { institution, from: '2027-01-21', to: '2027-01-29' };
    await does.extend(rule, await does.preview(rule));
    // 14 January was to be reminded for the 21st; now the 22nd is, for the 29th
    await does.at('2027-01-14T08:00:00Z');
    expect(does.mailsTo(person.email).map(({ subject }) => subject)).toEqual([expect.stringContaining('Αλλαγή')]);
    await does.at('2027-01-22T08:00:00Z');
    expect((await office.reminders(payment.documentId)).map(({ dueDate }) => dueDate)).toEqual(['2027-01-29']);
    const history = await office.server.evaluate(
      async ({ strapi }, documentId) =>
        (await strapi.db
          .query('plugin::payments.event')
          .findMany({ where: { paymentDocumentId: documentId }, orderBy: { id: 'desc' } })) as {
          reason: string;
          batch: string;
        }[],
      payment.documentId,
    );
    expect(history[0]).toMatchObject({ reason: 'Decree A.1012/2027', batch: expect.stringMatching(/^[a-z0-9]+$/) });
    await office.clock('2027-01-11T09:00:00Z');
  });

  it('in a number of statements that does not grow with the instalments', async () => {
    const { customer } = await office.someone();
    const extendMany = async (count: number): Promise<number> => {
      const institution = await does.institutionOf(`Institution of ${count}`);
      const plan = (amount: string) => ({ kind: 'single', total: eur(amount), date: '2027-02-26' });
      for (let index = 0; index < count; index += 1) {
        await does.owe(customer, institution, { plan: plan(`${index + 1}.00`), sendEmail: false });
      }
      let to = '2027-03-01';
      let from = february.from;
      return countStatements(office.server, async () => {
        const chosen = await does.preview({ institution, from, to });
        const { results } = await does.extend({ institution, from, to }, chosen);
        if (results.some(({ outcome }) => outcome !== 'moved')) throw new Error(JSON.stringify(results));
        from = to;
        to = `2027-03-${String(Number(to.slice(8)) + 1).padStart(2, '0')}`;
      });
    };
    const two = await extendMany(2);
    const twenty = await extendMany(20);
    // what else the server does meanwhile counts too; one statement an instalment would be 18 more
    expect(twenty - two).toBeLessThan(9);
  });
});

it('only staff who may change payments extend and undo; who may read sees the list', async () => {
  const reader = await createAdmin(office.server, ['read']);
  expect((await reader.http.get('/payments/extensions')).status).toBe(200);
  const body = { ...february, title: 'tax' };
  expect((await reader.http.post('/payments/extensions/preview', body)).status).toBe(403);
  expect((await reader.http.post('/payments/extensions/x1/undo', { sendEmail: false })).status).toBe(403);
  expect((await office.staff.get('/payments/extensions/x1')).status).toBe(404);
});
