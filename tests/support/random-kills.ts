import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

import type { Mailbox } from './mailbox';
import type { Server } from './server';
import type { Database } from './server-process';
import { eventually } from './wait';

/** The same numbers for the same seed (mulberry32), so that a failure can be run again. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export interface KillPlan {
  readonly kills: number;
  /** Mails to come; the kills spread over their arrival. */
  readonly mails: number;
  readonly random: () => number;
}

/**
 * `kill -9` of one process after another, at random moments while mails arrive, each started again at once. The first dies before any
 * mail arrived, in its sweep.
 *
 * @returns how many were killed
 */
export const killAtRandom = async (
  replicas: readonly Server[],
  mailbox: Mailbox,
  { kills, mails, random }: KillPlan,
): Promise<number> => {
  const down = new Set<Server>();
  const restarts: Promise<void>[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const threshold = Math.floor((kill / kills) * mails * 0.9);
    await eventually(() => mailbox.mails.length >= threshold, `${threshold} mails`, 300_000);
    await new Promise((resolve) => setTimeout(resolve, random() * 150));
    const victim = await eventually(
      () => {
        const alive = replicas.filter((server) => !down.has(server));
        return alive[Math.floor(random() * alive.length)];
      },
      'a process that lives',
      300_000,
    );
    down.add(victim);
    await victim.kill();
    restarts.push(victim.restart().then(() => void down.delete(victim)));
  }
  await Promise.all(restarts);
  return kills;
};

const execute = async (database: Database, sql: string): Promise<void> => {
  if (database.client === 'sqlite') return;
  if (database.client === 'postgres') {
    const connection = new Client({ connectionString: database.url });
    await connection.connect();
    await connection.query(sql);
    return connection.end();
  }
  const connection = await createConnection(database.url);
  await connection.query(sql);
  return connection.end();
};

/** Lets the time of a lease pass, in the database: what is held now is nobody's any more. */
export const endLeases = (database: Database): Promise<void> => {
  const held = `state in ('claimed', 'handing-over')`;
  return execute(database, `update payments_notices set lease_until = lease_until - 90000 where ${held}`);
};

/**
 * Kills every process, lets the time of a lease pass in the database, and starts them again: the short form does not wait those 90
 * seconds. With nobody alive there is nobody whose lease could be broken by it.
 */
export const killAllForALease = async (replicas: readonly Server[]): Promise<number> => {
  await Promise.all(replicas.map((server) => server.kill()));
  await endLeases((replicas[0] as Server).database);
  await Promise.all(replicas.map((server) => server.restart()));
  return replicas.length;
};
