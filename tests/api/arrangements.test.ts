import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { getPayment } from '../../src/plugins/payments/contracts/payment-routes';
import { getToday } from '../../src/plugins/payments/contracts/today';
import { dataOf } from '../support/answers';
import { arranging, now, path, refusalWith } from '../support/arranging';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { eur } from '../support/office';
import { countStatements } from '../support/statements';

let office: MailOffice;
let does: ReturnType<typeof arranging>;

beforeAll(async () => {
  office = await startMailOffice();
  does = arranging(office);
  await office.clock(now);
});

afterAll(() => office.close());

describe('a plan states after how many missed instalments it is lost', () => {
  it('when it is registered and when it is edited, and history tells staff of it', async () => {
    const person = await office.someone();
    const payment = await does.arranged(person);
    getPayment.answer.parse({ data: payment, meta: {} });
    expect(payment).toMatchObject({
      lostAfter: 2,
      arrangement: { missed: 2, lossDate: '2027-02-26', state: 'over' },
      lostOn: null,
      replacedBy: null,
      replaces: [],
    });
    const edited = await office.edit(payment, { lostAfter: 3 });
    expect(edited).toMatchObject({
      lostAfter: 3,
      arrangement: { missed: 2, lossDate: '2027-03-15', state: 'at-risk' },
    });
    expect(edited.history[0]).toMatchObject({
      changes: [],
      staffChanges: [{ field: 'lostAfter', before: 2, after: 3 }],
    });
    const freed = await office.edit(edited, { lostAfter: null });
    expect(freed).toMatchObject({ lostAfter: null, arrangement: null });
  });

  it('tells the customer nothing of it: no version, no mail', async () => {
    const person = await office.someone();
    const payment = await does.arranged(person, { lostAfter: null });
    await office.edit(payment, { lostAfter: 2 });
    await office.clock('2027-03-10T08:10:00Z');
    await office.tick();
    expect(await office.notices(person.contact)).toEqual([]);
    await office.clock(now);
  });

  it.each([
    [0, /./],
    [1.5, /./],
    [601, /./],
    ['2', /./],
    [5, /4 instalments and cannot miss 5/],
  ])('refuses %s with a 400 that names the field, and writes nothing', async (lostAfter, message) => {
    const person = await office.someone();
    const payment = await does.arranged(person);
    const edit = office.staff.put(path(payment), { revision: payment.revision, sendEmail: false, lostAfter });
    const refused = await refusalWith(400, edit);
    expect(refused.details.errors).toEqual([
      expect.objectContaining({ path: ['lostAfter'], message: expect.stringMatching(message) }),
    ]);
    expect((await does.read(payment)).revision).toBe(payment.revision);
    const registering = office.staff.post('/payments/payments', {
      customer: person.customer,
      title: 'Refused',
      lostAfter,
      sendEmail: false,
      plan: {
        kind: 'automatic',
        total: eur('400.00'),
        amount: '100.00',
        count: 4,
        firstDate: '2027-04-30',
        period: 'monthly',
      },
    });
    expect((await refusalWith(400, registering)).details.errors?.[0]?.path).toEqual(['lostAfter']);
  });

  it('refuses a script what a form is refused, and a script that sets what the plugin derives', async () => {
    const person = await office.someone();
    const payment = await does.arranged(person);
    const writes = [{ lostAfter: 0 }, { lossDate: '2027-12-31' }, { lostOn: '2027-03-01' }, { replacedBy: 'abc' }];
    for (const data of writes) {
      const refused = await office.server.evaluate(
        async ({ strapi }, [documentId, change]) => {
          try {
            await strapi.db.query('plugin::payments.payment').update({ where: { documentId }, data: change });
            return null;
          } catch (error) {
            return (error as Error).name;
          }
        },
        [payment.documentId, data] as const,
      );
      expect([data, refused]).toEqual([data, 'ValidationError']);
    }
  });

  it('goes with one obligation of many customers', async () => {
    const [a, b] = [await office.someone(), await office.someone()];
    const order = {
      title: 'Arrangement of many',
      currency: 'EUR',
      plan: { kind: 'automatic', count: 4, firstDate: '2027-04-30', period: 'monthly', lostAfter: 2 },
      rows: [a, b].map(({ customer }) => ({ customer, amount: '400.00' })),
      sendEmail: false,
    };
    const { payments } = await dataOf<{ payments: StaffPayment[] }>(
      office.staff.post('/payments/payments/many', order),
    );
    const made = await Promise.all(payments.map(does.read));
    expect(made.map(({ lostAfter, arrangement }) => [lostAfter, arrangement?.lossDate])).toEqual([
      [2, '2027-05-31'],
      [2, '2027-05-31'],
    ]);
    const tooMany = { ...order, plan: { ...order.plan, lostAfter: 5 } };
    const refused = await refusalWith(400, office.staff.post('/payments/payments/many', tooMany));
    expect(refused.details.errors?.[0]?.path).toEqual(['plan', 'lostAfter']);
  });
});

