import type { CustomerSide, StaffPayment } from '../support/customer-side';

/** What the attacks aim at: payments of both sides, registered before. */
export interface Targets extends CustomerSide {
  readonly mine: StaffPayment;
  readonly theirs: StaffPayment;
  /** DocumentId of a receipt that Boris handed in. */
  readonly theirReceipt: string;
  /** Secrets that work, each for one purpose. */
  readonly secrets: readonly string[];
}

/**
 * Who may call a route.
 *
 * - `staff`: administrators whose role allows it
 * - `contact`: users of users-permissions, each for their own customers
 * - `public`: anybody
 */
export interface RouteEntry {
  readonly access: 'staff' | 'contact' | 'public';
  /** A list or document whose answer no query may change; a path that Eleni may read. */
  readonly reads?: (targets: Targets) => string;
  /** The same route with what is Boris's: Eleni gets 404 for each. */
  readonly foreign?: (targets: Targets) => string[];
  /** Sent along, where a route asks for a body before it looks at anything else. */
  readonly body?: object;
  /** The address that a secret opens; those made for another purpose, guessed or broken ones get 404. */
  readonly secret?: (token: string) => string;
  /** Answers no JSON, so that queries are tried elsewhere. */
  readonly stream?: true;
}

const staff: RouteEntry = { access: 'staff' };

/**
 * Every route of the plugin. A route that is not here fails the suite: whoever adds one says here who may call it and what must not be
 * had through it.
 */
