import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: unknown; readonly html: string }[];
}

/** What axe finds serious or critical in the page's own part: the admin's menu beside it is not ours. */
export const seriousProblems = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(source);
  const findings = await page.evaluate<Finding[]>(
    `axe.run(document.querySelector('main') ?? document).then(({ violations }) => violations)`,
  );
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};
