import { startMailOffice, type MailOffice, type ReminderRow } from '../support/mail-office';
import { createInstitution } from '../support/office';
import { eventually } from '../support/wait';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
});

beforeEach(async () => {
  office.mailbox.reset();
  await office.clock('2026-11-23T10:00:00Z');
});

afterAll(() => office.close());

const settings = async (changes: object) => {
  const answer = await office.staff.put('/payments/settings', changes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

/** Somebody who is to pay on a day, told of nothing yet. */
const dueOn = async (date: string, more: object = {}, pinned = false) => {
  const person = await office.someone({ language: 'en' });
  const plan = { kind: 'single', total: { value: '850.00', currency: 'EUR' }, date, pinned };
  return { ...person, payment: await office.register(person.customer, { sendEmail: false, plan, ...more }) };
};

const tickAt = async (instant: string) => {
  await office.clock(instant);
  await office.tick();
};

const mails = (email: string) => office.mailbox.to(email).length;
const shown = ({ step, state, reason }: ReminderRow) => `${step} ${reason ?? state}`;
const taken = async (payment: { documentId: string }) => (await office.reminders(payment.documentId)).map(shown);

describe('the ladder', () => {
  test('of the institution goes before the office’s, and counts back from pay by', async () => {
    const bank = await createInstitution(office.staff, 'Slow bank', { ladder: [-3, 5], bankDays: 2 });
    const { payment, email } = await dueOn('2027-01-29', { institution: bank.documentId });
    // Pay by Wednesday 27; three days before is Sunday 24, so Friday 22. Five days after the due date is Wednesday 3.
    await tickAt('2027-01-21T10:00:00Z');
    expect(mails(email)).toBe(0);
    await tickAt('2027-01-22T07:00:30Z');
    expect(mails(email)).toBe(1);
    for (const day of ['2027-01-26', '2027-01-29', '2027-02-02']) await tickAt(`${day}T10:00:00Z`);
    expect(mails(email)).toBe(1);
    await tickAt('2027-02-03T07:00:30Z');
    expect(await taken(payment)).toEqual(['-3 sent', '5 sent']);
    expect(mails(email)).toBe(2);
  });

  test('moves off closed days: before it to the working day before, after it to the next', async () => {
    const monday = await dueOn('2027-02-01');
    const thursday = await dueOn('2027-01-28');
    await tickAt('2027-01-26T10:00:00Z');
    await tickAt('2027-01-28T07:00:30Z');
    office.mailbox.reset();
    await tickAt('2027-01-29T07:00:30Z'); // Friday, for the day before Monday
    expect([mails(monday.email), mails(thursday.email)]).toEqual([1, 0]);
    await tickAt('2027-01-31T10:00:00Z'); // Sunday, three days after Thursday
    expect([mails(monday.email), mails(thursday.email)]).toEqual([1, 0]);
    await tickAt('2027-02-01T07:00:30Z');
    expect([mails(monday.email), mails(thursday.email)]).toEqual([2, 1]);
  });

  test('of two steps on one day only the later one goes', async () => {
    const weekend = await createInstitution(office.staff, 'Weekend', { ladder: [-3, -2, -1] });
    const { payment, email } = await dueOn('2027-02-01', { institution: weekend.documentId });
    await tickAt('2027-01-29T07:00:30Z');
    expect(mails(email)).toBe(1);
    expect(await taken(payment)).toEqual(['-1 sent']);
  });

  test('reaches over a leap day and the holiday before it', async () => {
    const { payment } = await dueOn('2028-02-29'); // a Tuesday after Clean Monday
    for (const day of ['2028-02-22', '2028-02-25', '2028-02-29', '2028-03-03']) await tickAt(`${day}T07:00:30Z`);
    expect(await taken(payment)).toEqual(['-7 sent', '-1 sent', '0 sent', '3 sent']);
  });

  test('created within it: what has passed is overtaken, and nothing catches up', async () => {
    await office.clock('2027-01-28T07:30:00Z');
    const { payment, email } = await dueOn('2027-01-29');
    await office.tick();
    expect(mails(email)).toBe(0);
    await tickAt('2027-01-29T07:00:30Z');
    expect(mails(email)).toBe(1);
    expect(await taken(payment)).toEqual(['0 sent']);
  });

  test('cancelled and reopened: nothing catches up', async () => {
    const { payment, email } = await dueOn('2027-01-29');
    const act = async (action: string, revision: number) =>
      (
        await office.staff.post<{ data: { revision: number } }>(`/payments/payments/${payment.documentId}/${action}`, {
          revision,
          sendEmail: false,
        })
      ).body.data.revision;
    const cancelled = await act('cancel', payment.revision);
    await tickAt('2027-01-28T10:00:00Z');
    await act('reopen', cancelled);
    await office.tick();
    expect(mails(email)).toBe(0);
    await tickAt('2027-01-29T07:00:30Z');
    expect(mails(email)).toBe(1);
  });

  test('a due date moved there and back: nobody is reminded twice of the same step and date', async () => {
    const { payment, email } = await dueOn('2027-01-29');
    await tickAt('2027-01-22T07:00:30Z');
    expect(mails(email)).toBe(1);
    const away = await office.editInstalment(payment, 0, { dueDate: '2027-03-31' }, false);
    await office.tick();
    await office.editInstalment(away, 0, { dueDate: '2027-01-29' }, false);
    await tickAt('2027-01-22T12:00:00Z');
    expect(mails(email)).toBe(1);
    await tickAt('2027-01-28T07:00:30Z');
    expect(mails(email)).toBe(2);
    expect(await taken(payment)).toEqual(['-7 sent', '-1 sent']);
  });

  test('a due date that moves takes its reminders along', async () => {
    const { payment, email } = await dueOn('2027-01-29');
    await office.editInstalment(payment, 0, { dueDate: '2027-02-12' }, false);
    await tickAt('2027-01-29T10:00:00Z');
    expect(mails(email)).toBe(0);
    await tickAt('2027-02-05T07:00:30Z');
    expect(mails(email)).toBe(1);
  });

  test.each([
    ['2027-02-08T10:00:00Z', 1, '3 sent'],
    ['2027-02-09T10:00:00Z', 0, '3 overtaken'],
  ])('back on %s after downtime: the last step goes at most seven days late', async (instant, expected, last) => {
    const { payment, email } = await dueOn('2027-01-29');
    await tickAt(instant);
    expect(mails(email)).toBe(expected);
    expect(await taken(payment)).toEqual(['-7 overtaken', '-1 overtaken', '0 overtaken', last]);
  });
});

describe('the hour', () => {
  test.each([
    ['spring', '2027-03-29', '2027-03-26', '05:59:00', '06:00:30'],
    ['autumn', '2027-11-01', '2027-10-29', '06:59:00', '07:00:30'],
  ])('is the office’s on its wall after the clocks change in %s', async (_season, day, friday, before, after) => {
    const { email } = await dueOn(day);
    await tickAt(`${friday}T10:00:00Z`);
    office.mailbox.reset();
    await tickAt(`${day}T${before}Z`);
    expect(mails(email)).toBe(0);
    await tickAt(`${day}T${after}Z`);
    expect(mails(email)).toBe(1);
  });

  test('a pinned date on the very Sunday of the change is reminded that day', async () => {
    const { email } = await dueOn('2027-03-28', {}, true);
    await tickAt('2027-03-26T10:00:00Z');
    office.mailbox.reset();
    await tickAt('2027-03-28T05:59:00Z');
    expect(mails(email)).toBe(0);
    await tickAt('2027-03-28T06:00:30Z');
    expect(mails(email)).toBe(1);
  });

  test('may be another, and is asked of the clock when the time comes', async () => {
    const { email } = await dueOn('2027-01-29');
    await settings({ reminderHour: 11 });
    await tickAt('2027-01-22T08:59:00Z');
    expect(mails(email)).toBe(0);
    await tickAt('2027-01-22T09:00:30Z');
    expect(mails(email)).toBe(1);
    await settings({ reminderHour: 9 });
    for (const reminderHour of [7, 21]) {
      expect((await office.staff.put('/payments/settings', { reminderHour })).status).toBe(400);
    }
  });

  test('steps of two days are both told, also where the night between them has an hour less', async () => {
    await settings({ weekend: [] });
    const { payment } = await dueOn('2027-03-28');
    await tickAt('2027-03-27T07:00:30Z');
    await tickAt('2027-03-28T06:00:30Z');
    await settings({ weekend: [6, 7] });
    expect((await taken(payment)).slice(-2)).toEqual(['-1 sent', '0 sent']);
  });
});

describe('not reminded', () => {
  test('an address that was mailed about the same within a day is not mailed again', async () => {
    const { payment, customer, email } = await dueOn('2027-01-29');
    await office.staff.post('/payments/contacts', { name: 'The same person', email, customers: [customer] });
    await tickAt('2027-01-22T07:00:30Z');
    expect(mails(email)).toBe(1);
    expect(await taken(payment)).toEqual(['-7 mailed-recently', '-7 sent']);
  });

  test('while a report that covers it waits for review', async () => {
    const { payment, contact, email } = await dueOn('2027-01-29');
    const claim = (amount: number) =>
      office.server.evaluate(({ strapi }, data) => strapi.db.query('plugin::payments.receipt').create({ data }), {
        instalmentDocumentId: payment.instalments[0]?.documentId,
        paymentDocumentId: payment.documentId,
        contactDocumentId: contact,
        paidOn: '2027-01-20',
        amount,
        state: 'pending',
      });
    await claim(84_999);
    await tickAt('2027-01-22T07:00:30Z');
    expect(mails(email)).toBe(1);
    await claim(85_000);
    await tickAt('2027-01-28T07:00:30Z');
    expect(mails(email)).toBe(1);
    expect(await taken(payment)).toEqual(['-7 sent', '-1 reported']);
  });

  test('a customer who is archived or paused', async () => {
    const archived = await dueOn('2027-01-29');
    const paused = await dueOn('2027-01-29');
    const change = (documentId: string, data: object) =>
      office.server.evaluate(
        ({ strapi }, [id, columns]) =>
          strapi.db.query('plugin::payments.customer').update({ where: { documentId: id }, data: columns }),
        [documentId, data] as const,
      );
    await change(archived.customer, { archivedAt: '2026-12-01T10:00:00.000Z' });
    await change(paused.customer, { remindersPaused: true });
    await tickAt('2027-01-22T07:00:30Z');
    expect([mails(archived.email), mails(paused.email)]).toEqual([0, 0]);
    expect([await taken(archived.payment), await taken(paused.payment)]).toEqual([['-7 archived'], ['-7 paused']]);
  });

  test('what changed between the sweep and a mail server that takes mails again is checked once more', async () => {
    const people = {
      paid: await dueOn('2027-01-29'),
      cancelled: await dueOn('2027-01-29'),
      moved: await dueOn('2027-01-29'),
      withdrawn: await dueOn('2027-01-29'),
      paused: await dueOn('2027-01-29'),
      'opted-out': await dueOn('2027-01-29'),
    };
    office.mailbox.behave({ kind: 'refuse', code: 451, at: 'rcpt' });
    await tickAt('2027-01-22T07:00:30Z');
    const { paid, cancelled, moved, withdrawn, paused } = people;
    const instalment = (of: typeof paid) => of.payment.instalments[0]?.documentId as string;
    const on = (of: typeof paid) => ({ revision: of.payment.revision, sendEmail: false });
    const payments = '/payments/payments';
    await office.staff.post(`/payments/instalments/${instalment(paid)}/settle`, { ...on(paid), paidOn: '2027-01-22' });
    await office.staff.post(`${payments}/${cancelled.payment.documentId}/cancel`, on(cancelled));
    await office.editInstalment(moved.payment, 0, { dueDate: '2027-03-31' }, false);
    await office.staff.delete(
      `${payments}/${withdrawn.payment.documentId}?revision=${withdrawn.payment.revision}&sendEmail=false`,
    );
    await office.staff.post(`${payments}/${paused.payment.documentId}/pause`, on(paused));
    await office.server.evaluate(
      ({ strapi }, documentId) =>
        strapi.db
          .query('plugin::payments.contact')
          .update({ where: { documentId }, data: { receivesReminders: false } }),
      people['opted-out'].contact,
    );
    office.mailbox.reset();
    for (const [reason, { payment, email }] of Object.entries(people)) {
      await eventually(
        async () => {
          await office.tick();
          return (await taken(payment)).includes(`-7 ${reason}`);
        },
        `the reminder is skipped: ${reason}`,
        40_000,
      );
      expect(mails(email)).toBe(0);
    }
  });

  test('a step that waited until the next one came is overtaken: one mail goes, of the later step', async () => {
    const { payment, email } = await dueOn('2027-01-29');
    office.mailbox.behave({ kind: 'refuse', code: 451, at: 'rcpt' });
    await tickAt('2027-01-22T07:00:30Z');
    await tickAt('2027-01-28T07:00:30Z');
    office.mailbox.reset();
    await eventually(
      async () => {
        await office.tick();
        const states = await taken(payment);
        return states.includes('-7 overtaken') && states.includes('-1 sent');
      },
      'the later step went and the earlier one did not',
      60_000,
    );
    expect(mails(email)).toBe(1);
  });

  test('a contact who no longer acts for the customer gets no mail that waits; one who begins to gets the next', async () => {
    const { payment, customer, contact, email } = await dueOn('2027-01-29', { sendEmail: true });
    await office.tick();
    await office.edit(payment, { title: 'Another title' });
    const successor = await office.someone({ language: 'en' });
    await office.server.evaluate(
      ({ strapi }, [documentId, gone, come]) =>
        strapi.documents('plugin::payments.customer' as never).update({
          documentId,
          data: { contacts: { disconnect: [gone], connect: [come] } },
        } as never),
      [customer, contact, successor.contact] as const,
    );
    office.mailbox.reset();
    await tickAt('2026-11-23T10:10:00Z');
    expect((await office.notices(contact)).map(({ kind, state, reason }) => [kind, state, reason])).toEqual([
      ['registered', 'sent', null],
      ['updated', 'suppressed', 'moved'],
    ]);
    await tickAt('2027-01-22T07:00:30Z');
    expect([mails(email), mails(successor.email)]).toEqual([0, 1]);
  });
});
