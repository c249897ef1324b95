import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { ports } from './ports.mjs';

const secret = () => randomBytes(24).toString('base64url');

const newSecrets = () => ({
  APP_KEYS: `${secret()},${secret()}`,
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  JWT_SECRET: secret(),
  ENCRYPTION_KEY: secret(),
});

const parse = (text) =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/** The demo's own secrets: made at the first start and kept, so that sessions outlive a restart. */
const secretsOf = (file) => {
  if (!fs.existsSync(file)) {
    const lines = Object.entries(newSecrets()).map(([name, value]) => `${name}=${value}`);
    fs.writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  }
  return parse(fs.readFileSync(file, 'utf8'));
};

/**
 * What the demo's processes find in their environment. A developer's `.env` has no say: the demo is the same on every machine.
 *
 * @param {string} scratch The folder of the demo's files.
 */
export const demoEnvironment = (scratch) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  // Neither production, whose cookies want HTTPS, nor development, which opens a browser.
  NODE_ENV: 'demo',
  ENV_PATH: path.join(scratch, 'demo.env'),
  ...secretsOf(path.join(scratch, 'demo.env')),
  HOST: '0.0.0.0',
  PORT: String(ports.web),
  PUBLIC_URL: `http://localhost:${ports.web}`,
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: path.join(scratch, 'demo.db'),
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(ports.smtp),
  // In quotes: parentheses are a comment there, which mail programs drop (RFC 5322).
  EMAIL_FROM: '"Papadaki & Partners (demo)" <office@example.com>',
  EMAIL_REPLY_TO: 'office@example.com',
  MAILBOX_PORT: String(ports.mailbox),
  MAIL_DIRECTORY: path.join(scratch, 'demo-mail'),
  STRAPI_TELEMETRY_DISABLED: 'true',
  STARTUP_MESSAGE: 'false',
});
