import { createTransport, type Transporter } from 'nodemailer';

import { startMailbox, type Mailbox } from './mailbox';

let mailbox: Mailbox;
let transport: Transporter;

const send = (subject: string) =>
  transport.sendMail({ from: 'office@example.com', to: 'contact@example.com', subject, text: 'Καλημέρα' });

beforeAll(async () => {
  mailbox = await startMailbox();
});

beforeEach(() => {
  transport = createTransport({ host: '127.0.0.1', port: mailbox.port, socketTimeout: 2_000, greetingTimeout: 500 });
});

afterEach(() => {
  transport.close();
  mailbox.reset();
});

afterAll(() => mailbox.close());

test('a mail arrives parsed, with its envelope', async () => {
  await send('One');
  const mail = await mailbox.waitFor(({ subject }) => subject === 'One');
  expect(mail.text?.trim()).toBe('Καλημέρα');
  expect(mail.recipients).toEqual(['contact@example.com']);
  expect(mailbox.to('contact@example.com')).toHaveLength(1);
});

test('waiting for a mail that does not come names those that did', async () => {
  await send('Another');
  await expect(mailbox.waitFor(() => false, 20)).rejects.toThrow('Another');
});

test.each(['mail', 'rcpt', 'data'] as const)('a refusal at %s has its code and counts down', async (at) => {
  mailbox.behave({ kind: 'refuse', code: 450, at, times: 1 });
  await expect(send('Refused')).rejects.toMatchObject({ responseCode: 450 });
  await send('Accepted');
  expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['Accepted']);
});

test.each([true, false])('the connection dies after the message was read (kept: %s)', async (keep) => {
  mailbox.behave({ kind: 'die-after-data', keep, times: 1 });
  await expect(send('Uncertain')).rejects.toThrow();
  expect(mailbox.mails).toHaveLength(keep ? 1 : 0);
});

test('the connection dies before the greeting', async () => {
  mailbox.behave({ kind: 'die-before-greeting', times: 1 });
  await expect(send('Never')).rejects.toThrow();
  expect(mailbox.mails).toHaveLength(0);
});

test('a slow answer comes late, but comes', async () => {
  mailbox.behave({ kind: 'slow', delay: 300, times: 1 });
  const start = Date.now();
  await send('Late');
  expect(Date.now() - start).toBeGreaterThanOrEqual(290);
});
