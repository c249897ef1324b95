import { ok, refuse } from '../problem';
import type { Path, Result } from '../problem';
import { free } from './free';
import { grRf } from './gr-rf';
import { grTax } from './gr-tax';
import { rf } from './rf';
import type { PaymentCodeScheme, SchemeId } from './scheme';

const SCHEMES: Readonly<Record<SchemeId, PaymentCodeScheme>> = { 'gr-tax': grTax, 'gr-rf': grRf, rf, free };

/** From the strictest to the one that takes anything. */
export const SCHEME_IDS = Object.keys(SCHEMES) as ReadonlyArray<SchemeId>;

export interface CheckedPaymentCode {
  /** As it is stored and copied. */
  value: string;
  display: string;
  /** One for each field of a bank form. */
  parts: string[];
  scheme: SchemeId;
}

/** Normalises what was pasted and checks it by the scheme's rule; `path` is where the code stands in the request. */
export function checkPaymentCode(value: string, scheme: SchemeId, path: Path = []): Result<CheckedPaymentCode> {
  const { normalise, check, display, parts } = SCHEMES[scheme];
  const normalised = normalise(value);
  const flaw = check(normalised);
  if (flaw) return refuse({ ...flaw, path });
  return ok({ value: normalised, display: display(normalised), parts: parts(normalised), scheme });
}

/** The strictest scheme that a code satisfies, or null for none. */
export function detectScheme(value: string): SchemeId | null {
  return SCHEME_IDS.find((scheme) => checkPaymentCode(value, scheme).ok) ?? null;
}

/**
 * The scheme that a typed code is checked by where nobody names one: the institution's, else the strictest that it satisfies. What begins like an RF
 * reference is held to its check digits.
 */
export function schemeOfTyped(value: string, institutionScheme?: SchemeId): SchemeId {
  if (institutionScheme) return institutionScheme;
  const detected = detectScheme(value) ?? 'free';
  return detected === 'free' && /^\s*rf\s*\d/i.test(value) ? 'rf' : detected;
}

/**
 * Whether a checked code names another payer than this customer, which staff must confirm. Without a tax number on
 * either side nothing can be said. A tax number may carry its country, as VAT numbers do: `EL094259216`.
 */
export function wrongCustomer(code: { value: string; scheme: SchemeId }, customerTaxNumber: string | null): boolean {
  const payer = SCHEMES[code.scheme].payer?.(code.value);
  const customer = (customerTaxNumber ?? '').replace(/[\s.-]/g, '').replace(/^(EL|GR)/i, '');
  return payer !== undefined && customer !== '' && payer !== customer;
}
