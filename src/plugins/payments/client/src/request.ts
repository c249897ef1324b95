import { PaymentsError, errorFromFailure, errorFromResponse } from './error';

/**
 * Gives the access token, or null when nobody is signed in. `rejected` is a token that the server has just refused: the
 * source answers with a newer one, or null.
 */
export type AccessTokenSource = (rejected?: string) => string | null | Promise<string | null>;

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Where the content API is, and how it is called. */
export interface Site {
  /** Everything before the route's path, such as `https://office.example/api/payments`. */
  readonly root: string;
  readonly fetch: Fetch;
}

export interface Connection extends Site {
  readonly getAccessToken: AccessTokenSource;
}

export interface SiteOptions {
  /** Origin of the Strapi server, such as `https://office.example`; leave out on a page of the same origin. */
  baseUrl?: string;
  /** Path of the plugin's content API; default `/api/payments`. */
  prefix?: string;
  /** In place of the global `fetch`. */
  fetch?: Fetch;
}

/** Joins origin and path with one slash; an empty origin stays relative to the page. */
export const joinUrl = (origin: string, path: string): string =>
  `${origin.replace(/\/+$/, '')}/${path.replace(/^\/+|\/+$/g, '')}`;

/** The global `fetch` is called through a function, so that a page that replaces it later is respected. */
export const createSite = ({ baseUrl = '', prefix = '/api/payments', fetch: replaced }: SiteOptions): Site => ({
  root: joinUrl(baseUrl, prefix),
  fetch: replaced ?? ((input, init) => fetch(input, init)),
});

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: object;
  /** A form is sent as `multipart/form-data`, anything else as JSON. */
  body?: FormData | object;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/** What is undefined or empty is left out. */
const queryString = (query: object): string => {
  const entries = Object.entries<unknown>({ ...query }).filter(([, value]) => value !== undefined && value !== '');
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
};

const send = ({ root, fetch }: Site, path: string, call: Call, token?: string): Promise<Response> => {
  const { method = 'GET', query = {}, body, signal } = call;
  const headers: Record<string, string> = { ...call.headers };
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  const content = body === undefined || isForm ? (body ?? null) : JSON.stringify(body);
  return fetch(`${root}${path}${queryString(query)}`, { method, headers, body: content, signal: signal ?? null });
};

const onlyOk = async (response: Response): Promise<Response> => {
  if (!response.ok) throw await errorFromResponse(response);
  return response;
};

/** Lets nothing but `PaymentsError` and the platform's `AbortError` out. */
export const withTypedErrors = async <Result>(task: () => Promise<Result>): Promise<Result> => {
  try {
    return await task();
  } catch (cause) {
    throw errorFromFailure(cause);
  }
};

/** Sends a request that needs no session, and answers with an `ok` response. */
export const callPublic = (site: Site, path: string, call: Call = {}): Promise<Response> =>
  withTypedErrors(async () => onlyOk(await send(site, path, call)));

const notSignedIn = (): PaymentsError =>
  new PaymentsError({ status: 401, name: 'UnauthorizedError', message: 'Nobody is signed in' });

/**
 * Sends an authorised request and answers with an `ok` response. An access token that has expired meanwhile (401) is
 * renewed and the request sent once more; a second refusal, like any other status, throws.
 */
export const callAuthorised = (connection: Connection, path: string, call: Call = {}): Promise<Response> =>
  withTypedErrors(async () => {
    const token = await connection.getAccessToken();
    if (token === null) throw notSignedIn();
    const response = await send(connection, path, call, token);
    if (response.status !== 401) return onlyOk(response);
    const renewed = await connection.getAccessToken(token);
    const isNew = renewed !== null && renewed !== token;
    return onlyOk(isNew ? await send(connection, path, call, renewed) : response);
  });

interface Envelope<Data> {
  data: Data;
}

/** The JSON of an answer. Its type is the contract's word; nothing is validated at run time. */
export const jsonOf = async <Answer>(answer: Promise<Response>): Promise<Answer> => {
  const response = await answer;
  return withTypedErrors(async () => (await response.json()) as Answer);
};

/** What the answer's envelope holds. */
export const dataOf = async <Data>(answer: Promise<Response>): Promise<Data> =>
  (await jsonOf<Envelope<Data>>(answer)).data;

export const blobOf = async (answer: Promise<Response>): Promise<Blob> => {
  const response = await answer;
  return withTypedErrors(() => response.blob());
};
