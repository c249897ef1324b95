import http from 'node:http';

import type { Request } from './load';

/** Open event streams, and when each heard of what. */
export interface Crowd {
  /** Waits until so many streams have heard of an obligation, from now on; answers when each did. */
  heard(obligation: string, streams: number): Promise<number[]>;
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
  const waiting = new Map<string, Waiting>();
  const hear = (obligation: string) => {
    const one = waiting.get(obligation);
    one?.times.push(performance.now());
    if (one?.times.length === one?.wanted) one?.done(one.times);
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
        hear((JSON.parse(found) as { obligation: string }).obligation);
      }
    });
    answer.on('error', () => undefined);
    answers.push(answer);
  }
  return {
    heard: (obligation, wanted) =>
      new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error(`Not all of ${wanted} streams heard of an edit.`)), LIMIT_MS);
        const done = (times: number[]) => {
          clearTimeout(limit);
          waiting.delete(obligation);
          resolve(times);
        };
        waiting.set(obligation, { times: [], wanted, done });
      }),
    close() {
      for (const answer of answers) answer.destroy();
      agent.destroy();
    },
  };
};
