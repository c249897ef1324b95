import type { Server } from './server';

/** The header that names the edit a request makes. */
export const editHeader = 'x-test-edit';

/** What an edit wrote, in order: statements that write the plugin's tables, and the commit. */
export type Step = 'write' | 'commit';

/** After a write, by its number from 1, or around the commit: an edit may write a row more or less, as mails come and go. */
export type Standstill = number | 'before commit' | 'after commit';

interface Watch {
  readonly steps: Record<string, Step[]>;
  readonly freezeAt: Record<string, Standstill>;
  readonly frozen: Record<string, true>;
}

interface WatchedProcess {
  paymentsWatch?: Watch;
}

/**
 * Watches the database statements of named requests in the server's process, and holds a request for ever where it is told to: there the
 * process is then killed.
 */
export const watchEdits = (server: Server): Promise<void> =>
  server.evaluate(({ strapi }, header) => {
    const watch: Watch = { steps: {}, freezeAt: {}, frozen: {} };
    (globalThis as WatchedProcess).paymentsWatch = watch;
    type Query = (this: unknown, connection: unknown, query: string | { sql: string }) => Promise<unknown>;
    const { prototype } = (
      strapi.db.connection as unknown as { client: { constructor: { prototype: { query: Query } } } }
    ).client.constructor;
    const original = prototype.query;
    prototype.query = async function query(connection, question) {
      const name = strapi.requestContext.get()?.get(header);
      const sql = typeof question === 'string' ? question : question.sql;
      const step: Step | null = /^\s*commit/i.test(sql)
        ? 'commit'
        : /^\s*(insert|update|delete)\b.*payments_/is.test(sql)
          ? 'write'
          : null;
      const steps = name && step ? (watch.steps[name] ??= []) : [];
      if (!name || !step || (step === 'commit' && steps.length === 0)) return original.call(this, connection, question);
      const stand = (): Promise<never> => {
        watch.frozen[name] = true;
        return new Promise(() => undefined);
      };
      const where = watch.freezeAt[name];
      if (step === 'commit' && where === 'before commit') return stand();
      const answer = await original.call(this, connection, question);
      steps.push(step);
      return where === steps.length || (step === 'commit' && where === 'after commit') ? stand() : answer;
    };
  }, editHeader);

/** What the edits of this process wrote so far, by name. */
export const readSteps = (server: Server): Promise<Record<string, Step[]>> =>
  server.evaluate(() => (globalThis as WatchedProcess).paymentsWatch?.steps ?? {});

/** @param at For each name where its request stands still. */
export const freezeAt = (server: Server, at: Readonly<Record<string, Standstill>>): Promise<void> =>
  server.evaluate((_context, numbers) => {
    Object.assign((globalThis as WatchedProcess).paymentsWatch?.freezeAt ?? {}, numbers);
  }, at);

export const readFrozen = (server: Server): Promise<string[]> =>
  server.evaluate(() => Object.keys((globalThis as WatchedProcess).paymentsWatch?.frozen ?? {}));
