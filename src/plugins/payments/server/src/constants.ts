/** The plugin's id: prefix of its content types, permissions and routes. */
export const PLUGIN_ID = 'payments';

export const uid = {
  customer: 'plugin::payments.customer',
  contact: 'plugin::payments.contact',
  institution: 'plugin::payments.institution',
  payment: 'plugin::payments.payment',
  instalment: 'plugin::payments.instalment',
  closedDay: 'plugin::payments.closed-day',
  officeClosure: 'plugin::payments.office-closure',
  event: 'plugin::payments.event',
  extension: 'plugin::payments.extension',
  reminder: 'plugin::payments.reminder',
  notice: 'plugin::payments.notice',
  receipt: 'plugin::payments.receipt',
  accessToken: 'plugin::payments.access-token',
  series: 'plugin::payments.series',
  seriesPeriod: 'plugin::payments.series-period',
  importBatch: 'plugin::payments.import-batch',
} as const;

export const USER_UID = 'plugin::users-permissions.user';

/** Tables of the content types, as their schemas name them. */
export const table = {
  customer: 'payments_customers',
  contact: 'payments_contacts',
  institution: 'payments_institutions',
  payment: 'payments_payments',
  instalment: 'payments_instalments',
  closedDay: 'payments_closed_days',
  officeClosure: 'payments_office_closures',
  event: 'payments_events',
  extension: 'payments_extensions',
  reminder: 'payments_reminders',
  notice: 'payments_notices',
  receipt: 'payments_receipts',
  accessToken: 'payments_access_tokens',
  series: 'payments_series',
  seriesPeriod: 'payments_series_periods',
  importBatch: 'payments_import_batches',
} as const;

export type TableName = (typeof table)[keyof typeof table];
