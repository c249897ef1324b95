import { execFile, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { root } from '../support/paths';
import { freePort } from '../support/server-process';

const execute = promisify(execFile);
const plugin = path.join(root, 'src', 'plugins', 'payments');

/** npm names the tarball; everything that a user would download is in it. */
export const packPlugin = async (folder: string): Promise<string> => {
  const { stdout } = await execute('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: plugin });
  return path.join(folder, stdout.trim().split('\n').at(-1) ?? '');
};

const rootPackage = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** What Strapi's template gives a new project, in the versions that are tested. */
const dependencies = Object.fromEntries(
  [
    '@strapi/strapi',
    '@strapi/plugin-users-permissions',
    '@strapi/provider-email-nodemailer',
    'better-sqlite3',
    'react',
    'react-dom',
    'react-router-dom',
    'styled-components',
  ].map((name) => [name, rootPackage.dependencies[name]]),
);

/** The files of an office's own Strapi: one content type of its own, as somebody wrote it who never heard of this plugin. */
const projectFiles = (): Record<string, string> => ({
  'package.json': JSON.stringify(
    {
      name: 'an-office-of-its-own',
      private: true,
      version: '1.0.0',
      scripts: { build: 'strapi build', start: 'strapi start' },
      dependencies,
      devDependencies: { typescript: '5.9.3', '@types/node': '20.19.43', '@types/react': '18.3.31' },
    },
    null,
    2,
  ),
  'tsconfig.json': JSON.stringify({
    extends: '@strapi/typescript-utils/tsconfigs/server',
    compilerOptions: { outDir: 'dist', rootDir: '.' },
    include: ['./', './**/*.ts', './**/*.js', 'src/**/*.json'],
    exclude: ['node_modules/', 'build/', 'dist/', '.cache/', '.tmp/', 'src/admin/', '**/*.test.*', 'src/plugins/**'],
  }),
  'favicon.ico': '',
  'public/robots.txt': '',
  'config/server.ts': `export default ({ env }) => ({
  host: '127.0.0.1', port: env.int('PORT'), app: { keys: env.array('APP_KEYS') },
  logger: { updates: { enabled: false } },
});`,
  'config/admin.ts': `export default ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') }, apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } }, secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});`,
  'config/api.ts': 'export default { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };',
  'config/middlewares.ts': `export default ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors',
  'strapi::poweredBy', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];`,
  'config/database.ts': `export default ({ env }) => ({
  connection: { client: 'sqlite', connection: { filename: env('DATABASE_FILENAME') }, useNullAsDefault: true },
});`,
  'config/plugins.ts': `export default ({ env }) => ({
  email: { config: {
    provider: 'nodemailer',
    providerOptions: { host: '127.0.0.1', port: env.int('SMTP_PORT'), ignoreTLS: true },
    settings: { defaultFrom: 'office@example.com', defaultReplyTo: 'office@example.com' },
  } },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
});`,
  'src/index.ts': `export default {
  register() {},
  async bootstrap({ strapi }) {
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    const action = 'api::dossier.dossier.find';
    const query = strapi.db.query('plugin::users-permissions.permission');
    if ((await query.count({ where: { action } })) === 0) await query.create({ data: { action, role: role.id } });
    if ((await strapi.documents('api::dossier.dossier').count({})) === 0)
      await strapi.documents('api::dossier.dossier').create({ data: { title: 'Dossier of old' } });
  },
};`,
  'src/api/dossier/content-types/dossier/schema.json': JSON.stringify({
    kind: 'collectionType',
    collectionName: 'dossiers',
    info: { singularName: 'dossier', pluralName: 'dossiers', displayName: 'Dossier' },
    options: { draftAndPublish: false },
    attributes: { title: { type: 'string', required: true } },
  }),
  'src/api/dossier/routes/dossier.ts': `import { factories } from '@strapi/strapi';
export default factories.createCoreRouter('api::dossier.dossier');`,
  'src/api/dossier/controllers/dossier.ts': `import { factories } from '@strapi/strapi';
export default factories.createCoreController('api::dossier.dossier');`,
  'src/api/dossier/services/dossier.ts': `import { factories } from '@strapi/strapi';
export default factories.createCoreService('api::dossier.dossier');`,
});

/** A Strapi project outside of this repository, installed, built and started by the commands that its owner would type. */
export interface HostProject {
  readonly folder: string;
  readonly url: string;
  /** Runs a command in the project's folder; throws with its output when it fails. */
  run(command: string): Promise<void>;
  write(file: string, text: string): void;
  read(file: string): string;
  /** Starts Strapi by a command, and waits until it answers. */
  start(command: string): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

const START_LIMIT_MS = 120_000;

const secrets = {
  APP_KEYS: 'keyOne,keyTwo',
  API_TOKEN_SALT: 'apiTokenSalt',
  ADMIN_JWT_SECRET: 'adminJwtSecret',
  TRANSFER_TOKEN_SALT: 'transferTokenSalt',
  JWT_SECRET: 'jwtSecret',
  ENCRYPTION_KEY: 'encryptionKey-of-32-characters-or-so',
};

const isUp = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false;
  }
};

/** npm starts Strapi as a grandchild: the whole group is told to stop. */
const endGroup = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await gone;
};

const waitUntilUp = async (url: string, child: ChildProcess, output: () => string): Promise<void> => {
  const limit = Date.now() + START_LIMIT_MS;
  while (!(await isUp(url))) {
    if (child.exitCode !== null) throw new Error(`Strapi ended while it started.\n${output()}`);
    if (Date.now() > limit) throw new Error(`Strapi did not start.\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

export const createHostProject = async (smtpPort: number): Promise<HostProject> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'an-office-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
    DATABASE_FILENAME: path.join(folder, '.tmp', 'data.db'),
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...secrets,
  };
  let child: ChildProcess | undefined;
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  };
  fs.mkdirSync(path.join(folder, '.tmp'));
  fs.mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
  for (const [file, text] of Object.entries(projectFiles())) write(file, text);

  const project: HostProject = {
    folder,
    url,
    write,
    read: (file) => fs.readFileSync(path.join(folder, file), 'utf8'),
    async run(command) {
      try {
        await execute('sh', ['-c', command], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
      } catch (error) {
        const { stdout, stderr } = error as { stdout?: string; stderr?: string };
        throw new Error(`${command} failed.\n${stdout ?? ''}\n${stderr ?? ''}`, { cause: error });
      }
    },
    async start(command) {
      const chunks: string[] = [];
      child = spawn('sh', ['-c', command], {
        cwd: folder,
        env: { ...env, NODE_ENV: 'production' },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
      }
      await waitUntilUp(url, child, () => chunks.join(''));
    },
    async stop() {
      if (child) await endGroup(child);
      child = undefined;
    },
    async remove() {
      await project.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
  return project;
};
