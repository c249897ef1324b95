// `npm run demo`: one command on a clean clone. Installs and builds what is missing, seeds an office, starts the mail catcher and
// Strapi on SQLite, prints where to look and how to sign in. `npm run demo -- --fresh` starts over. Ctrl-C ends all of it.
import fs from 'node:fs';
import path from 'node:path';

import { buildOnce } from './build-once.mjs';
import { createChildren } from './demo/children.mjs';
import { demoEnvironment } from './demo/environment.mjs';
import { ports, refuseBusyPorts } from './demo/ports.mjs';
import { installDependencies } from './lib/prepare.mjs';
import { elapsed, root } from './lib/run.mjs';

/** Where the demo keeps its data; a test has its own. */
const scratch = process.env.DEMO_FOLDER ?? path.join(root, '.tmp');

/** Everything that the demo keeps between two starts. */
const kept = ['demo.db', 'demo.db-wal', 'demo.db-shm', 'demo.env', 'demo-mail', 'demo-files'];

const startOver = () => {
  for (const name of kept) fs.rmSync(path.join(scratch, name), { recursive: true, force: true });
};

const describe = ({ logins }) => `
  Staff      http://localhost:${ports.web}/admin
             ${logins.administrator.email}  ${logins.administrator.password}

  Customers  http://localhost:${ports.web}/portal
${logins.contacts.map(({ email, password, about }) => `             ${email.padEnd(22)} ${password}  ${about}`).join('\n')}

  Mailbox    http://localhost:${ports.mailbox}   every mail that the demo sends

  Ctrl-C stops it; what you did is kept. \`npm run demo -- --fresh\` starts over.
`;

const main = async () => {
  const start = performance.now();
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20 || major > 24) throw new Error(`Strapi needs Node 20 to 24; this is ${process.version}.`);
  await refuseBusyPorts();
  if (process.argv.includes('--fresh')) startOver();
  fs.mkdirSync(scratch, { recursive: true });
  await installDependencies();
  await buildOnce();

  const children = createChildren();
  const env = demoEnvironment(scratch);
  await children.start('mailbox', 'mailbox.mjs', env);
  console.log('Starting Strapi …');
  const ready = await children.start('Strapi', 'host.mjs', env);
  console.log(`Ready in ${elapsed(start)}.\n${describe(ready)}`);
};

await main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
