import { parseBic, parseIban } from './iban';
import { minor, toDecimal } from './money';
import type { CurrencyCode, MinorUnits } from './money';
import { ok, refuse } from './problem';
import type { Problem, Result } from './problem';

export interface EpcInput {
  /** Of the institution. */
  name: string;
  iban: string;
  bic?: string | null;
  currency: CurrencyCode;
  /** What is outstanding. */
  amount: MinorUnits;
  /** ISO 20022 purpose code of up to four characters. */
  purpose?: string | null;
  /** The institution's choice of line for the payment code: a structured reference, or text. */
  remittance?: { kind: 'reference' | 'text'; value: string } | null;
  /** Shown to the payer, not sent to the institution. */
  information?: string | null;
}

const CENT = minor(1);
const MOST = minor(99_999_999_999);
const MOST_NAME = 70;
const MOST_REFERENCE = 35;
const MOST_TEXT = 140;
const MOST_INFORMATION = 70;

/** Bytes that a QR code of version 13 holds at error level M, the largest that EPC069-12 allows. */
const MOST_BYTES = 331;

/**
 * The text of an EPC QR code for a SEPA credit transfer (EPC069-12, version 002, UTF-8): up to twelve lines. Reference
 * and text exclude each other; the line of the one not used stays empty, and nothing follows the last line with a value.
 */
export function epcPayload(input: EpcInput): Result<string> {
  const iban = parseIban(input.iban, ['iban']);
  const bic = input.bic ? parseBic(input.bic, ['bic']) : ok('');
  const problems = [...(iban.ok ? [] : iban.problems), ...(bic.ok ? [] : bic.problems), ...refused(input)];
  if (!iban.ok || !bic.ok || problems.length > 0) return refuse(...problems);
  const { remittance } = input;
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    bic.value,
    oneLine(input.name),
    iban.value,
    `EUR${toDecimal(input.amount, input.currency)}`,
    input.purpose ?? '',
    remittance?.kind === 'reference' ? oneLine(remittance.value) : '',
    remittance?.kind === 'text' ? oneLine(remittance.value) : '',
    oneLine(input.information ?? ''),
  ];
  const payload = lines.join('\n').replace(/\n+$/, '');
  const bytes = utf8Length(payload);
  if (bytes <= MOST_BYTES) return ok(payload);
  const message = `The QR code would need ${bytes} bytes and can hold ${MOST_BYTES}: shorten the name or the text`;
  return refuse({ code: 'qr-too-long', path: [], message, params: { bytes, most: MOST_BYTES } });
}

function refused({ name, currency, amount, purpose, remittance, information }: EpcInput): Problem[] {
  const problems: Problem[] = [];
  if (currency !== 'EUR') {
    problems.push({ code: 'qr-currency', path: ['currency'], message: 'An EPC QR code pays in euro only' });
  } else if (amount < CENT || amount > MOST) {
    const message = 'An EPC QR code pays from 0.01 to 999,999,999.99 euro';
    problems.push({ code: 'qr-amount', path: ['amount'], message, params: { least: '0.01', most: '999999999.99' } });
  }
  if (!fits(name, MOST_NAME) || oneLine(name) === '') {
    const message = `The institution’s name must have 1 to ${MOST_NAME} characters: change it`;
    problems.push({ code: 'qr-name', path: ['name'], message, params: { most: MOST_NAME } });
  }
  if (purpose && !/^[A-Z\d]{1,4}$/.test(purpose)) {
    const message = 'The purpose is a code of up to four capital letters and digits: correct it, or leave it out';
    problems.push({ code: 'qr-purpose', path: ['purpose'], message });
  }
  if (remittance?.kind === 'reference' && !isReference(remittance.value)) {
    const message = `A structured reference has 1 to ${MOST_REFERENCE} Latin letters and digits: send the code as text`;
    problems.push({ code: 'qr-reference', path: ['remittance'], message, params: { most: MOST_REFERENCE } });
  }
  if (remittance?.kind === 'text' && !fits(remittance.value, MOST_TEXT)) {
    const message = `The text may have at most ${MOST_TEXT} characters: shorten it`;
    problems.push({ code: 'qr-text', path: ['remittance'], message, params: { most: MOST_TEXT } });
  }
  if (information && !fits(information, MOST_INFORMATION)) {
    const message = `The note to the payer may have at most ${MOST_INFORMATION} characters: shorten it`;
    problems.push({ code: 'qr-text', path: ['information'], message, params: { most: MOST_INFORMATION } });
  }
  return problems;
}

function isReference(value: string): boolean {
  return /^[A-Za-z\d]{1,35}$/.test(value);
}

/** Without line ends and control characters, which would begin another line of the payload. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}

function fits(text: string, most: number): boolean {
  return [...oneLine(text)].length <= most;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
