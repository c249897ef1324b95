import { ok, refuse } from '../problem';
import type { Result } from '../problem';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1253';

export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Each with what it must begin with; the last takes what is valid in no other. */
const ENCODINGS: ReadonlyArray<readonly [Encoding, ReadonlyArray<number>]> = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-8', []],
  ['windows-1253', []],
];

/**
 * The text of a file that a spreadsheet or an older program wrote. Greek bytes of Windows-1253 are no valid UTF-8, so that the two cannot be
 * taken for each other; what is neither, or holds characters of no text, is refused.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  for (const [encoding, mark] of ENCODINGS) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    const text = decoded(bytes, encoding);
    if (text !== null) return ok({ text, encoding });
  }
  const message = 'This is no text: save the sheet as CSV (UTF-8) or as XLSX, and send that file';
  return refuse({ code: 'file-encoding', path: ['file'], message });
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex -- these are in no text, whatever wrote it
    return /[\0-\x08\x0e-\x1f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
