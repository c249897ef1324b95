import type { Server } from './server';

export const countOnce = async (server: Pick<Server, 'evaluate'>, work: () => Promise<unknown>): Promise<number> => {
  await server.evaluate(({ strapi }) => {
    const counter = { count: 0, listen: () => undefined as void };
    counter.listen = () => void (counter.count += 1);
    (globalThis as { statementCounter?: typeof counter }).statementCounter = counter;
    strapi.db.connection.on('query', counter.listen);
  });
  await work();
  return server.evaluate(({ strapi }) => {
    const { statementCounter } = globalThis as { statementCounter?: { count: number; listen: () => void } };
    if (!statementCounter) return 0;
    strapi.db.connection.removeListener('query', statementCounter.listen);
    return statementCounter.count;
  });
};

/**
 * How many SQL statements the server runs for `work`, a question that may be asked again. Whatever else the server does meanwhile (a tick,
 * the dispatcher) counts too, so it is asked five times and the least counts.
 */
export async function countStatements(server: Pick<Server, 'evaluate'>, work: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let round = 0; round < 5; round += 1) counts.push(await countOnce(server, work));
  return Math.min(...counts);
}

/** What the plugin keeps for a few seconds: whether such a read falls into a request is a matter of chance. */
const KEPT = ['core_store', 'payments_closed_days'];

/**
 * How many SQL statements the requests of `work` run, without the reads of what the plugin keeps for seconds, and without what the server
 * does by itself meanwhile: the same number each time, also where the work cannot be repeated.
 */
export async function countInRequests(server: Pick<Server, 'evaluate'>, work: () => Promise<unknown>): Promise<number> {
  await server.evaluate(({ strapi }, kept) => {
    const counter = { count: 0, listen: (_query: { sql: string }) => undefined as void };
    counter.listen = ({ sql }) => {
      if (strapi.requestContext.get() && !kept.some((table) => sql.includes(table))) counter.count += 1;
    };
    (globalThis as { requestCounter?: typeof counter }).requestCounter = counter;
    strapi.db.connection.on('query', counter.listen);
  }, KEPT);
  await work();
  return server.evaluate(({ strapi }) => {
    const { requestCounter } = globalThis as { requestCounter?: { count: number; listen: () => void } };
    if (!requestCounter) return 0;
    strapi.db.connection.removeListener('query', requestCounter.listen);
    return requestCounter.count;
  });
}
