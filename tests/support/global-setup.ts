import { startEngine, type Engine, type EngineName } from './engines';
import { prepareDatabaseTemplate, prepareTemplate } from './template';

declare global {
  var paymentsTestEngine: Engine | undefined;
}

/**
 * Runs once before a suite that boots Strapi (jest and Playwright). `TEST_DATABASE=postgres` or `mysql` starts such a server for the
 * suite and tells its workers where it is.
 */
export default async function globalSetup(): Promise<void> {
  const name = process.env.TEST_DATABASE;
  if (name !== 'postgres' && name !== 'mysql') return void (await prepareTemplate());
  const engine = await startEngine(name satisfies EngineName);
  globalThis.paymentsTestEngine = engine;
  process.env.TEST_DATABASE_PORT = String(engine.port);
  await prepareDatabaseTemplate(engine);
}
