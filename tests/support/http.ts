/** An answer, its body already parsed when it is JSON. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface RequestOptions {
  /** Sent as JSON, or as it is when it is a `FormData`, `Blob` or string. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Speaks to one server, with the same headers on every call. Never throws for a status. */
export interface Http {
  /** `Body` is what the test expects; nothing checks it but the test's own assertions. */
  request<Body>(method: string, path: string, options?: RequestOptions): Promise<Answer<Body>>;
  get<Body>(path: string, options?: RequestOptions): Promise<Answer<Body>>;
  post<Body>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<Body>>;
  put<Body>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<Body>>;
  delete<Body>(path: string, options?: RequestOptions): Promise<Answer<Body>>;
  /** The same server with further headers. */
  with(headers: Readonly<Record<string, string>>): Http;
  /** The answer as it comes, for streams and files. */
  raw(method: string, path: string, options?: RequestOptions): Promise<Response>;
}

const encode = (body: unknown): { body?: BodyInit; headers: Record<string, string> } => {
  if (body === undefined) return { headers: {} };
  if (typeof body === 'string' || body instanceof FormData || body instanceof Blob) return { body, headers: {} };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
};

const decode = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : text;
};

/** @param url The server's address, as `startServer` gives it. */
export const createHttp = (url: string, headers: Readonly<Record<string, string>> = {}): Http => {
  const raw = (method: string, path: string, { body, headers: more, signal }: RequestOptions = {}) => {
    const encoded = encode(body);
    return fetch(new URL(path, url), {
      method,
      body: encoded.body ?? null,
      headers: { ...encoded.headers, ...headers, ...more },
      redirect: 'manual',
      signal: signal ?? null,
    });
  };
  const request = async <Body>(method: string, path: string, options?: RequestOptions): Promise<Answer<Body>> => {
    const response = await raw(method, path, options);
    return { status: response.status, headers: response.headers, body: (await decode(response)) as Body };
  };
  return {
    raw,
    request,
    get: (path, options) => request('GET', path, options),
    post: (path, body, options) => request('POST', path, { ...options, body }),
    put: (path, body, options) => request('PUT', path, { ...options, body }),
    delete: (path, options) => request('DELETE', path, options),
    with: (more) => createHttp(url, { ...headers, ...more }),
  };
};

/** @returns The header of a signed-in user or administrator. */
export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
