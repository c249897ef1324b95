import { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';

/** A mail server that counts what it takes and keeps nothing. */
export interface Sink {
  readonly port: number;
  count(): number;
  bytes(): number;
  close(): Promise<void>;
}

// The library waits 100 ms before it greets, to catch early talkers: both sides would mostly measure that.
SMTPConnection.prototype.init = function init(this: SMTPConnection) {
  this._setListeners(() => this.connectionReady());
};

export const startSink = (): Promise<Sink> => {
  let mails = 0;
  let size = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData(stream, _session, callback) {
      stream.on('data', (chunk: Buffer) => (size += chunk.length));
      stream.on('end', () => {
        mails += 1;
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  // Nagle's algorithm would hold each answer back for 45 ms.
  server.server.on('connection', (socket) => socket.setNoDelay(true));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        count: () => mails,
        bytes: () => size,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
};
