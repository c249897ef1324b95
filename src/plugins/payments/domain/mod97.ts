/**
 * The remainder that ISO 7064 mod 97-10 takes of a code of digits and capital letters (A=10 … Z=35) whose first four
 * characters stand at the end: 1 where the two check digits are right. ISO 11649 references and IBANs both use it.
 */
export function mod97(code: string): number {
  const turned = code.slice(4) + code.slice(0, 4);
  let remainder = 0;
  for (const character of turned) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** Codes as people paste them: without spaces, hyphens and invisible characters, Latin letters in capitals. */
export function compact(typed: string): string {
  // only a to z: toUpperCase() would also turn ß into SS and ı into I, that is, a wrong code into another one
  return typed.replace(/[\s\p{Pd}\p{Cf}]/gu, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** In groups of four, as references and IBANs are printed. */
export function inFours(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$& ');
}
