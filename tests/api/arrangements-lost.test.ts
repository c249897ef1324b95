import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf } from '../support/answers';
import { arranging, now, path, refusalWith } from '../support/arranging';
import { startMailOffice, type MailOffice, type Person } from '../support/mail-office';
import { eur } from '../support/office';
import { createAdmin } from '../support/users';

let office: MailOffice;
let does: ReturnType<typeof arranging>;

beforeAll(async () => {
  office = await startMailOffice();
  does = arranging(office);
  await office.clock(now);
});

afterAll(() => office.close());

describe('what is lost', () => {
  it('is cancelled with the reason; the customer is told of it and reminded no more', async () => {
    const person = await office.someone({ language: 'en' });
    const payment = await does.settle(await does.arranged(person, { sendEmail: true }), 0);
    await office.tick();
    office.mailbox.reset();
    const lost = await does.lose(payment, { sendEmail: true });
    expect(lost).toMatchObject({ state: 'cancelled', lostOn: '2027-03-10', arrangement: null, replacedBy: null });
    expect(lost.instalments.map(({ state }) => state)).toEqual(['paid', 'cancelled', 'cancelled', 'cancelled']);
    expect(lost.history[0]).toMatchObject({ kind: 'updated', reason: 'Decision 12/2027', loud: true });
    expect((await does.alerts()).has(lost.documentId)).toBe(false);
    await office.clock('2027-03-10T08:10:00Z');
    await office.tick();
    const mail = office.mailbox.to(person.email)[0];
    expect(mail?.text).toContain('Decision 12/2027');
    const sent = (await office.reminders(payment.documentId)).length;
    for (const day of ['2027-03-12', '2027-03-15', '2027-03-18']) {
      await office.clock(`${day}T08:00:00Z`);
      await office.tick();
    }
    expect((await office.reminders(payment.documentId)).length).toBe(sent);
    await office.clock(now);
  });

  it('is silent where staff say so', async () => {
    const person = await office.someone();
    const payment = await does.arranged(person);
    await does.lose(payment);
    await office.clock('2027-03-10T08:10:00Z');
    await office.tick();
    expect(await office.notices(person.contact)).toEqual([]);
    await office.clock(now);
  });

  it('asks for a reason and for the revision that staff saw', async () => {
    const payment = await does.arranged(await office.someone());
    expect((await refusalWith(400, does.losing(payment, { reason: ' ' }))).details.errors?.[0]?.path).toEqual([
      'reason',
    ]);
    const stale = await refusalWith(409, does.losing(payment, { revision: payment.revision + 1 }));
    expect(stale.details.current?.documentId).toBe(payment.documentId);
    expect((await does.read(payment)).state).toBe('open');
  });

  it('is lost once, however often and by however many it is said', async () => {
    const payment = await does.arranged(await office.someone());
    const answers = await Promise.all([does.losing(payment), does.losing(payment), does.losing(payment)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const lost = await does.read(payment);
    expect(lost.history.filter(({ reason }) => reason === 'Decision 12/2027')).toHaveLength(1);
    await refusalWith(409, does.losing(lost));
  });

  it('is no longer once it is opened again', async () => {
    const person = await office.someone();
    const payment = await does.arranged(person);
    const other = await does.arranged(person);
    const lost = await does.lose(payment, { replacedBy: other.documentId });
    const reopened = await dataOf<StaffPayment>(
      office.staff.post(`${path(lost)}/reopen`, { revision: lost.revision, sendEmail: false }),
    );
    expect(reopened).toMatchObject({ state: 'open', lostOn: null, replacedBy: null, arrangement: { state: 'over' } });
    expect((await does.read(other)).replaces).toEqual([]);
  });

  it('is refused to who may not change payments', async () => {
    const payment = await does.arranged(await office.someone());
    const { http: reader } = await createAdmin(office.server, ['read']);
    const body = { revision: payment.revision, reason: 'No', sendEmail: false };
    expect((await reader.post(`${path(payment)}/lose`, body)).status).toBe(403);
  });
});

describe('what replaces it', () => {
  const registered = (person: Person, more: object = {}) => ({
    customer: person.customer,
    title: 'Debt after the arrangement',
    plan: { kind: 'single', total: eur('300.00'), date: '2027-04-15' },
    sendEmail: false,
    ...more,
  });

  it('is another payment of the customer, linked both ways', async () => {
    const person = await office.someone();
    const payment = await does.arranged(person);
    const other = await does.arranged(person);
    const lost = await does.lose(payment, { replacedBy: other.documentId });
    expect(lost.replacedBy).toEqual({ documentId: other.documentId, reference: other.reference });
    expect(lost.history[0]?.staffChanges).toContainEqual({ field: 'replacedBy', before: null, after: other.reference });
    expect((await does.read(other)).replaces).toEqual([{ documentId: lost.documentId, reference: lost.reference }]);
  });

  it('cannot be a stranger’s, itself or cancelled', async () => {
    const person = await office.someone();
    const payment = await does.arranged(person);
    const strangers = await does.arranged(await office.someone());
    const cancelled = await does.arranged(person);
    await dataOf(office.staff.post(`${path(cancelled)}/cancel`, { revision: 1, sendEmail: false }));
    for (const { documentId } of [strangers, payment, cancelled, { documentId: 'nothing' }]) {
      const refused = await refusalWith(400, does.losing(payment, { replacedBy: documentId }));
      expect(refused.details.errors?.[0]?.path).toEqual(['replacedBy']);
    }
    expect((await does.read(payment)).state).toBe('open');
  });

  it('is linked as it is registered, once', async () => {
    const person = await office.someone();
    const lost = await does.lose(await does.arranged(person));
    const body = registered(person, { replaces: lost.documentId });
    const answers = await Promise.all([0, 1].map(() => office.staff.post('/payments/payments', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const linked = await does.read(lost);
    expect(linked.revision).toBe(lost.revision + 1);
    const replacement = await dataOf<StaffPayment>(office.staff.get(path(linked.replacedBy as StaffPayment)));
    expect(replacement).toMatchObject({
      title: 'Debt after the arrangement',
      replaces: [{ documentId: lost.documentId, reference: lost.reference }],
    });
    expect(linked.history[0]?.staffChanges).toEqual([
      { field: 'replacedBy', before: null, after: replacement.reference },
    ]);
  });

  it('is not registered where it cannot be linked', async () => {
    const person = await office.someone();
    const open = await does.arranged(person);
    const strangers = await does.lose(await does.arranged(await office.someone()));
    for (const { documentId } of [open, strangers, { documentId: 'nothing' }]) {
      const refused = await refusalWith(
        400,
        office.staff.post('/payments/payments', registered(person, { replaces: documentId })),
      );
      expect(refused.details.errors?.[0]?.path).toEqual(['replaces']);
    }
    const { body } = await office.staff.get<{ data: unknown[] }>(`/payments/payments?customer=${person.customer}`);
    expect(body.data).toHaveLength(1);
  });
});
