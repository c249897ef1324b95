import { readdirSync } from 'node:fs';
import path from 'node:path';

export const domain = 'src/plugins/payments/domain';

/** The domain in groups: rules (files of domain/, without .ts) and the tests (without .test.ts) that promise them. */
export const groups = {
  money: { rules: ['money', 'currencies'], tests: ['money'] },
  days: { rules: ['day'], tests: ['day'] },
  calendar: { rules: ['business-calendar', 'conventions', 'open-days'], tests: ['calendar'] },
  'plan-amounts': { rules: ['plan/split'], tests: ['plan/split'] },
  'plan-dates': {
    rules: ['plan/automatic', 'plan/due-dates', 'plan/periods'],
    tests: ['plan', 'plan/greek-practice', 'plan/options', 'plan/properties', 'plan/range'],
  },
  'plan-rows': {
    rules: ['plan', 'plan/manual', 'plan/single', 'plan/suggest', 'plan/warnings'],
    tests: ['plan', 'plan/manual', 'plan/options', 'plan/range', 'plan/suggest', 'edit-plan'],
  },
  'edit-amounts': {
    rules: ['edit-plan/add-remove', 'edit-plan/change-amount', 'edit-plan/rest', 'edit-plan/rows'],
    tests: ['edit-plan', 'edit-plan/properties'],
  },
  'edit-dates': {
    rules: ['edit-plan/change-due-date', 'edit-plan/recalculate'],
    tests: ['edit-plan', 'edit-plan/recalculate'],
  },
  'edit-rest': {
    rules: ['edit-plan/replan', 'edit-plan/settle'],
    tests: ['edit-plan/replan', 'edit-plan/settle'],
  },
  codes: { rules: ['payment-code/*', 'mod97', 'iban'], tests: ['payment-code/*', 'iban'] },
  qr: { rules: ['epc-qr'], tests: ['epc-qr'] },
  reminders: { rules: ['ladder', 'state'], tests: ['ladder', 'state'] },
  differences: { rules: ['diff', 'diff/*'], tests: ['diff'] },
  typing: { rules: ['typing/*', 'search-text'], tests: ['typing', 'search-text'] },
};

/** The test files of a group, from the working directory; `folder/*` are all of a folder. */
export const testFiles = ({ tests }) =>
  tests.flatMap((test) => {
    if (!test.endsWith('/*')) return [`${domain}/${test}.test.ts`];
    const folder = path.join(domain, test.slice(0, -2));
    const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
    return names.sort().map((name) => path.join(folder, name));
  });
