import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { root } from './paths';
import { freePort } from './server-process';
import { eventually } from './wait';

/** The block of docs/deploy.md that a reader copies. */
const documented = (): string => {
  const text = fs.readFileSync(path.join(root, 'docs', 'deploy.md'), 'utf8');
  const block = /```nginx\n([\s\S]*?)```/.exec(text)?.[1];
  if (block === undefined) throw new Error('docs/deploy.md has no configuration of nginx.');
  return block;
};

/** Throws when the docs no longer say what is put in its place here, so that nothing is tested that nobody reads. */
const instead = (text: string, pattern: RegExp, replacement: string): string => {
  if (!pattern.test(text)) throw new Error(`docs/deploy.md has no ${String(pattern)}.`);
  return text.replace(pattern, replacement);
};

/** The documented configuration for these processes; its addresses and its certificate are a machine's own. */
const configuration = (ports: readonly number[], port: number): string => {
  const servers = ports.map((one) => `  server 127.0.0.1:${one} max_fails=0;\n`).join('');
  const upstream = instead(documented(), /( {2}server 127\.0\.0\.1:\d+ max_fails=0;\n)+/, servers);
  const listening = instead(upstream, /listen 443 ssl;/, `listen 127.0.0.1:${port};`);
  return instead(listening, /( {2}ssl_certificate[^\n]*\n)+/, '');
};

const surroundings = (folder: string, server: string): string => `
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
events { worker_connections 256; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
${server}
}`;

export interface Nginx {
  readonly url: string;
  stop(): Promise<void>;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/_health`).then(
    () => true,
    () => false,
  );

/** A real nginx before processes that listen on these ports, as docs/deploy.md says. */
export const startNginx = async (ports: readonly number[]): Promise<Nginx> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-nginx-'));
  const port = await freePort();
  const file = path.join(folder, 'nginx.conf');
  fs.writeFileSync(file, surroundings(folder, configuration(ports, port)));
  const child = spawn('nginx', ['-p', folder, '-c', file, '-e', path.join(folder, 'error.log')], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` },
  });
  const failure = new Promise<never>((_resolve, reject) => child.once('error', reject));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const log = () => fs.readFileSync(path.join(folder, 'error.log'), 'utf8');
  await Promise.race([failure, eventually(() => answers(url), 'nginx answers', 20_000)]).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${fs.existsSync(path.join(folder, 'error.log')) ? log() : ''}`, {
      cause: error,
    });
  });
  return {
    url,
    async stop() {
      child.kill('SIGQUIT');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(impatience);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
