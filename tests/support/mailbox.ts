import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';

/** How the server treats the next messages. `times` counts down; without it the behaviour stays until `reset`. */
export type Behaviour = { readonly times?: number } & (
  | { readonly kind: 'slow'; readonly delay: number }
  | {
      readonly kind: 'refuse';
      readonly code: number;
      readonly at?: 'mail' | 'rcpt' | 'data';
      readonly message?: string;
    }
  /** The message arrived in full, the answer never does: `keep` says whether the mailbox then has the mail. */
  | { readonly kind: 'die-after-data'; readonly keep: boolean }
  | { readonly kind: 'die-before-greeting' }
  /** Takes the connection and never says a word. */
  | { readonly kind: 'never-greet' }
);

export interface ReceivedMail extends ParsedMail {
  /** The envelope's recipients, which is where the mail really goes. */
  readonly recipients: readonly string[];
  readonly raw: string;
}

export interface Mailbox {
  readonly port: number;
  /** In the order of arrival. */
  readonly mails: readonly ReceivedMail[];
  /** Resolves with the first mail, past or coming, for which `predicate` holds. */
  waitFor(predicate: (mail: ReceivedMail) => boolean, limit?: number): Promise<ReceivedMail>;
  to(address: string): readonly ReceivedMail[];
  behave(behaviour: Behaviour): void;
  /** Forgets mails and behaviours. */
  reset(): void;
  /** The server is down: its port refuses connections, until it comes back on the same one. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  offer(mail: ReceivedMail): void;
}

// The library waits 100 ms before it greets, to catch early talkers; a test has none and would only measure the wait.
SMTPConnection.prototype.init = function init(this: SMTPConnection) {
  this._setListeners(() => this.connectionReady());
};

const smtpError = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** The behaviours in force; the first one of a kind that a moment asks for is used up by it. */
class Behaviours {
  private list: { behaviour: Behaviour; left: number }[] = [];

  add(behaviour: Behaviour): void {
    this.list.push({ behaviour, left: behaviour.times ?? Infinity });
  }

  clear(): void {
    this.list = [];
  }

  take<Match extends Behaviour>(matches: (behaviour: Behaviour) => behaviour is Match): Match | undefined {
    for (const entry of this.list) {
      const { behaviour } = entry;
      if (entry.left <= 0 || !matches(behaviour)) continue;
      entry.left -= 1;
      return behaviour;
    }
    return undefined;
  }

  refusal(at: 'mail' | 'rcpt' | 'data'): Error | undefined {
    type Refusal = Extract<Behaviour, { kind: 'refuse' }>;
    const found = this.take((b): b is Refusal => b.kind === 'refuse' && (b.at ?? 'rcpt') === at);
    return found && smtpError(found.code, found.message ?? 'As the test wants it');
  }

  ofKind<Kind extends Behaviour['kind']>(kind: Kind): Extract<Behaviour, { kind: Kind }> | undefined {
    return this.take((b): b is Extract<Behaviour, { kind: Kind }> => b.kind === kind);
  }
}

/** What has arrived, and who waits for more. */
class Arrivals {
  readonly mails: ReceivedMail[] = [];
  private readonly waiting = new Set<Waiting>();

  add(mail: ReceivedMail): void {
    this.mails.push(mail);
    for (const one of this.waiting) one.offer(mail);
  }

  waitFor(predicate: (mail: ReceivedMail) => boolean, limit: number): Promise<ReceivedMail> {
    const known = this.mails.find(predicate);
    if (known) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const subjects = () => this.mails.map(({ subject }) => subject).join(' | ') || 'none';
      const timer = setTimeout(() => {
        this.waiting.delete(one);
        reject(new Error(`No such mail in ${limit} ms; there were: ${subjects()}`));
      }, limit);
      const one: Waiting = {
        offer: (mail) => {
          if (!predicate(mail)) return;
          clearTimeout(timer);
          this.waiting.delete(one);
          resolve(mail);
        },
      };
      this.waiting.add(one);
    });
  }
}

const readAll = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const toMail = async (raw: Buffer, session: SMTPServerSession): Promise<ReceivedMail> => ({
  ...(await simpleParser(raw)),
  recipients: session.envelope.rcptTo.map(({ address }) => address),
  raw: raw.toString(),
});

const createServer = (behaviours: Behaviours, arrivals: Arrivals): SMTPServer => {
  const hangUp = (session: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
  };
  /** @returns Whether the client gets its "accepted". */
  const receive = async (raw: Buffer, session: SMTPServerSession): Promise<boolean> => {
    const slow = behaviours.ofKind('slow');
    // A test that has ended does not wait for an answer that nobody reads.
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow.delay).unref());
    const refusal = behaviours.refusal('data');
    if (refusal) throw refusal;
    const death = behaviours.ofKind('die-after-data');
    if (!death || death.keep) arrivals.add(await toMail(raw, session));
    if (death) hangUp(session);
    return !death;
  };
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect(session, callback) {
      if (behaviours.ofKind('die-before-greeting')) hangUp(session);
      else if (!behaviours.ofKind('never-greet')) callback();
    },
    onAuth: (_auth, _session, callback) => callback(null, { user: 'test' }),
    onMailFrom: (_address, _session, callback) => callback(behaviours.refusal('mail')),
    onRcptTo: (_address, _session, callback) => callback(behaviours.refusal('rcpt')),
    onData(stream, session, callback) {
      readAll(stream)
        .then((raw) => receive(raw, session))
        .then((answer) => answer && callback(), callback);
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => socket.setNoDelay(true));
  return server;
};

const listen = (server: SMTPServer, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('The mailbox has no port.'));
    });
  });

/** A real SMTP server on a port of its own that keeps what it gets, and fails in the ways that a test asks for. */
export const startMailbox = async (): Promise<Mailbox> => {
  const behaviours = new Behaviours();
  const arrivals = new Arrivals();
  let server = createServer(behaviours, arrivals);
  const port = await listen(server, 0);
  const goAway = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return {
    port,
    mails: arrivals.mails,
    waitFor: (predicate, limit = 10_000) => arrivals.waitFor(predicate, limit),
    to: (recipient) => arrivals.mails.filter(({ recipients }) => recipients.includes(recipient)),
    behave: (behaviour) => behaviours.add(behaviour),
    reset() {
      behaviours.clear();
      arrivals.mails.length = 0;
    },
    goAway,
    async comeBack() {
      server = createServer(behaviours, arrivals);
      await listen(server, port);
    },
    close: goAway,
  };
};