export const routeTable: Readonly<Record<string, RouteEntry>> = {
  'content-api GET /obligations': { access: 'contact', reads: () => '/api/payments/obligations' },
  'content-api GET /obligations/:documentId': {
    access: 'contact',
    reads: ({ mine }) => `/api/payments/obligations/${mine.documentId}`,
    foreign: ({ theirs }) => [
      `/api/payments/obligations/${theirs.documentId}`,
      '/api/payments/obligations/1',
      '/api/payments/obligations/2',
      `/api/payments/obligations/${theirs.documentId}%00`,
      `/api/payments/obligations/${theirs.instalments[0]?.documentId}`,
      '/api/payments/obligations/..%2fpayments%2f1',
      "/api/payments/obligations/' or 1=1 --",
    ],
  },
  'content-api GET /instalments': { access: 'contact', reads: () => '/api/payments/instalments' },
  'content-api GET /summary': { access: 'contact', reads: () => '/api/payments/summary' },
  'content-api GET /events': { access: 'contact', stream: true },
  'content-api GET /obligations/:documentId/attachments/:id': {
    access: 'contact',
    foreign: ({ mine, theirs }) => [
      `/api/payments/obligations/${theirs.documentId}/attachments/1`,
      `/api/payments/obligations/${mine.documentId}/attachments/1`,
      `/api/payments/obligations/${mine.documentId}/attachments/..%2f..%2fpackage.json`,
    ],
  },
  'content-api GET /instalments/:documentId/qr.svg': {
    access: 'contact',
    foreign: ({ theirs }) => [
      `/api/payments/instalments/${theirs.instalments[0]?.documentId}/qr.svg`,
      '/api/payments/instalments/1/qr.svg',
    ],
  },
  'content-api POST /instalments/:documentId/receipts': {
    access: 'contact',
    body: { paidOn: '2026-11-20', amount: '1.00' },
    foreign: ({ theirs }) => [
      `/api/payments/instalments/${theirs.instalments[0]?.documentId}/receipts`,
      '/api/payments/instalments/1/receipts',
    ],
  },
  'content-api GET /receipts/:documentId/file': {
    access: 'contact',
    foreign: ({ theirReceipt }) => [`/api/payments/receipts/${theirReceipt}/file`, '/api/payments/receipts/1/file'],
  },
  'content-api DELETE /receipts/:documentId': {
    access: 'contact',
    foreign: ({ theirReceipt }) => [`/api/payments/receipts/${theirReceipt}`, '/api/payments/receipts/1'],
  },
  'content-api GET /me': { access: 'contact', reads: () => '/api/payments/me' },
  'content-api PUT /me': { access: 'contact' },
  'content-api POST /me/calendar-feed': { access: 'contact' },
  'content-api DELETE /me/calendar-feed': { access: 'contact' },

  'content-api GET /calendar/:token.ics': {
    access: 'public',
    secret: (token) => `/api/payments/calendar/${token}.ics`,
  },
  'content-api GET /links/:token': { access: 'public', secret: (token) => `/api/payments/links/${token}` },
  'content-api POST /links/:token/receipts': {
    access: 'public',
    body: { instalment: 'x1', paidOn: '2026-11-20', amount: '1.00' },
    secret: (token) => `/api/payments/links/${token}/receipts`,
  },
  'content-api POST /unsubscribe/:token': { access: 'public', secret: (token) => `/api/payments/unsubscribe/${token}` },
  // What follows needs no secret in its address: its own tests say what it must not tell.
  'content-api POST /invitations/accept': { access: 'public' },
  'content-api POST /password-resets': { access: 'public' },
  'content-api GET /openapi.json': { access: 'public' },

  'admin POST /bulk': staff,
  'admin GET /calendar': staff,
  'admin GET /closed-days': staff,
  'admin POST /closed-days': staff,
  'admin GET /closed-days/:documentId': staff,
  'admin PUT /closed-days/:documentId': staff,
  'admin DELETE /closed-days/:documentId': staff,
  'admin POST /closed-days/apply': staff,
  'admin GET /closed-days/effects': staff,
  'admin GET /closed-days/holidays': staff,
  'admin GET /contacts': staff,
  'admin POST /contacts': staff,
  'admin GET /contacts/:documentId': staff,
  'admin PUT /contacts/:documentId': staff,
  'admin POST /contacts/:documentId/invite': staff,
  'admin GET /customers': staff,
  'admin POST /customers': staff,
  'admin GET /customers/:documentId': staff,
  'admin PUT /customers/:documentId': staff,
  'admin POST /customers/:documentId/archive': staff,
  'admin GET /customers/:documentId/data': staff,
  'admin GET /customers/:documentId/data.zip': staff,
  'admin GET /customers/:documentId/erase': staff,
  'admin POST /customers/:documentId/erase': staff,
  'admin POST /customers/:documentId/reassign': staff,
  'admin GET /customers/:documentId/statement': staff,
  'admin GET /imports': staff,
  'admin POST /imports': staff,
  'admin GET /imports/:documentId': staff,
  'admin POST /imports/:documentId/undo': staff,
  'admin GET /imports/template.csv': staff,
  'admin GET /extensions': staff,
  'admin POST /extensions': staff,
  'admin GET /extensions/:documentId': staff,
  'admin POST /extensions/:documentId/undo': staff,
  'admin POST /extensions/preview': staff,
  'admin PUT /instalments/:documentId': staff,
  'admin DELETE /instalments/:documentId': staff,
  'admin POST /instalments/:documentId/call': staff,
  'admin POST /instalments/:documentId/hold': staff,
  'admin POST /instalments/:documentId/settle': staff,
  'admin POST /instalments/:documentId/unsettle': staff,
  'admin GET /institutions': staff,
  'admin POST /institutions': staff,
  'admin GET /institutions/:documentId': staff,
  'admin PUT /institutions/:documentId': staff,
  'admin DELETE /institutions/:documentId': staff,
  'admin GET /notices': staff,
  'admin GET /notices/:documentId': staff,
  'admin POST /notices/:documentId/bounced': staff,
  'admin POST /notices/:documentId/discard': staff,
  'admin POST /notices/:documentId/hold': staff,
  'admin POST /notices/:documentId/resend': staff,
  'admin POST /notices/:documentId/retry': staff,
  'admin GET /notices/forecast': staff,
  'admin GET /notices/health': staff,
  'admin POST /notices/test': staff,
  'admin POST /payments/many': staff,
  'admin POST /payments/many/preview': staff,
  'admin POST /payments/many/customers': staff,
  'admin GET /series': staff,
  'admin POST /series': staff,
  'admin GET /series/grid': staff,
  'admin PUT /series/grid': staff,
  'admin GET /series/:documentId': staff,
  'admin PUT /series/:documentId': staff,
  'admin DELETE /series/:documentId': staff,
  'admin GET /office-closures': staff,
  'admin POST /office-closures': staff,
  'admin GET /office-closures/:documentId': staff,
  'admin PUT /office-closures/:documentId': staff,
  'admin DELETE /office-closures/:documentId': staff,
  'admin GET /payments': staff,
  'admin POST /payments': staff,
  'admin GET /payments/:documentId': staff,
  'admin PUT /payments/:documentId': staff,
  'admin DELETE /payments/:documentId': staff,
  'admin POST /payments/:documentId/attachments': staff,
  'admin GET /payments/:documentId/attachments/:id': staff,
  'admin DELETE /payments/:documentId/attachments/:id': staff,
  'admin POST /payments/:documentId/cancel': staff,
  'admin POST /payments/:documentId/instalments': staff,
  'admin POST /payments/:documentId/lose': staff,
  'admin POST /payments/:documentId/message': staff,
  'admin POST /payments/:documentId/pause': staff,
  'admin POST /payments/:documentId/remind': staff,
  'admin GET /payments/:documentId/reminders': staff,
  'admin POST /payments/:documentId/reopen': staff,
  'admin POST /payments/:documentId/replan': staff,
  'admin POST /payments/:documentId/resume': staff,
  'admin GET /payments/export.csv': staff,
  'admin GET /payments/totals': staff,
  'admin POST /payments/settlements': staff,
  'admin POST /payments/settlements/preview': staff,
  'admin POST /plan/preview': staff,
  'admin GET /receipts': staff,
  'admin POST /receipts/:documentId/accept': staff,
  'admin GET /receipts/:documentId/file': staff,
  'admin POST /receipts/:documentId/reject': staff,
  'admin GET /settings': staff,
  'admin PUT /settings': staff,
  'admin GET /settings/countries': staff,
  'admin GET /settings/host': staff,
  'admin GET /settings/texts': staff,
  'admin PUT /settings/texts': staff,
  'admin POST /settings/texts/preview': staff,
  'admin GET /staff': staff,
  'admin GET /today': staff,
};
