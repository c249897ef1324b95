import http from 'node:http';

import type { Request } from './load';

/** Open event streams, and when each heard of what. */
export interface Crowd {
  /** Waits until so many streams have heard of this version of an obligation; answers when each did. */
  heard(obligation: string, version: number, streams: number): Promise<number[]>;
  close(): void;
}

interface Waiting {
  readonly times: number[];
  readonly wanted: number;
  readonly done: (times: number[]) => void;
}

const LIMIT_MS = 30_000;

/** @param requests one for each stream that is to be opened */
export const openStreams = async (requests: readonly Request[]): Promise<Crowd> => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
  const early = new Map<string, number[]>();
  const waiting = new Map<string, Waiting>();
  const hear = (obligation: string, version: number) => {
    const key = `${obligation} ${version}`;
    const now = performance.now();
    const one = waiting.get(key);
    if (!one) return void early.set(key, [...(early.get(key) ?? []), now]);
    one.times.push(now);
    if (one.times.length === one.wanted) one.done(one.times);
  };
  const open = ({ url, headers }: Request) =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      http.get(url, { agent, headers }, resolve).once('error', reject);
    });
  const answers: http.IncomingMessage[] = [];
  for (const request of requests) {
    const answer = await open(request);
    if (answer.statusCode !== 200) throw new Error(`A stream answers ${answer.statusCode}`);
    answer.setEncoding('utf8');
    let rest = '';
    answer.on('data', (chunk: string) => {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const found = /^data: (\{.*"obligation".*\})$/m.exec(block)?.[1];
        if (!found) continue;
        const { obligation, version } = JSON.parse(found) as { obligation: string; version: number };
        hear(obligation, version);
      }
    });
    answer.on('error', () => undefined);
    answers.push(answer);
  }
  return {
    heard: (obligation, version, wanted) =>
      new Promise((resolve, reject) => {
        const key = `${obligation} ${version}`;
        const limit = setTimeout(() => reject(new Error(`Not all of ${wanted} streams heard of ${key}.`)), LIMIT_MS);
        const done = (times: number[]) => {
          clearTimeout(limit);
          waiting.delete(key);
          early.delete(key);
          resolve(times);
        };
        const times = early.get(key) ?? [];
        if (times.length >= wanted) done(times);
        else waiting.set(key, { times, wanted, done });
      }),
    close() {
      for (const answer of answers) answer.destroy();
      agent.destroy();
    },
  };
};
