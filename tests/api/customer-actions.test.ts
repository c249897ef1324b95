import type { CustomerValue } from '../../src/plugins/payments/contracts/customer';
import { statement } from '../../src/plugins/payments/contracts/customer-actions';
import type { Statement } from '../../src/plugins/payments/contracts/customer-actions';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { eur } from '../support/office';
import type { Envelope } from '../support/office';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64, 7)]);

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
  await office.clock('2026-11-23T10:00:00Z');
});

beforeEach(() => office.mailbox.reset());

afterAll(() => office.close());

const post = (path: string, body: object) => office.staff.post<Envelope<CustomerValue>>(`/payments${path}`, body);
const archive = (customer: string, archived: boolean) => post(`/customers/${customer}/archive`, { archived });

describe('archiving a customer', () => {
  test('stops what is said to its contacts, keeps all readable, and is taken back', async () => {
    const { customer, email } = await office.someone({ language: 'en' });
    const payment = await office.register(customer, { sendEmail: false });
    expect((await archive(customer, true)).body.data.archivedAt).not.toBeNull();
    expect((await archive(customer, true)).status).toBe(200);
    const edited = await office.edit(payment, { title: 'Said to nobody' });
    await office.clock('2026-11-23T10:10:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect((await office.staff.get(`/payments/payments/${payment.documentId}`)).status).toBe(200);

    expect((await archive(customer, false)).body.data.archivedAt).toBeNull();
    await office.edit(edited, { title: 'Said again' });
    await office.clock('2026-11-23T10:20:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
  });

  test('of nobody is 404', async () => {
    expect((await archive('nobody0000', true)).status).toBe(404);
  });
});

describe('who is responsible', () => {
  test('is named for one customer, or for all of the one before', async () => {
    const staff = await office.staff.get<Envelope<{ documentId: string; name: string }[]>>('/payments/staff');
    const anna = staff.body.data[0]?.documentId;
    const people = [await office.someone(), await office.someone()];
    for (const { customer } of people) {
      const answer = await post(`/customers/${customer}/reassign`, { responsible: anna });
      expect(answer.body.data.responsible).toEqual({ documentId: anna, name: 'Anna Admin' });
    }
    const first = people[0]?.customer ?? '';
    const freed = await post(`/customers/${first}/reassign`, { responsible: null, all: true });
    expect(freed.body.meta).toEqual({ reassigned: 2 });
    const second = await office.staff.get<Envelope<CustomerValue>>(`/payments/customers/${people[1]?.customer}`);
    expect(second.body.data.responsible).toBeNull();
    const unknown = await post(`/customers/${first}/reassign`, { responsible: 'nobody0000' });
    expect(unknown).toMatchObject({
      status: 400,
      body: { error: { details: { errors: [{ path: ['responsible'] }] } } },
    });
  });
});

describe('a statement', () => {
  test('has every instalment that is not cancelled, and its sums', async () => {
    const { customer } = await office.someone();
    const payment = await office.register(customer, { managerComments: 'For staff' });
    const row = payment.instalments[0]?.documentId;
    const body = { revision: payment.revision, amount: '50.00', paidOn: '2026-11-20', sendEmail: false };
    await office.staff.post(`/payments/instalments/${row}/settle`, body);
    const read = async (query = ''): Promise<Statement> => {
      const answer = await office.staff.get<Envelope<Statement>>(`/payments/customers/${customer}/statement${query}`);
      return statement.parse(answer.body.data);
    };
    const data = await read();
    expect(data).toMatchObject({
      date: '2026-11-23',
      lines: [{ number: 1, of: 1, amount: eur('850.00'), paid: eur('50.00'), paidOn: '2026-11-20', state: 'upcoming' }],
      total: [eur('850.00')],
      paid: [eur('50.00')],
      outstanding: [eur('800.00')],
    });
    expect(JSON.stringify(data)).not.toContain('For staff');
    expect((await read('?from=2027-02-01')).lines).toEqual([]);
    expect((await office.staff.get('/payments/customers/nobody0000/statement')).status).toBe(404);
  });
});

describe('an invitation', () => {
  test('is mailed to the contact, and asks for an address', async () => {
    const { contact, email } = await office.someone({ language: 'en' });
    expect((await post(`/contacts/${contact}/invite`, {})).status).toBe(200);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    const answer = await office.staff.post<Envelope<CustomerValue>>('/payments/customers', {
      name: 'Mute',
      contacts: [{ name: 'Mute', email: null }],
    });
    const mute = answer.body.data.contacts[0]?.documentId;
    expect((await post(`/contacts/${mute}/invite`, {})).status).toBe(400);
    expect((await post('/contacts/nobody0000/invite', {})).status).toBe(404);
  });
});

describe('attachments', () => {
  const upload = (payment: StaffPayment, bytes: Buffer, name = 'notice.png') => {
    const body = new FormData();
    body.set('revision', String(payment.revision));
    body.set('sendEmail', 'false');
    body.append('file', new Blob([new Uint8Array(bytes)]), name);
    return office.staff.post<Envelope<StaffPayment>>(`/payments/payments/${payment.documentId}/attachments`, body);
  };

  test('are added, read and taken away, each with its place in the history', async () => {
    const { customer } = await office.someone();
    const payment = await office.register(customer, { sendEmail: false });
    const added = (await upload(payment, png)).body.data;
    const [file] = added.attachments;
    expect(file).toMatchObject({ name: 'notice.png', type: 'image/png', size: png.length });
    expect(added.history[0]?.changes).toMatchObject([{ field: 'attachments', before: null, after: 'notice.png' }]);
    const path = `/payments/payments/${payment.documentId}/attachments/${file?.id}`;
    const answer = await office.staff.raw('GET', path);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
    expect((await upload(payment, png)).status).toBe(409);
    const removed = await office.staff.delete<Envelope<StaffPayment>>(
      `${path}?revision=${added.revision}&sendEmail=false`,
    );
    expect(removed.body.data.attachments).toEqual([]);
    expect((await office.staff.get(path)).status).toBe(404);
  });

  test('that are no PDF or picture are refused, and nothing is attached', async () => {
    const { customer } = await office.someone();
    const payment = await office.register(customer, { sendEmail: false });
    const refused = await upload(payment, Buffer.from('<script>alert(1)</script>'), 'notice.pdf');
    expect(refused).toMatchObject({ status: 400, body: { error: { details: { errors: [{ path: ['file'] }] } } } });
    const none = await office.staff.post(`/payments/payments/${payment.documentId}/attachments`, {
      revision: payment.revision,
      sendEmail: 'false',
    });
    expect(none.status).toBe(400);
    const read = await office.staff.get<Envelope<StaffPayment>>(`/payments/payments/${payment.documentId}`);
    expect(read.body.data.attachments).toEqual([]);
  });
});
