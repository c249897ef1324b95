interface Separators {
  group: string;
  decimal: string;
}

const separatorsOf = (locale: string): Separators => {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const find = (type: 'group' | 'decimal'): string => parts.find((part) => part.type === type)?.value ?? '';
  return { group: find('group'), decimal: find('decimal') };
};

/** Whether a whole number is plain, or cut into thousands throughout. */
const ungrouped = (whole: string, group: string): string | null => {
  const groups = group === '' ? [whole] : whole.split(group);
  const [first = '', ...others] = groups;
  const isGrouped = /^\d{1,3}$/.test(first) && others.every((part) => /^\d{3}$/.test(part));
  return /^\d+$/.test(whole) || isGrouped ? groups.join('') : null;
};

const split = (text: string, { group, decimal }: Separators): [whole: string, decimals: string] | null => {
  const [whole = '', decimals = '', ...more] = text.split(decimal);
  if (more.length > 0) return null;
  const plain = ungrouped(whole, group);
  return plain === null || !/^\d*$/.test(decimals) ? null : [plain, decimals];
};

/**
 * Reads an amount as its writer's language writes it: "1.234,56" in Greek, "1,234.56" in English. The other language's
 * decimal mark is understood where nothing else can be meant ("154.32" in Greek). What is ambiguous, negative, or has more
 * decimals than the currency (`digits`) is null, never a guess.
 */
export const parseAmount = (typed: string, locale: string, digits: number): string | null => {
  const text = typed.replace(/[\s\u00a0\u202f]|\p{Sc}|\b[A-Z]{3}\b/gu, '');
  const own = separatorsOf(locale);
  const parts = split(text, own) ?? split(text, { group: '', decimal: own.group });
  if (parts === null) return null;
  const [whole, decimals] = parts;
  if (decimals.length > digits || whole === '' || (decimals === '' && /[.,]$/.test(text))) return null;
  return digits === 0 ? whole : `${whole}.${decimals.padEnd(digits, '0')}`;
};
