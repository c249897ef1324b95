// The demo's mail catcher: what the office sends arrives here and nowhere else.
import { MailDev } from 'maildev';

const { SMTP_PORT, MAILBOX_PORT, MAIL_DIRECTORY } = process.env;

const maildev = new MailDev({
  smtp: Number(SMTP_PORT),
  ip: '127.0.0.1',
  web: Number(MAILBOX_PORT),
  webIp: '127.0.0.1',
  mailDirectory: MAIL_DIRECTORY,
  hideExtensions: ['STARTTLS'],
  silent: true,
});

const stop = () =>
  maildev.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
// Ctrl-C reaches every process of the terminal; the runner decides when it is this one's turn.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', stop);
process.on('disconnect', stop);

await maildev.start();
process.send({});
