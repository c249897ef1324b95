import type {
  ExtensionCandidate,
  ExtensionDetail,
  ExtensionItem,
} from '../../src/plugins/payments/contracts/extensions';
import type { StaffInstalment } from '../../src/plugins/payments/contracts/instalment';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf, refusalOf } from '../support/answers';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { createInstitution, createPayment, eur } from '../support/office';
import { countStatements } from '../support/statements';
import { createAdmin } from '../support/users';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
  await office.clock('2027-01-11T08:00:00Z');
});

afterAll(() => office.close());

/** An institution of the test's own, so that no other test's instalments are found by it. */
const institutionOf = async (name: string, more: object = {}): Promise<string> =>
  (await createInstitution(office.staff, name, more)).documentId;

const owe = (customer: string, institution: string, more: object = {}): Promise<StaffPayment> =>
  createPayment(office.staff, customer, {
    institution,
    title: 'Income tax 2026',
    plan: { kind: 'single', total: eur('850.00'), date: '2027-02-26' },
    ...more,
  });

const first = ({ instalments }: StaffPayment): StaffInstalment => instalments[0] as StaffInstalment;

const read = ({ documentId }: { documentId: string }): Promise<StaffPayment> =>
  dataOf(office.staff.get(`/payments/payments/${documentId}`));

const february = { from: '2027-02-26', to: '2027-03-31' };

const preview = (rule: object): Promise<ExtensionCandidate[]> =>
  dataOf(office.staff.post('/payments/extensions/preview', { ...february, ...rule }));

interface Extended {
  readonly extension: ExtensionItem | null;
  readonly results: readonly { readonly documentId: string; readonly outcome: string }[];
}

const extend = (rule: object, chosen: readonly ExtensionCandidate[], more: object = {}): Promise<Extended> =>
  dataOf(
    office.staff.post('/payments/extensions', {
      ...february,
      reference: 'Decree A.1012/2027',
      instalments: chosen.map(({ documentId, payment }) => ({ documentId, revision: payment.revision })),
      sendEmail: true,
      ...rule,
      ...more,
    }),
  );

const undo = (extension: ExtensionItem | null, more: object = {}): Promise<ExtensionDetail> =>
  dataOf(office.staff.post(`/payments/extensions/${extension?.documentId}/undo`, { sendEmail: true, ...more }));

const remindOn = ({ documentId }: StaffInstalment): Promise<string | null> =>
  office.server.evaluate(async ({ strapi }, id) => {
    const row = await strapi.db.query('plugin::payments.instalment').findOne({ where: { documentId: id } });
    return row.remindOn;
  }, documentId);

const mailsTo = (email: string) => office.mailbox.mails.filter(({ recipients }) => recipients.includes(email));

/** Moves the office's clock on, and lets everything that is due by then go out. */
const at = async (instant: string) => {
  await office.clock(instant);
  await office.tick();
};

