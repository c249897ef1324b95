import { compact, inFours, mod97 } from './mod97';
import { ok, refuse } from './problem';
import type { Path, Result } from './problem';

/** Characters of an IBAN by country, from the IBAN registry (SWIFT, ISO 13616). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27
   DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28
   IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22
   MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24
   SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

export type Iban = string & { readonly __brand: 'Iban' };
export type Bic = string & { readonly __brand: 'Bic' };

/** Normalises an IBAN (spaces, hyphens, lower case) and checks its country's length and its check digits. */
export function parseIban(typed: string, path: Path = []): Result<Iban> {
  const value = compact(typed);
  if (!/^[A-Z]{2}\d\d[A-Z\d]+$/.test(value)) {
    const message = 'An IBAN is two letters, two digits, then Latin letters and digits: correct it';
    return refuse({ code: 'iban-format', path, message });
  }
  const country = value.slice(0, 2);
  const length = LENGTHS.get(country);
  if (length === undefined) {
    const message = `${country} is no country with IBANs: correct the first two letters`;
    return refuse({ code: 'iban-country', path, message, params: { country } });
  }
  if (value.length !== length) {
    const message = `An IBAN of ${country} has ${length} characters, this one ${value.length}: correct it`;
    return refuse({ code: 'iban-length', path, message, params: { country, expected: length, length: value.length } });
  }
  if (mod97(value) !== 1) {
    return refuse({ code: 'iban-check-digits', path, message: 'A character of the IBAN is wrong: compare it' });
  }
  return ok(value as Iban);
}

/** In groups of four. */
export function displayIban(iban: string): string {
  return inFours(iban);
}

/** Normalises a BIC and checks its shape (ISO 9362): bank, country, place, and perhaps a branch. */
export function parseBic(typed: string, path: Path = []): Result<Bic> {
  const value = compact(typed);
  if (/^[A-Z]{6}[A-Z\d]{2}([A-Z\d]{3})?$/.test(value)) return ok(value as Bic);
  const message = 'A BIC is six letters, then two or five letters or digits: correct it, or leave it out';
  return refuse({ code: 'bic-format', path, message });
}
