import { createHttp } from '../support/http';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { createCustomer } from '../support/office';
import type { Envelope } from '../support/office';
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

describe('registered', () => {
  test('one mail goes at once, with what is owed and the code, in both formats and without comments', async () => {
    const { customer, email, contact } = await office.someone();
    const payment = await office.register(customer, { managerComments: 'Never to be seen' });
    const mail = await office.mailbox.waitFor(({ recipients }) => recipients.includes(email));
    expect(mail.subject).toBe(`Νέα οφειλή: Income tax 2026, 850,00 €, λήξη Παρ 29 Ιαν 2027 [${payment.reference}]`);
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('Income tax 2026');
      expect(body).toContain('850,00');
      expect(body).toContain('RF18539007547034');
      expect(body).toContain('29 Ιαν 2027');
    }
    expect(mail.raw).not.toContain('Never');
    expect(mail.messageId).toMatch(/^<\w+@/);
    expect(mail.headers.has('list')).toBe(false);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect(await office.notices(contact)).toMatchObject([{ kind: 'registered', state: 'sent' }]);
  });

  test('the link opens the one obligation, and the log does not keep it', async () => {
    const { customer, email, contact } = await office.someone();
    const payment = await office.register(customer);
    await office.tick();
    const link = /\/portal\/link#([\w-]{43})/.exec(office.mailbox.to(email)[0]?.text ?? '')?.[1] as string;
    const opened = await createHttp(office.server.url).get<Envelope<{ obligation: { documentId: string } }>>(
      `/api/payments/links/${link}`,
    );
    expect(opened.body.data.obligation.documentId).toBe(payment.documentId);
    const [notice] = await office.notices(contact);
    expect(notice?.html).toContain('Income tax 2026');
    expect(JSON.stringify(notice)).not.toContain(link);
  });

  test('a silent one is not told', async () => {
    const { customer, email } = await office.someone();
    await office.register(customer, { sendEmail: false });
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
  });

  test('what follows within ten minutes becomes one mail', async () => {
    const { customer, email } = await office.someone();
    await office.register(customer, { title: 'First' });
    await office.tick();
    await office.clock('2026-11-23T10:04:00Z');
    await office.register(customer, { title: 'Second' });
    await office.register(customer, { title: 'Third' });
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    await office.clock('2026-11-23T10:10:30Z');
    await office.tick();
    const [, second] = office.mailbox.to(email);
    expect(office.mailbox.to(email)).toHaveLength(2);
    expect(second?.text).toContain('Second');
    expect(second?.text).toContain('Third');
  });

  test('a customer without an address gets none, and the log says why', async () => {
    const customer = await createCustomer(office.staff, 'Without address', null);
    await office.register(customer.documentId);
    await office.tick();
    expect(await office.notices(customer.contacts[0]?.documentId as string)).toMatchObject([
      { kind: 'registered', state: 'suppressed', reason: 'no-address' },
    ]);
  });
});