describe('staff are alerted', () => {
  it('before the last deadline and after it, on Today, until it is paid', async () => {
    const person = await office.someone({ phone: '2101234567' });
    let payment = await does.arranged(person);
    expect((await does.alerts()).get(payment.documentId)).toEqual({
      payment: { documentId: payment.documentId, title: payment.title, reference: payment.reference },
      customer: { documentId: person.customer, name: payment.customer.name, phone: '2101234567' },
      institution: payment.institution,
      outstanding: eur('400.00'),
      lostAfter: 2,
      missed: 2,
      lossDate: '2027-02-26',
      state: 'over',
    });
    getToday.answer.parse((await office.staff.get('/payments/today')).body);
    payment = await does.settle(payment, 0);
    expect((await does.alerts()).get(payment.documentId)).toMatchObject({
      missed: 1,
      state: 'at-risk',
      lossDate: '2027-03-15',
    });
    payment = await does.settle(payment, 1, '99.00');
    expect((await does.alerts()).get(payment.documentId)).toMatchObject({ missed: 1, state: 'at-risk' });
    payment = await does.settle(payment, 1, '1.00');
    expect((await does.alerts()).get(payment.documentId)).toBeUndefined();
  });

  it('only once its last deadline is near', async () => {
    const person = await office.someone();
    const payment = await does.settle(await does.arranged(person), 0);
    await office.clock('2027-03-07T08:00:00Z');
    expect((await does.alerts()).has(payment.documentId)).toBe(false);
    await office.clock('2027-03-08T08:00:00Z');
    expect((await does.alerts()).get(payment.documentId)).toMatchObject({ state: 'at-risk' });
    await office.clock(now);
  });

  it('not of what a contact reported as paid, of archived customers, of what is cancelled', async () => {
    const reporter = await office.someone();
    const reported = await does.settle(await does.arranged(reporter), 0);
    const [archived, cancelled] = [await office.someone(), await office.someone()];
    const ofArchived = await does.arranged(archived);
    const ofCancelled = await does.arranged(cancelled);
    await office.server.evaluate(
      ({ strapi }, [payment, instalment, contact]) =>
        strapi.db.query('plugin::payments.receipt').create({
          data: {
            instalmentDocumentId: instalment,
            paymentDocumentId: payment,
            contactDocumentId: contact,
            paidOn: '2027-03-09',
            amount: 10_000,
            state: 'pending',
          },
        }),
      [reported.documentId, reported.instalments[1]?.documentId, reporter.contact] as const,
    );
    await office.server.evaluate(
      ({ strapi }, documentId) =>
        strapi.db
          .query('plugin::payments.customer')
          .update({ where: { documentId }, data: { archivedAt: '2027-03-01T00:00:00.000Z' } }),
      archived.customer,
    );
    await dataOf(office.staff.post(`${path(ofCancelled)}/cancel`, { revision: 1, sendEmail: false }));
    const told = await does.alerts();
    expect([reported, ofArchived, ofCancelled].filter(({ documentId }) => told.has(documentId))).toEqual([]);
  });

  it('in statements that do not grow with the alerts', async () => {
    const person = await office.someone();
    await does.arranged(person);
    const before = await countStatements(office.server, () => office.staff.get('/payments/today'));
    for (let count = 0; count < 5; count += 1) await does.arranged(await office.someone());
    expect(await countStatements(office.server, () => office.staff.get('/payments/today'))).toBe(before);
  });

  it('by the staff’s digest, before and after', async () => {
    await dataOf(office.staff.put('/payments/settings', { replyTo: 'office@example.com', locale: 'en' }));
    const [over, near] = [await office.someone(), await office.someone()];
    const lost = await does.arranged(over, { title: 'Arrangement that is over' });
    const risky = await does.settle(await does.arranged(near, { title: 'Arrangement at risk' }), 0);
    office.mailbox.reset();
    await office.clock('2027-03-11T06:30:10Z');
    await office.tick();
    const mail = office.mailbox.to('office@example.com')[0];
    const text = mail?.text ?? '';
    const [, after = ''] = text.split('Arrangements with as many unpaid instalments as lose them');
    const [overPart = '', riskPart = ''] = after.split('Arrangements that are lost if this deadline is missed');
    expect(overPart).toContain(`[${lost.reference}]`);
    expect(overPart).not.toContain(`[${risky.reference}]`);
    expect(riskPart).toContain(`[${risky.reference}]`);
    await office.clock(now);
  });
});
