import http from 'node:http';

/** A request that is asked again and again. */
export interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What one side of a comparison gave. */
export interface Load {
  /** Requests per second: the median of the rounds. */
  readonly rate: number;
  /** Milliseconds, over all rounds. */
  readonly p50: number;
  readonly p95: number;
}

/** Both sides are asked over as many connections. */
const CONNECTIONS = 10;
const ROUND_MS = 2_000;
const ROUNDS = 5;
const WARM_UP_MS = 1_000;

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The value that so many per cent of the values do not exceed. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1));
  return sorted[at] ?? Number.NaN;
};

/** Asks once and reads the answer to its end. @throws unless it is 200 */
const ask = ({ url, headers }: Request, agent: http.Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers }, (answer) => {
        answer.once('error', reject);
        answer.once('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`${url} answers ${answer.statusCode}`)),
        );
        answer.resume();
      })
      .once('error', reject);
  });

const round = async (
  request: Request,
  agent: http.Agent,
  length: number,
): Promise<{ rate: number; took: number[] }> => {
  const took: number[] = [];
  const start = performance.now();
  const connection = async () => {
    while (performance.now() - start < length) {
      const asked = performance.now();
      await ask(request, agent);
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return { rate: (took.length * 1000) / (performance.now() - start), took };
};

/**
 * Asks several requests in turn, a round of each and again, so that whatever else the machine does meanwhile meets all of them alike.
 *
 * @returns Their loads, in the order of the requests.
 */
export const measureInTurn = async (requests: readonly Request[]): Promise<Load[]> => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const rates = requests.map((): number[] => []);
  const times = requests.map((): number[] => []);
  for (const request of requests) await round(request, agent, WARM_UP_MS);
  for (let count = 0; count < ROUNDS; count += 1) {
    for (const [index, request] of requests.entries()) {
      const { rate, took } = await round(request, agent, ROUND_MS);
      rates[index]?.push(rate);
      for (const time of took) times[index]?.push(time);
    }
  }
  agent.destroy();
  return requests.map((_, index) => {
    const took = times[index] ?? [];
    return { rate: median(rates[index] ?? []), p50: percentile(took, 50), p95: percentile(took, 95) };
  });
};
