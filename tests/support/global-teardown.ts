import { forgetDatabaseTemplate } from './template';

/** Runs once after a suite that boots Strapi. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.paymentsTestEngine?.stop();
  forgetDatabaseTemplate();
}
