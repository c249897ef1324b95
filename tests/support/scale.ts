/** `npm test` runs a short form, `npm run test:faults -- --long` one of 2,000 reminders and many more kills. */
export type Scale = 'short' | 'normal' | 'long';

const scales: readonly Scale[] = ['short', 'normal', 'long'];

export const scale: Scale = scales.find((name) => name === process.env.FAULTS) ?? 'normal';

/** A figure for each scale. */
export const by = <Value>(values: Readonly<Record<Scale, Value>>): Value => values[scale];

/** What is left out of the short form. */
export const unlessShort = scale === 'short' ? test.skip : test;

export const database = process.env.TEST_DATABASE ?? 'sqlite';

/** What a test measured, shown with its result. */
export const figures = (what: string, values: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(
    `   ${database}: ${what}: ${Object.entries(values)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ')}\n`,
  );
};
