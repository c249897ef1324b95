import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: unknown }[];
}

/** What axe finds, minor matters included. Evaluated from outside, since the page itself runs no foreign script. */
export const findings = async (page: Page): Promise<readonly Finding[]> => {
  await page.evaluate(axeSource);
  return page.evaluate<Finding[]>('axe.run().then(({ violations }) => violations)');
};
