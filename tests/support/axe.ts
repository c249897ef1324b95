import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What moves or fades in is half transparent: its contrast is judged once it stands. */
const stillness = `Promise.allSettled(
  document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished),
)`;

const run = async (page: Page, part: string): Promise<readonly Finding[]> => {
  // a button under the mouse has Strapi's colour for that, which is the design system's to mend
  await page.mouse.move(0, 0);
  await page.evaluate(source);
  await page.evaluate(stillness);
  return page.evaluate<Finding[]>(
    `axe.run(document.querySelector('${part}') ?? document).then(({ violations }) => violations)`,
  );
};

const described = ({ id, nodes }: Finding): string[] => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`);

/** All that axe finds on the page. Evaluated from outside, since the page itself runs no foreign script. */
export const allProblems = async (page: Page): Promise<readonly string[]> =>
  (await run(page, 'html')).flatMap(described);

/** What axe finds serious or critical in the page's own part: the admin's menu beside it is not ours. */
export const seriousProblems = async (
  page: Page,
  part: 'main' | '[role=dialog]' = 'main',
): Promise<readonly string[]> =>
  (await run(page, part)).filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(described);
