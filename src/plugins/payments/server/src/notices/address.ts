/** One address and nothing else: no list, no comment, no quotes, no line that would go on as another header. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+$/u;

/** Longest forward path of RFC 5321 §4.5.3.1.3, less its brackets. */
const LONGEST = 254;

/** Whether a contact's address may be used as it is. */
export const isOneAddress = (value: string | null): value is string =>
  value !== null && value.length <= LONGEST && ADDRESS.test(value);