describe('updated', () => {
  /** The minute in which what was edited at ten is told. */
  const windowIsOver = async () => {
    await office.clock('2026-11-23T10:02:30Z');
    await office.tick();
  };

  const ends = async (whose: string) =>
    (await office.notices(whose)).map(({ kind, state, reason }) => [kind, state, reason].join(' ').trim());

  /** The same after the mail server was away: what was put off is tried again at once. */
  const allIsTold = async (whose: string) => {
    await office.clock('2026-11-23T10:02:30Z');
    await eventually(
      async () => {
        await office.server.evaluate(({ strapi }) =>
          strapi.db.connection('payments_notices').where({ state: 'queued' }).update({ retry_at: null }),
        );
        await office.tick();
        return (await office.notices(whose)).every(({ state }) => ['sent', 'suppressed'].includes(state));
      },
      'nothing waits any more',
      30_000,
    );
  };

  /** A payment whose registration was mailed just now. */
  const known = async () => {
    const person = await office.someone({ language: 'en' });
    const payment = await office.register(person.customer);
    await office.mailbox.waitFor(({ recipients }) => recipients.includes(person.email));
    office.mailbox.reset();
    return { ...person, payment };
  };

  test('edits within the window are one mail, from the value before the first to the value now', async () => {
    const { payment, email } = await known();
    const once = await office.editInstalment(payment, 0, { amount: '900.00', rest: 'total' });
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    await office.editInstalment(once, 0, { amount: '910.00', rest: 'total', dueDate: '2027-02-05' });
    await office.clock('2026-11-23T10:02:30Z');
    await office.tick();
    const [mail, another] = office.mailbox.to(email);
    expect(another).toBeUndefined();
    expect(mail?.subject).toBe(`Changed: Income tax 2026 [${payment.reference}]`);
    expect(mail?.text).toContain('Amount: €850.00 -> €910.00');
    expect(mail?.text).toMatch(/Due date: Fri 29 Jan 2027 -> Fri 5 Feb 2027/);
    expect(mail?.text).not.toContain('900.00');
  });

  test('what was changed back is not told', async () => {
    const { payment, email, contact } = await known();
    await office.edit(await office.edit(payment, { title: 'Another title' }), { title: 'Income tax 2026' });
    await office.clock('2026-11-23T10:02:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect((await office.notices(contact))[1]).toMatchObject({
      kind: 'updated',
      state: 'suppressed',
      reason: 'cancelled-out',
    });
  });

  test('what is changed silently, and what only staff see, is not told', async () => {
    const { payment, email, contact } = await known();
    const silent = await office.edit(payment, { title: 'Silent' }, false);
    await office.edit(silent, { managerComments: 'Only for us' });
    await office.clock('2026-11-23T10:02:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect(await office.notices(contact)).toHaveLength(1);
  });

  test('a silent edit within the window neither shows nor hides what a loud one changed', async () => {
    const { payment, email } = await known();
    const loud = await office.edit(payment, { title: 'Loud' });
    const silent = await office.edit(loud, { description: 'Said silently' }, false);
    const again = await office.edit(silent, { title: 'Silently corrected' }, false);
    await office.editInstalment(again, 0, { note: 'Loud too' });
    await office.clock('2026-11-23T10:02:30Z');
    await office.tick();
    const [mail] = office.mailbox.to(email);
    expect(mail?.text).toContain('* Title: Income tax 2026 -> Silently corrected');
    expect(mail?.text).toContain('* Note: – -> Loud too');
    expect(mail?.text).not.toContain('Said silently');
  });

  test('moved silently it is not known to its new customer, whom the next loud edit tells', async () => {
    const { payment } = await known();
    const other = await office.someone({ language: 'en' });
    const moved = await office.edit(payment, { customer: other.customer }, false);
    await office.edit(moved, { title: 'Inherited' });
    await office.tick();
    expect(office.mailbox.to(other.email).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('New obligation: Inherited'),
    ]);
  });

  test('the first loud edit of a payment never announced is a registration', async () => {
    const { customer, email } = await office.someone({ language: 'en' });
    const payment = await office.register(customer, { sendEmail: false });
    await office.edit(payment, { title: 'Now to be known' });
    const mail = await office.mailbox.waitFor(({ recipients }) => recipients.includes(email));
    expect(mail.subject).toContain('New obligation: Now to be known');
  });

  test('cancelled it is withdrawn, and moved it is withdrawn from one and registered with the other', async () => {
    const { payment, email } = await known();
    const other = await office.someone({ language: 'en' });
    const moved = await office.edit(payment, { customer: other.customer });
    expect((await office.mailbox.waitFor(({ recipients }) => recipients.includes(other.email))).subject).toContain(
      'New obligation',
    );
    expect(office.mailbox.to(email)).toHaveLength(0);
    await windowIsOver();
    expect(office.mailbox.to(email).map(({ subject }) => subject)).toEqual([expect.stringContaining('Withdrawn')]);
    office.mailbox.reset();
    await office.staff.post(`/payments/payments/${payment.documentId}/cancel`, {
      revision: moved.revision,
      sendEmail: true,
    });
    await office.clock('2026-11-23T10:05:00Z');
    await office.tick();
    expect(office.mailbox.to(other.email).map(({ subject }) => subject)).toEqual([
      `Withdrawn: Income tax 2026 [${payment.reference}]`,
    ]);
    expect(office.mailbox.to(email)).toHaveLength(0);
  });

  test('moved away and back within the window, its customer is told nothing, and the other that it is theirs no more', async () => {
    const { payment, email, contact, customer } = await known();
    const other = await office.someone({ language: 'en' });
    const moved = await office.edit(payment, { customer: other.customer });
    await office.mailbox.waitFor(({ recipients }) => recipients.includes(other.email));
    await office.edit(moved, { customer });
    await windowIsOver();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect(office.mailbox.to(other.email).map(({ subject }) => subject?.split(':')[0])).toEqual([
      'New obligation',
      'Withdrawn',
    ]);
    expect(await ends(contact)).toEqual(['registered sent', 'withdrawn suppressed cancelled-out']);
    expect(await ends(other.contact)).toEqual(['registered sent', 'withdrawn sent']);
  });

  test('what was edited before it went, while it was away and as it came back is one mail', async () => {
    const { payment, email, contact, customer } = await known();
    const other = await office.someone({ language: 'en' });
    const titled = await office.edit(payment, { title: 'Another title' });
    const moved = await office.edit(titled, { customer: other.customer });
    const dearer = await office.editInstalment(moved, 0, { amount: '900.00', rest: 'total' });
    await office.edit(dearer, { customer, description: 'Now with a description' });
    await windowIsOver();
    const [mail, another] = office.mailbox.to(email);
    expect(another).toBeUndefined();
    expect(mail?.subject).toBe(`Changed: Another title [${payment.reference}]`);
    for (const line of [
      '* Title: Income tax 2026 -> Another title',
      '* Description: – -> Now with a description',
      '* Total: €850.00 -> €900.00',
    ]) {
      expect(mail?.text).toContain(line);
    }
    expect(mail?.text).not.toMatch(/^\* Customer/m);
    expect((await ends(contact)).filter((end) => end.endsWith('sent'))).toEqual(['registered sent', 'updated sent']);
  });

  test('back, away again, and away it stays: one withdrawal, when the first would have gone', async () => {
    const { payment, email, customer } = await known();
    const other = await office.someone({ language: 'en' });
    const away = await office.edit(payment, { customer: other.customer });
    const back = await office.edit(await office.edit(away, { title: 'Away' }), { customer });
    await office.edit(back, { customer: other.customer });
    await windowIsOver();
    expect(office.mailbox.to(email).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Withdrawn: Away'),
    ]);
    expect(office.mailbox.to(other.email).map(({ subject }) => subject?.split(':')[0])).toEqual([
      'New obligation',
      'Changed',
    ]);
  });

  test('cancelled by mistake and opened again within the window, nobody hears of it', async () => {
    const { payment, email, contact } = await known();
    const path = `/payments/payments/${payment.documentId}`;
    const cancelled = await office.staff.post<Envelope<{ revision: number }>>(`${path}/cancel`, {
      revision: payment.revision,
      sendEmail: true,
    });
    const reopened = await office.staff.post(`${path}/reopen`, {
      revision: cancelled.body.data.revision,
      sendEmail: true,
    });
    expect([cancelled.status, reopened.status]).toEqual([200, 200]);
    await windowIsOver();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect(await ends(contact)).toEqual(['registered sent', 'withdrawn suppressed cancelled-out']);
  });

  test('moved back silently it is not withdrawn from who has it', async () => {
    const { payment, email, contact, customer } = await known();
    const other = await office.someone({ language: 'en' });
    await office.edit(await office.edit(payment, { customer: other.customer }), { customer }, false);
    await windowIsOver();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect(await ends(contact)).toEqual(['registered sent', 'withdrawn suppressed cancelled-out']);
  });

  test('moved away and back before the other could be told, it is withdrawn from nobody', async () => {
    const { payment, email, customer } = await known();
    const other = await office.someone({ language: 'en' });
    const putOff = async () => (await office.notices(other.contact)).some(({ attempts }) => attempts > 0);
    await office.mailbox.goAway();
    const moved = await office.edit(payment, { customer: other.customer });
    await eventually(putOff, 'the registration is put off', 20_000);
    await office.edit(moved, { customer });
    await office.mailbox.comeBack();
    await allIsTold(other.contact);
    expect(await ends(other.contact)).toEqual([
      'registered suppressed withdrawn',
      'withdrawn suppressed cancelled-out',
    ]);
    expect([...office.mailbox.to(email), ...office.mailbox.to(other.email)]).toEqual([]);
  });

  test('sent again by hand just before it is cancelled, it is withdrawn all the same; that is sent again, too', async () => {
    const { payment, email, contact } = await known();
    const [registered] = await office.notices(contact);
    await office.mailbox.goAway();
    await office.staff.post(`/payments/notices/${registered?.documentId}/resend`);
    await office.staff.post(`/payments/payments/${payment.documentId}/cancel`, {
      revision: payment.revision,
      sendEmail: true,
    });
    await office.mailbox.comeBack();
    await allIsTold(contact);
    const withdrawn = (await office.notices(contact)).find(({ kind }) => kind === 'withdrawn');
    expect(withdrawn?.state).toBe('sent');
    await office.staff.post(`/payments/notices/${withdrawn?.documentId}/resend`);
    await office.tick();
    expect(office.mailbox.to(email).filter(({ subject }) => subject?.startsWith('Withdrawn'))).toHaveLength(2);
  });

  test('never announced it is withdrawn without a word', async () => {
    const { customer, email, contact } = await office.someone();
    const payment = await office.register(customer, { sendEmail: false });
    const path = `/payments/payments/${payment.documentId}/cancel`;
    expect((await office.staff.post(path, { revision: payment.revision, sendEmail: true })).status).toBe(200);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect(await office.notices(contact)).toEqual([]);
  });
});
