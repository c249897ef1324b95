import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const refusal = (message) => Object.assign(new Error(message), { responseCode: 550 });

/**
 * The mail server of the pictures. It keeps what arrives, refuses every `gone@…`, and hangs up on every `silent@…` after the message was
 * read, so that nobody knows whether it arrived.
 *
 * @returns {Promise<{ port: number, mails: import('mailparser').ParsedMail[], close: () => Promise<void> }>}
 */
export const startMailbox = async () => {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith('gone@') ? refusal('5.1.1 No such mailbox') : undefined),
    async onData(stream, session, callback) {
      const mail = await simpleParser(stream);
      if (session.envelope.rcptTo.some(({ address }) => address.startsWith('silent@'))) {
        for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
        return;
      }
      mails.push(mail);
      callback();
    },
  });
  server.on('error', () => undefined);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.server.address().port, mails, close: () => new Promise((resolve) => server.close(resolve)) };
};
