import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { freePort } from '../support/server-process';
import { perform, startByCommand, type Running } from './commands';
import { projectFiles, type Language } from './host-files';

/** A Strapi project outside of this repository, installed, built and started by the commands that its owner would type. */
export interface HostProject {
  readonly folder: string;
  readonly url: string;
  /** Runs a command in the project's folder; throws with its output when it fails. */
  run(command: string): Promise<void>;
  /** Starts Strapi by a command and waits until it answers; `changes` to the environment stay until the next start. */
  start(command: string, changes?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

const secrets = {
  APP_KEYS: 'keyOne,keyTwo',
  API_TOKEN_SALT: 'apiTokenSalt',
  ADMIN_JWT_SECRET: 'adminJwtSecret',
  TRANSFER_TOKEN_SALT: 'transferTokenSalt',
  JWT_SECRET: 'jwtSecret',
  ENCRYPTION_KEY: 'encryptionKey-of-32-characters-or-so',
};

const quietNpm = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_loglevel: 'error' };

const writeProject = (folder: string, language: Language): void => {
  fs.mkdirSync(path.join(folder, '.tmp'));
  for (const [file, text] of Object.entries(projectFiles(language))) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
};

const environmentOf = (folder: string, port: number, smtpPort: number): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  PORT: String(port),
  SMTP_PORT: String(smtpPort),
  DATABASE_FILENAME: path.join(folder, '.tmp', 'data.db'),
  STRAPI_TELEMETRY_DISABLED: 'true',
  ...secrets,
  ...quietNpm,
});

export const createHostProject = async (language: Language, smtpPort: number): Promise<HostProject> => {
  // The name says nothing of this repository: nothing may be found by walking up.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'an-office-'));
  const log = path.join(folder, 'commands.log');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = environmentOf(folder, port, smtpPort);
  let running: Running | undefined;
  writeProject(folder, language);

  const project: HostProject = {
    folder,
    url,
    // The types for TypeScript are development's: only building and starting are production's.
    run: (command) => perform(command, folder, env, log),
    async start(command, changes = {}) {
      await project.stop();
      running = await startByCommand(command, {
        cwd: folder,
        env: { ...env, NODE_ENV: 'production', ...changes },
        log,
        url,
      });
    },
    async stop() {
      await running?.stop();
      running = undefined;
    },
    async remove() {
      await project.stop();
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return project;
};
