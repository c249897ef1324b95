/** The domain in groups: rules (files of domain/, without .ts) and the tests (without .test.ts) that promise them. */
export const groups = {
  money: { rules: ['money', 'currencies'], tests: ['money'] },
  days: { rules: ['day'], tests: ['day'] },
  calendar: { rules: ['business-calendar', 'conventions', 'open-days'], tests: ['calendar'] },
  plan: { rules: ['plan', 'plan/*'], tests: ['plan', 'plan/*'] },
  edits: { rules: ['edit-plan/*'], tests: ['edit-plan', 'edit-plan/*'] },
  codes: { rules: ['payment-code/*', 'mod97', 'iban'], tests: ['payment-code/*', 'iban'] },
  qr: { rules: ['epc-qr'], tests: ['epc-qr'] },
  reminders: { rules: ['ladder', 'state'], tests: ['ladder', 'state'] },
  differences: { rules: ['diff', 'diff/*'], tests: ['diff'] },
  typing: { rules: ['typing/*', 'search-text'], tests: ['typing', 'search-text'] },
};
