import { writeFileSync } from 'node:fs';
import { countOnce } from '../support/statements';
import { importFile, startImportOffice } from '../support/imports';
import type { MailOffice } from '../support/mail-office';

/** `IMPORT_ROWS=10000` measures what `product.md` promises; the suite looks at fewer. */
const ROWS = Number(process.env.IMPORT_ROWS ?? 1_000);

let office: MailOffice;

beforeAll(async () => {
  office = await startImportOffice();
});

afterAll(() => office.close());

const customers = (count: number, first: number): string => {
  const lines = Array.from(
    { length: count },
    (_, index) => `Speedy ${first + index};S-${first + index};s${first + index}@example.com`,
  );
  return ['Name;Reference;Contact email', ...lines].join('\n');
};

const payments = (count: number, first: number, plan: string): string => {
  const lines = Array.from(
    { length: count },
    (_, index) => `S-${(first + index) % 100};Debt ${first + index};C-${first + index};${plan}`,
  );
  return ['Reference;Title;Payment code;Total;Due date;Number of instalments;Repayment period', ...lines].join('\n');
};

const timed = async (what: string, csv: string, kind: 'customers' | 'payments'): Promise<void> => {
  const begun = performance.now();
  const { startedAt, finishedAt, state } = await importFile(office.staff, csv, { kind });
  expect(state).toBe('done');
  const writing = Date.parse(finishedAt ?? '') - Date.parse(startedAt);
  const line = `${process.env.TEST_DATABASE ?? 'sqlite'}: ${what}: written in ${writing} ms, ${Math.round(performance.now() - begun)} ms in all`;
  // Printed and not asserted: on a machine that others use it says nothing.
  process.stderr.write(`${line}\n`);
  if (process.env.IMPORT_REPORT) writeFileSync(process.env.IMPORT_REPORT, `${line}\n`, { flag: 'a' });
};

test('many lines are written as one', async () => {
  await timed(`${ROWS} customers with a contact each`, customers(ROWS, 0), 'customers');
  await timed(`${ROWS} one-off payments`, payments(ROWS, 0, '100;29/1/2027;;'), 'payments');
  if (ROWS >= 10_000)
    await timed(`${ROWS} plans of twelve`, payments(ROWS, ROWS, '1200;29/1/2027;12;monthly'), 'payments');
}, 600_000);

test('the statements grow by the chunk of 400 lines, and not by the line', async () => {
  const few = await countOnce(office.server, () => importFile(office.staff, payments(10, 50_000, '100;29/1/2027;;')));
  const chunk = await countOnce(office.server, () =>
    importFile(office.staff, payments(399, 51_000, '100;29/1/2027;;')),
  );
  // What asks for its end meanwhile counts too.
  expect(chunk - few).toBeLessThan(60);
});
