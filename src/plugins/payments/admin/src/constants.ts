export const PLUGIN_ID = 'payments';

/** Prefix of the plugin's routes in the admin API. */
export const API = '/payments';

/** Where the plugin's pages are, below the admin's own path. */
export const paths = {
  today: '/plugins/payments',
  payments: '/plugins/payments/list',
  create: '/plugins/payments/create',
  replacement: (lost: string) => `/plugins/payments/create?replaces=${lost}`,
  payment: (documentId: string) => `/plugins/payments/${documentId}`,
  instalment: (payment: string, instalment: string) => `/plugins/payments/${payment}?instalment=${instalment}`,
  many: '/plugins/payments/many',
  recurring: '/plugins/payments/recurring',
  createRecurring: '/plugins/payments/recurring/create',
  recurringGrid: '/plugins/payments/recurring/grid',
  oneRecurring: (documentId: string) => `/plugins/payments/recurring/${documentId}`,
  customers: '/plugins/payments/customers',
  customer: (documentId: string) => `/plugins/payments/customers/${documentId}`,
  statement: (documentId: string) => `/plugins/payments/customers/${documentId}/statement`,
  contacts: '/plugins/payments/contacts',
  imports: '/plugins/payments/import',
  institutions: '/plugins/payments/institutions',
  settings: '/plugins/payments/settings',
  closedDays: '/plugins/payments/closed-days',
  closedDayEffects: '/plugins/payments/closed-days/effects',
  closures: '/plugins/payments/office-closures',
  extensions: '/plugins/payments/extensions',
  extend: '/plugins/payments/extensions/new',
  settleList: '/plugins/payments/settle-list',
  notices: '/plugins/payments/notices',
  mailTexts: '/plugins/payments/settings/texts',
  calendar: '/plugins/payments-calendar',
} as const;
