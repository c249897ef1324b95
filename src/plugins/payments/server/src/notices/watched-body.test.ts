import net from 'node:net';
import { createTransport } from 'nodemailer';
import { classify } from './classify';
import { WatchedBody } from './watched-body';

/** A timer that nodemailer forgets when a server hangs up must not keep the process for half a minute. */
const quick = { ignoreTLS: true, greetingTimeout: 2_000 };

const sockets = new Set<net.Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});

/** A bare SMTP server: what it answers to each command, and where it hangs up. */
const startServer = async (answers: Readonly<Record<string, string | null>>): Promise<net.Server> => {
  const server = net.createServer((socket) => {
    let message = false;
    let rest = '';
    const say = (key: string, usual: string) => {
      const answer = key in answers ? answers[key] : usual;
      if (answer === null || answer === undefined) socket.destroy();
      else socket.write(`${answer}\r\n`);
    };
    socket.on('error', () => undefined);
    sockets.add(socket);
    socket.on('data', (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const command = line.slice(0, 4).toUpperCase();
        if (message && line !== '.') continue;
        if (message) say('END', '250 taken');
        else say(command, command === 'DATA' ? '354 go on' : '250 yes');
        message = command === 'DATA' && !message;
      }
    });
    say('GREETING', '220 ready');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

const body = 'Καλημέρα <b>σας</b> '.repeat(500);

const handOver = async (answers: Readonly<Record<string, string | null>>, pool: boolean) => {
  const server = await startServer(answers);
  const { port } = server.address() as net.AddressInfo;
  const transport = createTransport({ host: '127.0.0.1', port, pool, ...quick, maxRequeues: 0 } as object);
  const html = new WatchedBody(body);
  try {
    await transport.sendMail({ from: 'a@example.com', to: 'b@example.com', subject: 'x', text: 'plain', html });
    return { kind: 'sent', left: html.left };
  } catch (error) {
    return { ...classify(error, html.left ? 'read' : 'kept'), left: html.left };
  } finally {
    transport.close();
    server.close();
  }
};

describe.each([true, false])('what became of a mail (pool: %s)', (pool) => {
  test.each([
    ['all is well', {}, 'sent', true],
    ['no greeting', { GREETING: null }, 'retry', false],
    ['turned away at the door', { GREETING: '421 too busy' }, 'retry', false],
    ['dead at MAIL', { MAIL: null }, 'retry', false],
    ['sender refused for now', { MAIL: '451 later' }, 'retry', undefined],
    ['dead at RCPT', { RCPT: null }, 'retry', false],
    ['recipient refused for now', { RCPT: '450 later' }, 'retry', undefined],
    ['no such recipient', { RCPT: '550 nobody' }, 'refused', undefined],
    ['dead at DATA', { DATA: null }, 'retry', false],
    ['DATA refused', { DATA: '554 no' }, 'refused', undefined],
    ['dead after the message', { END: null }, 'uncertain', true],
    ['message refused for now', { END: '452 full' }, 'retry', true],
    ['message refused', { END: '550 spam' }, 'refused', true],
  ])('%s', async (_what, answers, kind, left) => {
    const outcome = await handOver(answers, pool);
    expect(outcome.kind).toBe(kind);
    if (left !== undefined) expect(outcome.left).toBe(left);
  });
});

test('a body is handed over once, whatever a pool does with it', async () => {
  const server = await startServer({});
  const { port } = server.address() as net.AddressInfo;
  const transport = createTransport({ host: '127.0.0.1', port, ...quick });
  const mail = { from: 'a@example.com', to: 'b@example.com', subject: 'x', text: 'plain', html: new WatchedBody(body) };
  await transport.sendMail(mail);
  await expect(transport.sendMail(mail)).rejects.toThrow('once');
  server.close();
});