describe('an extension is shown before anything moves', () => {
  it('with the open instalments of the date: paid and cancelled left out, pinned and part-paid told', async () => {
    const institution = await institutionOf('Shown');
    const { customer } = await office.someone();
    const silent = { sendEmail: false };
    const [open, paid, cancelled, partly, pinned] = await Promise.all([
      owe(customer, institution, silent),
      owe(customer, institution, { ...silent, title: 'Paid' }),
      owe(customer, institution, { ...silent, title: 'Cancelled' }),
      owe(customer, institution, { ...silent, title: 'Partly' }),
      owe(customer, institution, {
        ...silent,
        title: 'Pinned',
        plan: { kind: 'single', total: eur('1.00'), date: '2027-02-26', pinned: true },
      }),
    ]);
    await owe(customer, institution, { ...silent, plan: { kind: 'single', total: eur('1.00'), date: '2027-02-25' } });
    await owe(customer, await institutionOf('Another'), silent);
    const settle = { revision: 1, paidOn: '2027-01-11', sendEmail: false };
    await dataOf(office.staff.post(`/payments/instalments/${first(paid).documentId}/settle`, settle));
    await dataOf(
      office.staff.post(`/payments/instalments/${first(partly).documentId}/settle`, { ...settle, amount: '50.00' }),
    );
    await dataOf(
      office.staff.post(`/payments/payments/${cancelled.documentId}/cancel`, { revision: 1, sendEmail: false }),
    );

    const shown = await preview({ institution });
    expect(new Map(shown.map((each) => [each.payment.documentId, [each.to, each.pinned, each.blocked]]))).toEqual(
      new Map([
        [open.documentId, ['2027-03-31', false, null]],
        [partly.documentId, ['2027-02-26', false, 'part-paid']],
        [pinned.documentId, ['2027-03-31', true, null]],
      ]),
    );
    expect(await preview({ institution, title: 'ΠΙΝΝΕΔ' })).toEqual([]);
    expect((await preview({ title: 'pinned', institution })).map(({ payment }) => payment.title)).toEqual(['Pinned']);
    expect(first(await read(open)).dueDate).toBe('2027-02-26');
  });

  it('with where a closed day puts each, and which would share a day with another instalment', async () => {
    const institution = await institutionOf('Closed', { convention: 'following' });
    const { customer } = await office.someone();
    const plan = {
      kind: 'automatic',
      total: eur('300.00'),
      amount: '100.00',
      count: 3,
      firstDate: '2027-01-29',
      period: 'month-end',
    };
    const planned = await owe(customer, institution, { plan, sendEmail: false });
    const single = await owe(customer, institution, { title: 'One', sendEmail: false });
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
    const pinned = await preview({ ...body, pinned: true });
    expect(pinned.map(({ to }) => to)).toEqual(['2027-03-28', '2027-03-28']);
    const shared = await preview({ ...body, to: '2027-03-31' });
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
    const institution = await institutionOf('Tax office of the decree');
    const one = await office.someone({ language: 'el' });
    const other = await office.someone();
    const payments = [
      await owe(one.customer, institution, { title: 'Φόρος εισοδήματος' }),
      await owe(one.customer, institution, { title: 'ΕΝΦΙΑ' }),
      await owe(other.customer, institution),
    ];
    await at('2027-01-11T08:20:00Z');
    office.mailbox.reset();

    const { extension, results } = await extend({ institution }, await preview({ institution }));
    expect(results.map(({ outcome }) => outcome)).toEqual(['moved', 'moved', 'moved']);
    expect(extension).toMatchObject({ reference: 'Decree A.1012/2027', moved: 3, by: 'Anna Admin', undone: null });
    const moved = await Promise.all(payments.map(read));
    expect(moved.map((each) => first(each).dueDate)).toEqual(['2027-03-31', '2027-03-31', '2027-03-31']);
    expect(moved[0]?.history[0]).toMatchObject({
      by: { kind: 'admin', name: 'Anna Admin' },
      loud: true,
      reason: 'Decree A.1012/2027',
      changes: [{ field: 'dueDate', number: 1, before: '2027-02-26', after: '2027-03-31' }],
    });
    expect(await remindOn(first(moved[0] as StaffPayment))).toBe('2027-03-24');

    await at('2027-01-11T08:23:00Z');
    expect(office.mailbox.mails).toHaveLength(2);
    const [greek] = mailsTo(one.email);
    expect(greek?.subject).toContain('2 πληρωμές');
    for (const part of ['Φόρος εισοδήματος', 'ΕΝΦΙΑ', 'Decree A.1012/2027', '26 Φεβ', '31 Μαρ']) {
      expect(greek?.text).toContain(part);
      expect(greek?.html).toContain(part.replaceAll('/', '&#x2F;'));
    }
    expect(greek?.text?.match(/Decree A\.1012\/2027/g)).toHaveLength(1);
    expect(mailsTo(other.email)[0]?.text).toContain('Decree A.1012/2027');
    // on the second payment's page too
    const log = await dataOf<{ kind: string }[]>(
      office.staff.get(`/payments/notices?payment=${payments[1]?.documentId}&kind=updated`),
    );
    expect(log).toHaveLength(1);
  });

  it('and leaves, each by name, what was paid, moved or edited since it was shown', async () => {
    const institution = await institutionOf('Changed meanwhile');
    const { customer } = await office.someone();
    const titles = ['Stays chosen', 'Paid', 'Edited', 'Elsewhere', 'Partly', 'Cancelled'];
    const payments = await Promise.all(titles.map((title) => owe(customer, institution, { title, sendEmail: false })));
    const [, paid, edited, elsewhere, partly, cancelled] = payments as [
      StaffPayment,
      StaffPayment,
      StaffPayment,
      StaffPayment,
      StaffPayment,
      StaffPayment,
    ];
    const shown = await preview({ institution });
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
    const { extension, results } = await extend({ institution }, shown, { sendEmail: false });
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
    const after = await Promise.all(payments.map(read));
    expect(after.map((payment) => first(payment).dueDate)).toEqual([
      '2027-03-31',
      '2027-02-26',
      '2027-02-26',
      '2027-02-25',
      '2027-02-26',
      '2027-02-26',
    ]);
    // shown again, the edited one moves
    const again = await extend(
      { institution },
      (await preview({ institution })).filter(({ blocked }) => !blocked),
    );
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['moved']);
    const nothing = await extend({ institution }, shown.slice(0, 1));
    expect(nothing).toEqual({ extension: null, results: [{ documentId: shown[0]?.documentId, outcome: 'elsewhere' }] });
  });

  it('tells the customer in the portal, and nothing of the old date goes out', async () => {
    const institution = await institutionOf('Told in the portal');
    const person = await office.someone();
    const payment = await owe(person.customer, institution, {
      plan: { kind: 'single', total: eur('10.00'), date: '2027-01-21' },
    });
    await at('2027-01-11T08:40:00Z');
    office.mailbox.reset();
    const rule = { institution, from: '2027-01-21', to: '2027-01-29' };
    await extend(rule, await preview(rule));
    // 14 January was to be reminded for the 21st; now the 22nd is, for the 29th
    await at('2027-01-14T08:00:00Z');
    expect(mailsTo(person.email).map(({ subject }) => subject)).toEqual([expect.stringContaining('Αλλαγή')]);
    await at('2027-01-22T08:00:00Z');
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
      const institution = await institutionOf(`Institution of ${count}`);
      const plan = (amount: string) => ({ kind: 'single', total: eur(amount), date: '2027-02-26' });
      for (let index = 0; index < count; index += 1) {
        await owe(customer, institution, { plan: plan(`${index + 1}.00`), sendEmail: false });
      }
      let to = '2027-03-01';
      let from = february.from;
      return countStatements(office.server, async () => {
        const chosen = await preview({ institution, from, to });
        const { results } = await extend({ institution, from, to }, chosen);
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

describe('an extension is undone as one', () => {
  it('within the edit window without a mail, after it with one per contact; what was edited since stays', async () => {
    const institution = await institutionOf('Undone');
    const person = await office.someone();
    const [back, edited, paid] = (await Promise.all(
      ['Back', 'Edited', 'Paid'].map((title) => owe(person.customer, institution, { title })),
    )) as [StaffPayment, StaffPayment, StaffPayment];
    await at('2027-01-11T09:20:00Z');
    office.mailbox.reset();

    const quick = await extend({ institution }, await preview({ institution }));
    const undone = await undo(quick.extension);
    expect(undone.undone).toMatchObject({ back: 3, stayed: 0, by: 'Anna Admin' });
    expect((await Promise.all([back, edited, paid].map(read))).map((each) => first(each).dueDate)).toEqual([
      '2027-02-26',
      '2027-02-26',
      '2027-02-26',
    ]);
    expect(await remindOn(first(back))).toBe('2027-02-19');
    await at('2027-01-11T09:23:00Z');
    expect(office.mailbox.mails).toEqual([]);
    expect((await office.notices(person.contact)).at(-1)).toMatchObject({
      kind: 'updated',
      state: 'suppressed',
      reason: 'cancelled-out',
    });
    const again = office.staff.post(`/payments/extensions/${quick.extension?.documentId}/undo`, { sendEmail: true });
    expect((await again).status).toBe(409);

    const slow = await extend({ institution }, await preview({ institution }));
    await at('2027-01-11T09:26:00Z');
    expect(office.mailbox.mails).toHaveLength(1);
    const since = await read(edited);
    await office.editInstalment(since, 0, { dueDate: '2027-04-29' }, false);
    const settled = await read(paid);
    await dataOf(
      office.staff.post(`/payments/instalments/${first(settled).documentId}/settle`, {
        revision: settled.revision,
        paidOn: '2027-01-11',
        sendEmail: false,
      }),
    );
    const path = `/payments/extensions/${slow.extension?.documentId}`;
    const before = await dataOf<ExtensionDetail>(office.staff.get(path));
    expect(new Map(before.moves.map(({ payment, undo: would }) => [payment?.title, would]))).toEqual(
      new Map([
        ['Back', 'back'],
        ['Edited', 'changed-since'],
        ['Paid', 'paid'],
      ]),
    );
    const half = await undo(slow.extension, { reason: 'Withdrawn by the ministry' });
    expect(half.undone).toMatchObject({ back: 1, stayed: 2 });
    expect(half.moves.map(({ undo: did }) => did).sort()).toEqual(['back', 'changed-since', 'paid']);
    expect((await Promise.all([back, edited, paid].map(read))).map((each) => first(each).dueDate)).toEqual([
      '2027-02-26',
      '2027-04-29',
      '2027-03-31',
    ]);
    expect((await read(back)).history[0]).toMatchObject({ reason: 'Withdrawn by the ministry' });
    await at('2027-01-11T09:30:00Z');
    expect(office.mailbox.mails).toHaveLength(2);
    expect(office.mailbox.mails[1]?.text).toContain('Withdrawn by the ministry');
    const list = await dataOf<ExtensionItem[]>(office.staff.get('/payments/extensions?pageSize=2'));
    expect(list.map(({ documentId }) => documentId)).toEqual([slow.extension?.documentId, quick.extension?.documentId]);
  });

  it('puts a pinned date back as it was pinned', async () => {
    const institution = await institutionOf('Pinned back');
    const { customer } = await office.someone();
    const plan = { kind: 'single', total: eur('1.00'), date: '2027-02-27', pinned: true };
    const payment = await owe(customer, institution, { plan, sendEmail: false });
    const rule = { institution, from: '2027-02-27' };
    const { extension } = await extend(rule, await preview(rule), { sendEmail: false });
    expect(first(await read(payment))).toMatchObject({ dueDate: '2027-03-31', pinned: false });
    await undo(extension, { sendEmail: false });
    expect(first(await read(payment))).toMatchObject({
      dueDate: '2027-02-27',
      nominalDate: '2027-02-27',
      pinned: true,
      shift: null,
    });
  });

  it('by two at a time goes back once', async () => {
    const institution = await institutionOf('Undone twice');
    const { customer } = await office.someone();
    await owe(customer, institution, { sendEmail: false });
    const { extension } = await extend({ institution }, await preview({ institution }), { sendEmail: false });
    const path = `/payments/extensions/${extension?.documentId}/undo`;
    const both = await Promise.all([1, 2].map(() => office.staff.post(path, { sendEmail: false })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('mail of an extension', () => {
  it('tells with the others what already waited, and what comes while it waits', async () => {
    const institution = await institutionOf('Folded');
    const person = await office.someone();
    const one = await owe(person.customer, institution, { title: 'One' });
    const two = await owe(person.customer, institution, { title: 'Two' });
    await at('2027-01-11T09:50:00Z');
    office.mailbox.reset();
    await office.edit(one, { description: 'Written before' });
    await extend({ institution }, await preview({ institution }));
    await office.edit(await read(two), { description: 'Written after' });
    await at('2027-01-11T09:53:00Z');
    expect(office.mailbox.mails).toHaveLength(1);
    for (const part of ['One', 'Two', 'Written before', 'Written after', 'Decree A.1012/2027']) {
      expect(office.mailbox.mails[0]?.text).toContain(part);
    }
    expect((await office.notices(person.contact)).map(({ reason }) => reason)).toContain('told-together');
  });

  it('says nothing of a payment that is withdrawn before it goes', async () => {
    const institution = await institutionOf('Withdrawn');
    const person = await office.someone();
    const one = await owe(person.customer, institution, { title: 'Still owed' });
    const gone = await owe(person.customer, institution, { title: 'Given up' });
    await at('2027-01-11T10:10:00Z');
    office.mailbox.reset();
    await extend({ institution }, await preview({ institution }));
    const { revision } = await read(gone);
    await dataOf(office.staff.post(`/payments/payments/${gone.documentId}/cancel`, { revision, sendEmail: true }));
    await at('2027-01-11T10:13:00Z');
    const subjects = office.mailbox.mails.map(({ subject }) => subject);
    expect(subjects).toHaveLength(2);
    const changed = office.mailbox.mails.find(({ subject = '' }) => subject.includes('Αλλαγή'));
    expect(changed?.text).not.toContain('Given up');
    expect(changed?.text).toContain(one.reference);
  });

  it('is none for what nobody is told of', async () => {
    const institution = await institutionOf('Silent');
    const person = await office.someone();
    await owe(person.customer, institution, { sendEmail: false });
    await extend({ institution }, await preview({ institution }), { sendEmail: false });
    expect(await office.notices(person.contact)).toEqual([]);
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
