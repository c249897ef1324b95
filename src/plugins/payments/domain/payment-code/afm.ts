/**
 * Whether nine digits are a Greek tax number (AFM): Σ dᵢ·2^(9−i) over the first eight, mod 11, mod 10 is the ninth.
 * Nine zeros would pass and belong to nobody.
 */
export function isAfm(value: string): boolean {
  if (!/^\d{9}$/.test(value) || value === '000000000') return false;
  const digits = Array.from(value, Number);
  const check = digits.pop();
  const sum = digits.reduce((total, digit, index) => total + digit * 2 ** (8 - index), 0);
  return (sum % 11) % 10 === check;
}
