import { startMailOffice, type MailOffice } from '../support/mail-office';
import { administrator } from '../support/users';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
  await office.staff.put('/payments/settings', { replyTo: 'office@example.com' });
});

beforeEach(async () => {
  office.mailbox.reset();
  await office.clock('2026-11-23T10:00:00Z');
});

afterAll(() => office.close());

const replyTo = (email: string) => office.mailbox.to(email).map(({ replyTo }) => replyTo?.text);

/** Somebody who acts for a customer, told of a payment and then reminded of it. */
const mailed = async (responsible: boolean) => {
  const person = await office.someone({ language: 'en' });
  if (responsible) await office.beResponsible(person.customer);
  const payment = await office.register(person.customer);
  await office.tick();
  await office.clock('2027-01-22T07:00:30Z');
  await office.tick();
  return { ...person, payment };
};

test('answers go to who is responsible for the customer, of a registration and of a reminder alike', async () => {
  const { email } = await mailed(true);
  expect(replyTo(email)).toEqual([administrator.email, administrator.email]);
});

test('answers go to the office where nobody is responsible', async () => {
  const { email } = await mailed(false);
  expect(replyTo(email)).toEqual(['office@example.com', 'office@example.com']);
});

test('a mail about several customers is answered to the office, unless one person looks after all of them', async () => {
  const one = await office.someone({ language: 'en' });
  const other = await office.someone({ language: 'en' });
  await office.server.evaluate(
    ({ strapi }, [customer, contact]) =>
      strapi.documents('plugin::payments.customer' as never).update({
        documentId: customer,
        data: { contacts: { connect: [contact] } },
      } as never),
    [other.customer, one.contact] as const,
  );
  await office.beResponsible(one.customer);
  for (const { customer } of [one, other]) await office.register(customer, { sendEmail: false });
  await office.clock('2027-01-22T07:00:30Z');
  await office.tick();
  expect(replyTo(one.email)).toEqual(['office@example.com']);
  await office.beResponsible(other.customer);
  await office.clock('2027-01-28T07:00:30Z');
  await office.tick();
  expect(replyTo(one.email)).toEqual(['office@example.com', administrator.email]);
});

test('one click takes nobody off mails that are no reminders', async () => {
  const { email, payment } = await mailed(false);
  await office.staff.post(`/payments/payments/${payment.documentId}/message`, { subject: 'Hello', body: 'Call us.' });
  await office.edit(payment, { title: 'Another' });
  await office.clock('2027-01-22T07:10:00Z');
  await office.tick();
  const unsubscribes = office.mailbox
    .to(email)
    .map(({ subject, raw }) => [subject?.split(/[: ]/)[0], /^List-Unsubscribe-Post:/m.test(raw)]);
  expect(unsubscribes).toEqual([
    ['New', false],
    ['Reminder', true],
    ['Hello', false],
    ['Changed', false],
  ]);
});
