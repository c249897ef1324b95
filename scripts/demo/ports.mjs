import net from 'node:net';

/** Where the demo listens; the environment may move it. */
export const ports = {
  web: Number(process.env.PORT ?? 1337),
  smtp: Number(process.env.SMTP_PORT ?? 1025),
  mailbox: Number(process.env.MAILBOX_PORT ?? 1080),
};

const variables = { web: 'PORT', smtp: 'SMTP_PORT', mailbox: 'MAILBOX_PORT' };

const isBusy = (port) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)));
    probe.listen(port, () => probe.close(() => resolve(false)));
  });

/** Throws one message that names every port in use and what to do; nothing is started then. */
export const refuseBusyPorts = async () => {
  const busy = [];
  for (const [name, port] of Object.entries(ports)) if (await isBusy(port)) busy.push([variables[name], port]);
  if (busy.length === 0) return;
  const list = busy.map(([, port]) => port).join(', ');
  const example = busy.map(([variable, port]) => `${variable}=${port + 1000}`).join(' ');
  throw new Error(
    `In use already: port ${list}. Stop what listens there (another demo?), or choose others:\n  ${example} npm run demo`,
  );
};
