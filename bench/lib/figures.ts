/** One row of the table: what was measured, beside what, and whether it passes its bar. */
export interface Figure {
  readonly what: string;
  /** Where: a database, or nothing where it makes no difference. */
  readonly where?: string;
  readonly measured: string;
  readonly comparison?: string;
  /** The number that the bar is about; NaN where it could not be measured. */
  readonly value: number;
  readonly unit: '×' | 'ms' | 'µs' | 'MB' | 'kB';
  /** Without one the figure is told and nothing more. */
  readonly bar?: { readonly least: number } | { readonly most: number };
}

export const passes = ({ value, bar }: Figure): boolean =>
  bar === undefined || ('least' in bar ? value >= bar.least : value <= bar.most);

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

export const withUnit = (value: number, unit: Figure['unit']): string => {
  if (Number.isNaN(value)) return 'not measured';
  return unit === '×' ? `${number(value)}×` : `${number(value)} ${unit}`;
};

const barOf = ({ bar, unit }: Figure): string => {
  if (bar === undefined) return '—';
  return 'least' in bar ? `≥ ${withUnit(bar.least, unit)}` : `≤ ${withUnit(bar.most, unit)}`;
};

const verdictOf = (figure: Figure): string => (figure.bar === undefined ? '' : passes(figure) ? 'pass' : 'FAIL');

const headers = ['What', 'Where', 'Measured', 'Compared with', 'Figure', 'Bar', 'Met'];

const cells = (figure: Figure): string[] => [
  figure.what,
  figure.where ?? '',
  figure.measured,
  figure.comparison ?? '',
  withUnit(figure.value, figure.unit),
  barOf(figure),
  verdictOf(figure),
];

/** The figures as a Markdown table, padded so that a terminal shows it straight. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [headers, ...figures.map(cells)];
  const widths = headers.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(headers), rule, ...rows.slice(1).map(line)].join('\n');
};

/** Rates and times for the table's cells. */
export const perSecond = (rate: number): string => `${number(rate)}/s`;
export const inMs = (ms: number): string => `${number(ms)} ms`;
