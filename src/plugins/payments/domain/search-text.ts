/**
 * Text as it is searched, and as the search column keeps it: without accents, case and the form of the final sigma, inner
 * runs of space folded. `Παπαδόπουλος` and `παπαδοπουλοσ` are the same then.
 */
export function normaliseSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/ς/g, 'σ')
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim();
}
