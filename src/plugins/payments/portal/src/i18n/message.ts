/** A sentence with `{names}` to fill in; where a count decides its form, one for each of the language's plurals. */
export type Message = string | { readonly one: string; readonly other: string };

export type Values = Readonly<Record<string, string | number>>;

/** Fills a message in. `count` chooses the plural. */
export const fillIn = (message: Message, values: Values, plurals: Intl.PluralRules): string => {
  const isOne = typeof values.count === 'number' && plurals.select(values.count) === 'one';
  const sentence = typeof message === 'string' ? message : isOne ? message.one : message.other;
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''));
};
