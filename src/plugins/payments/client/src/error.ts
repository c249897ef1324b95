/** Where a request went wrong: as the server's error envelope tells it, or before any answer came. */
export interface PaymentsErrorParts {
  status: number;
  name: string;
  message: string;
  details?: Record<string, unknown>;
  retryAfter?: number | null;
  cause?: unknown;
}

/**
 * What every method of the client throws.
 *
 * `status` is the HTTP status, or 0 when no answer came (then `name` is `NetworkError`). `name` is Strapi's
 * (`ValidationError`, `NotFoundError`, …); `details.errors[].path` names the fields of a 400. `retryAfter` holds the
 * seconds that a 429 or 503 asks to wait, where it says so.
 */
export class PaymentsError extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | null;

  constructor({ status, name, message, details = {}, retryAfter = null, cause }: PaymentsErrorParts) {
    super(message, { cause });
    this.name = name;
    this.status = status;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const textOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback;

/** `Retry-After` in seconds; the header's date form is not used by Strapi and counts as absent. */
const retryAfterOf = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
};

/** Reads the error envelope of a response that is not `ok`; a proxy's page without an envelope becomes `HttpError`. */
export const errorFromResponse = async (response: Response): Promise<PaymentsError> => {
  const body: unknown = await response.json().catch(() => null);
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  return new PaymentsError({
    status: response.status,
    name: textOr(error.name, 'HttpError'),
    message: textOr(error.message, `The server answered ${response.status}`),
    details: isRecord(error.details) ? error.details : {},
    retryAfter: retryAfterOf(response),
  });
};

/** An aborted request stays an `AbortError`; whatever else kept an answer away becomes a `NetworkError`. */
export const errorFromFailure = (cause: unknown): unknown =>
  cause instanceof PaymentsError || (isRecord(cause) && cause.name === 'AbortError')
    ? cause
    : new PaymentsError({ status: 0, name: 'NetworkError', message: 'The server could not be reached', cause });
