import type { Pagination } from '../../contracts/lists';
import type { Me, updateMe } from '../../contracts/me';
import type { Obligation, ObligationItem, Summary } from '../../contracts/obligation';
import type * as routes from '../../contracts/obligation';
import type { AnswerOf, BodyInputOf, QueryInputOf } from '../../contracts/route';
import { subscribeToEvents } from './live/subscribe';
import type { LiveHandlers } from './live/subscribe';
import { receiptForm } from './receipt';
import type { NewReceipt, Receipt } from './receipt';
import { blobOf, callAuthorised, createSite, dataOf, jsonOf } from './request';
import type { AccessTokenSource, Connection, SiteOptions } from './request';

/** Either a fixed access token, or where to get one; `createSession().getAccessToken` is made for it. */
export type PaymentsClientOptions = SiteOptions & ({ token: string } | { getAccessToken: AccessTokenSource });

export interface PageQuery {
  /** From 1. */
  page?: number;
  /** 25 unless told, at most 100. */
  pageSize?: number;
}

type SortField = 'nextDueDate' | 'title' | 'total' | 'changedAt';

/** Filters of the log; days are `YYYY-MM-DD`, `from` and `to` bound the next due date, both included. */
export type ObligationQuery = PageQuery &
  Omit<QueryInputOf<typeof routes.listObligations>, keyof PageQuery | 'sort'> & {
    sort?: SortField | `${SortField}:${'asc' | 'desc'}`;
  };

/** Filters of the instalments; days are `YYYY-MM-DD`, `from` and `to` bound the due date, both included. */
export type InstalmentQuery = PageQuery & Omit<QueryInputOf<typeof routes.listInstalments>, keyof PageQuery>;

export interface Page<Item> {
  items: Item[];
  pagination: Pagination;
}

export type ListedInstalment = AnswerOf<typeof routes.listInstalments>['data'][number];

export type SettingsChange = BodyInputOf<typeof updateMe>;

/** Passed to any reading method; an aborted request throws the platform's `AbortError`. */
export interface RequestOptions {
  signal?: AbortSignal;
}

export interface PaymentsClient {
  /** The obligations of every customer the signed-in contact acts for. */
  listObligations(query?: ObligationQuery, options?: RequestOptions): Promise<Page<ObligationItem>>;
  /** One obligation with instalments, attachments and history; a `PaymentsError` with status 404 when it is not theirs. */
  getObligation(documentId: string, options?: RequestOptions): Promise<Obligation>;
  /** What is overdue, due soon and outstanding, and the instalment to pay next. */
  getSummary(options?: RequestOptions): Promise<Summary>;
  /** Instalments by due date, for a calendar. */
  listInstalments(query?: InstalmentQuery, options?: RequestOptions): Promise<Page<ListedInstalment>>;
  /** The bytes of an attachment, with its media type. */
  getAttachment(obligation: string, attachment: string, options?: RequestOptions): Promise<Blob>;
  /** The EPC QR code of an instalment whose `qr` is true, as SVG; status 409 where none is possible any more. */
  getQrCode(instalment: string, options?: RequestOptions): Promise<Blob>;
  /** "I have paid": reminders stop until staff review it. Status 409 where one waits already or nothing is outstanding. */
  createReceipt(instalment: string, receipt: NewReceipt): Promise<Receipt>;
  /** Takes back an own receipt that waits for review; status 409 once it was reviewed. */
  withdrawReceipt(receipt: string): Promise<Receipt>;
  getReceiptFile(receipt: string, options?: RequestOptions): Promise<Blob>;
  /** Own settings; status 404 for a user who is no contact. */
  getMe(options?: RequestOptions): Promise<Me>;
  updateMe(changes: SettingsChange): Promise<Me>;
  /** Makes a new secret address for the calendar subscription; the one before stops working. */
  renewCalendarFeed(): Promise<Me>;
  revokeCalendarFeed(): Promise<Me>;
  /**
   * Follows every change that the contact can see, across lost connections, sleeping phones and server restarts, until
   * the returned function is called or the session ends (`onEnd`).
   */
  subscribe(handlers: LiveHandlers): () => void;
}

interface ListAnswer<Item> {
  data: Item[];
  meta: { pagination: Pagination };
}

const pageOf = async <Item>(answer: Promise<Response>): Promise<Page<Item>> => {
  const { data, meta } = await jsonOf<ListAnswer<Item>>(answer);
  return { items: data, pagination: meta.pagination };
};

const segment = encodeURIComponent;

const connect = (options: PaymentsClientOptions): Connection => ({
  ...createSite(options),
  getAccessToken:
    'token' in options ? (rejected) => (rejected === undefined ? options.token : null) : options.getAccessToken,
});

/**
 * The contact's half of the HTTP contract, typed. No dependency, no framework; runs in browsers and on Node 20.
 *
 * ```ts
 * const session = createSession();
 * await session.signIn('eleni@example.com', password);
 * const payments = createPaymentsClient({ getAccessToken: session.getAccessToken });
 * const { items } = await payments.listObligations({ state: 'open' });
 * const stop = payments.subscribe({ onHint: ({ obligation }) => reload(obligation) });
 * ```
 *
 * Every method throws a {@link PaymentsError}.
 */
export const createPaymentsClient = (options: PaymentsClientOptions): PaymentsClient => {
  const connection = connect(options);
  const call = (path: string, details?: Parameters<typeof callAuthorised>[2]) =>
    callAuthorised(connection, path, details);
  return {
    listObligations: (query, request) => pageOf(call('/obligations', { query, ...request })),
    getObligation: (documentId, request) => dataOf(call(`/obligations/${segment(documentId)}`, request)),
    getSummary: (request) => dataOf(call('/summary', request)),
    listInstalments: (query, request) => pageOf(call('/instalments', { query, ...request })),
    getAttachment: (obligation, attachment, request) =>
      blobOf(call(`/obligations/${segment(obligation)}/attachments/${segment(attachment)}`, request)),
    getQrCode: (instalment, request) => blobOf(call(`/instalments/${segment(instalment)}/qr.svg`, request)),
    createReceipt: (instalment, receipt) =>
      dataOf(call(`/instalments/${segment(instalment)}/receipts`, { method: 'POST', body: receiptForm(receipt) })),
    withdrawReceipt: (receipt) => dataOf(call(`/receipts/${segment(receipt)}`, { method: 'DELETE' })),
    getReceiptFile: (receipt, request) => blobOf(call(`/receipts/${segment(receipt)}/file`, request)),
    getMe: (request) => dataOf(call('/me', request)),
    updateMe: (body) => dataOf(call('/me', { method: 'PUT', body })),
    renewCalendarFeed: () => dataOf(call('/me/calendar-feed', { method: 'POST' })),
    revokeCalendarFeed: () => dataOf(call('/me/calendar-feed', { method: 'DELETE' })),
    subscribe: (handlers) => subscribeToEvents(connection, handlers),
  };
};
