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
