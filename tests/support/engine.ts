import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type EngineName = 'postgres' | 'mysql';

/** A database server of the tests' own: a real one, on a free port, on a folder that goes with it. */
export interface Engine {
  readonly client: EngineName;
  readonly port: number;
  /** As an operator who restarts the database: connections are cut and new ones refused, until it comes back with its data. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Where a running engine answers. */
export type EngineAddress = Pick<Engine, 'client' | 'port'>;

export const folderFor = (name: string): string => fs.mkdtempSync(path.join(os.tmpdir(), `payments-${name}-`));
