/** What became of a message, as far as anyone can know. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** It did not get there, and may next time; `reached` says whether the server spoke about this message at all. */
  | { readonly kind: 'retry'; readonly error: string; readonly reached: boolean }
  /** It will not be taken; `badAddress` where the recipient is why. */
  | { readonly kind: 'refused'; readonly error: string; readonly badAddress: boolean }
  /** It may have been taken: the message was read, and no answer came. */
  | { readonly kind: 'uncertain'; readonly error: string };

/** What the way of a message's bytes tells: `unknown` where the provider gives no stream to look at. */
export type Passage = 'kept' | 'read' | 'unknown';

interface MailError {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly statusCode?: unknown;
}

/** SMTP commands whose refusal is about this message; others (greeting, sign-in) refuse the office, and may not tomorrow. */
const ABOUT_THE_MESSAGE = /^(MAIL FROM|RCPT TO|DATA)$/;

/** Enhanced status codes of bad addresses (RFC 3463, X.1.1 to X.1.3, X.1.6, X.1.10). */
const BAD_ADDRESS = /\b5\.1\.(1|2|3|6|10)\b/;

/**
 * Classes an error of a hand-over. An answer of the server decides by its code; without one, whether the message was read does. An
 * error of the connection may carry the remains of an answer to something else, so its code counts only while nothing was read.
 */
export function classify(thrown: unknown, passage: Passage): Delivery {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as MailError;
  const text = typeof error.message === 'string' ? error.message : 'unknown error';
  const code = replyCode(error);
  const command = typeof error.command === 'string' ? error.command : null;
  if (passage === 'unknown') return byCodeAlone(code, text);
  const answered = code !== null && command !== 'CONN';
  if (answered && code >= 500 && command !== null && ABOUT_THE_MESSAGE.test(command)) {
    return { kind: 'refused', error: text, badAddress: command === 'RCPT TO' || BAD_ADDRESS.test(text) };
  }
  if (error.code === 'EENVELOPE' && code === null) return { kind: 'refused', error: text, badAddress: true };
  const reached = command !== null && ABOUT_THE_MESSAGE.test(command);
  if (answered || passage === 'kept') return { kind: 'retry', error: text, reached };
  return { kind: 'uncertain', error: text };
}

function byCodeAlone(code: number | null, text: string): Delivery {
  if (code === null) return { kind: 'uncertain', error: text };
  return code < 500
    ? { kind: 'retry', error: text, reached: true }
    : { kind: 'refused', error: text, badAddress: BAD_ADDRESS.test(text) };
}

/** A reply code of 400 to 599, wherever the provider puts it. */
function replyCode({ responseCode, statusCode, code }: MailError): number | null {
  const found = [responseCode, statusCode, code].map(Number).find((value) => value >= 400 && value < 600);
  return found === undefined ? null : Math.trunc(found);
}
