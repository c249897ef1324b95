import type { Server } from './server';

/**
 * How many SQL statements the server runs while `work` goes on. Whatever else runs meanwhile counts too, so compare with a margin or on a
 * server without a tick.
 */
export async function countStatements(server: Pick<Server, 'evaluate'>, work: () => Promise<unknown>): Promise<number> {
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
}
