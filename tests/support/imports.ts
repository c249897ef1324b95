import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportBatch, ImportFinding, ImportReport } from '../../src/plugins/payments/contracts/import-values';
import type { Answer, Http } from './http';
import { startMailOffice } from './mail-office';
import type { MailOffice } from './mail-office';
import { createCustomer, createInstitution } from './office';
import type { Envelope, Refusal } from './office';
import { eventually } from './wait';

export const fixture = (name: string): Buffer => readFileSync(path.resolve(__dirname, '../fixtures/import', name));

/** What an import is asked for besides its file. */
export interface ImportWish {
  readonly kind?: 'customers' | 'payments';
  readonly dryRun?: boolean;
  readonly skipBad?: boolean;
  readonly mapping?: ReadonlyArray<string | null>;
  readonly corrections?: ReadonlyArray<{ line: number; column: string; value: string }>;
  readonly confirmed?: readonly string[];
  readonly locale?: string;
}

/** An answer that may be a refusal: the test knows which of the two it expects. */
export interface Either<Data> extends Pick<Envelope<Data>, 'data'>, Pick<Refusal, 'error'> {}

type Created = Either<{ report: ImportReport; batch: ImportBatch | null }>;

/** Sends a file as the admin does. */
export const sendImport = (
  staff: Http,
  file: string | Buffer | null,
  { kind = 'payments', dryRun = false, ...wish }: ImportWish = {},
  name = 'file.csv',
): Promise<Answer<Created>> => {
  const form = new FormData();
  form.set('kind', kind);
  form.set('dryRun', String(dryRun));
  for (const [key, value] of Object.entries(wish)) {
    form.set(key, typeof value === 'boolean' || typeof value === 'string' ? String(value) : JSON.stringify(value));
  }
  if (file !== null) form.set('file', new File([new Uint8Array(Buffer.from(file))], name));
  return staff.post<Created>('/payments/imports', form);
};

/** What a file holds and what is wrong with it. */
export const lookAt = async (staff: Http, file: string | Buffer, wish: ImportWish = {}): Promise<ImportReport> => {
  const { status, body } = await sendImport(staff, file, { ...wish, dryRun: true });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.report;
};

type Ended = ImportBatch & { findings: ImportFinding[] };

/** Imports a file and waits for its end. */
export const importFile = async (staff: Http, file: string | Buffer, wish: ImportWish = {}): Promise<Ended> => {
  const { status, body } = await sendImport(staff, file, wish);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return ended(staff, body.data.batch?.documentId ?? '');
};

export const ended = (staff: Http, documentId: string): Promise<Ended> =>
  eventually(
    async () => {
      const { body } = await staff.get<Envelope<Ended>>(`/payments/imports/${documentId}`);
      return body.data.state === 'running' ? null : body.data;
    },
    'the import is over',
    60_000,
  );

/** What was found, as `line column code`. */
export const toldIn = (findings: readonly ImportFinding[]): string[] =>
  findings.map(({ line, column, code }) => `${line} ${column} ${code}`);

/** An office with the customers and institutions that the fixtures name, on 25 November 2026. */
export const startImportOffice = async (): Promise<MailOffice> => {
  const office = await startMailOffice();
  await office.clock('2026-11-25T10:00:00Z');
  const { staff } = office;
  await createCustomer(staff, 'Παπαδάκη Ελένη', 'eleni@example.com', { taxNumber: '094259216' });
  await createCustomer(staff, 'Άλφα Α.Ε.', 'alpha@example.com', { taxNumber: '090000045', reference: 'A-1' });
  await createCustomer(staff, 'Γεωργίου Ιωάννης', null, { reference: 'G-1' });
  await createCustomer(staff, 'Γεωργίου Ιωάννης', null, { reference: 'G-2' });
  await createInstitution(staff, 'ΑΑΔΕ', { codeScheme: 'gr-tax' });
  await createInstitution(staff, 'ΕΦΚΑ', { codeScheme: 'gr-rf' });
  return office;
};

let titles = 0;

/** A file of so many one-off payments of Eleni's, under a title that no other test has. */
export const paymentsFile = (count: number): { csv: string; title: string } => {
  titles += 1;
  const lines = Array.from(
    { length: count },
    (_, index) => `094259216;Test ${titles}.${index};${index + 1},50;29/1/2027;`,
  );
  return { csv: ['Tax number;Title;Total;Due date;Payment code', ...lines].join('\n'), title: `Test ${titles}.` };
};
