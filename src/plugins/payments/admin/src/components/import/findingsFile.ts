import { BYTE_ORDER_MARK, csvLine } from '../../../../domain/sheet';

/** A finding as its line in the file says it. */
interface Told {
  line: number;
  column: string | null;
  value: string;
  what: string;
  proposal?: string;
}

/**
 * What was found in a file, for the colleague who mends it in the spreadsheet. Cells of a file are data of whoever sent it: what a spreadsheet would run
 * goes back as text.
 */
export const findingsFile = (headers: readonly string[], findings: readonly Told[]): string =>
  BYTE_ORDER_MARK +
  csvLine(headers) +
  findings
    .map(({ line, column, value, what, proposal }) =>
      csvLine([String(line), column ?? '', value, what, proposal ?? '']),
    )
    .join('');
