import type { ExtensionDetail, ExtensionItem } from '../../src/plugins/payments/contracts/extension';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf } from '../support/answers';
import { extending, first } from '../support/extending';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { eur } from '../support/office';

let office: MailOffice;
let does: ReturnType<typeof extending>;

beforeAll(async () => {
  office = await startMailOffice();
  does = extending(office);
  await office.clock('2027-01-11T08:00:00Z');
});

afterAll(() => office.close());

describe('an extension is undone as one', () => {
  it('within the edit window without a mail, after it with one per contact; what was edited since stays', async () => {
    const institution = await does.institutionOf('Undone');
    const person = await office.someone();
    const [back, edited, paid] = (await Promise.all(
      ['Back', 'Edited', 'Paid'].map((title) => does.owe(person.customer, institution, { title })),
    )) as [StaffPayment, StaffPayment, StaffPayment];
    await does.at('2027-01-11T09:20:00Z');
    office.mailbox.reset();

    const quick = await does.extend({ institution }, await does.preview({ institution }));
    const undone = await does.undo(quick.extension);
    expect(undone.undone).toMatchObject({ back: 3, stayed: 0, by: 'Anna Admin' });
    expect((await Promise.all([back, edited, paid].map(does.read))).map((each) => first(each).dueDate)).toEqual([
      '2027-02-26',
      '2027-02-26',
      '2027-02-26',
    ]);
    expect(await does.remindOn(first(back))).toBe('2027-02-19');
    await does.at('2027-01-11T09:23:00Z');
    expect(office.mailbox.mails).toEqual([]);
    expect((await office.notices(person.contact)).at(-1)).toMatchObject({
      kind: 'updated',
      state: 'suppressed',
      reason: 'cancelled-out',
    });
    const again = office.staff.post(`/payments/extensions/${quick.extension?.documentId}/undo`, { sendEmail: true });
    expect((await again).status).toBe(409);

    const slow = await does.extend({ institution }, await does.preview({ institution }));
    await does.at('2027-01-11T09:26:00Z');
    expect(office.mailbox.mails).toHaveLength(1);
    const since = await does.read(edited);
    await office.editInstalment(since, 0, { dueDate: '2027-04-29' }, false);
    const settled = await does.read(paid);
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
    const half = await does.undo(slow.extension, { reason: 'Withdrawn by the ministry' });
    expect(half.undone).toMatchObject({ back: 1, stayed: 2 });
    expect(half.moves.map(({ undo: did }) => did).sort()).toEqual(['back', 'changed-since', 'paid']);
    expect((await Promise.all([back, edited, paid].map(does.read))).map((each) => first(each).dueDate)).toEqual([
      '2027-02-26',
      '2027-04-29',
      '2027-03-31',
    ]);
    expect((await does.read(back)).history[0]).toMatchObject({ reason: 'Withdrawn by the ministry' });
    await does.at('2027-01-11T09:30:00Z');
    expect(office.mailbox.mails).toHaveLength(2);
    expect(office.mailbox.mails[1]?.text).toContain('Withdrawn by the ministry');
    const list = await dataOf<ExtensionItem[]>(office.staff.get('/payments/extensions?pageSize=2'));
    expect(list.map(({ documentId }) => documentId)).toEqual([slow.extension?.documentId, quick.extension?.documentId]);
  });

  it('puts a pinned date back as it was pinned', async () => {
    const institution = await does.institutionOf('Pinned back');
    const { customer } = await office.someone();
    const plan = { kind: 'single', total: eur('1.00'), date: '2027-02-27', pinned: true };
    const payment = await does.owe(customer, institution, { plan, sendEmail: false });
    const rule = { institution, from: '2027-02-27' };
    const { extension } = await does.extend(rule, await does.preview(rule), { sendEmail: false });
    expect(first(await does.read(payment))).toMatchObject({ dueDate: '2027-03-31', pinned: false });
    await does.undo(extension, { sendEmail: false });
    expect(first(await does.read(payment))).toMatchObject({
      dueDate: '2027-02-27',
      nominalDate: '2027-02-27',
      pinned: true,
      shift: null,
    });
  });

  it('by two at a time goes back once', async () => {
    const institution = await does.institutionOf('Undone twice');
    const { customer } = await office.someone();
    await does.owe(customer, institution, { sendEmail: false });
    const { extension } = await does.extend({ institution }, await does.preview({ institution }), { sendEmail: false });
    const path = `/payments/extensions/${extension?.documentId}/undo`;
    const both = await Promise.all([1, 2].map(() => office.staff.post(path, { sendEmail: false })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('mail of an extension', () => {
  it('tells with the others what already waited, and what comes while it waits', async () => {
    const institution = await does.institutionOf('Folded');
    const person = await office.someone();
    const one = await does.owe(person.customer, institution, { title: 'One' });
    const two = await does.owe(person.customer, institution, { title: 'Two' });
    await does.at('2027-01-11T09:50:00Z');
    office.mailbox.reset();
    await office.edit(one, { description: 'Written before' });
    await does.extend({ institution }, await does.preview({ institution }));
    await office.edit(await does.read(two), { description: 'Written after' });
    await does.at('2027-01-11T09:53:00Z');
    expect(office.mailbox.mails).toHaveLength(1);
    for (const part of ['One', 'Two', 'Written before', 'Written after', 'Decree A.1012/2027']) {
      expect(office.mailbox.mails[0]?.text).toContain(part);
    }
    expect((await office.notices(person.contact)).map(({ reason }) => reason)).toContain('told-together');
  });

  it('says nothing of a payment that is withdrawn before it goes', async () => {
    const institution = await does.institutionOf('Withdrawn');
    const person = await office.someone();
    const one = await does.owe(person.customer, institution, { title: 'Still owed' });
    const gone = await does.owe(person.customer, institution, { title: 'Given up' });
    await does.at('2027-01-11T10:10:00Z');
    office.mailbox.reset();
    await does.extend({ institution }, await does.preview({ institution }));
    const { revision } = await does.read(gone);
    await dataOf(office.staff.post(`/payments/payments/${gone.documentId}/cancel`, { revision, sendEmail: true }));
    await does.at('2027-01-11T10:13:00Z');
    const subjects = office.mailbox.mails.map(({ subject }) => subject);
    expect(subjects).toHaveLength(2);
    const changed = office.mailbox.mails.find(({ subject = '' }) => subject.includes('Αλλαγή'));
    expect(changed?.text).not.toContain('Given up');
    expect(changed?.text).toContain(one.reference);
  });

  it('is none for what nobody is told of', async () => {
    const institution = await does.institutionOf('Silent');
    const person = await office.someone();
    await does.owe(person.customer, institution, { sendEmail: false });
    await does.extend({ institution }, await does.preview({ institution }), { sendEmail: false });
    expect(await office.notices(person.contact)).toEqual([]);
  });
});
