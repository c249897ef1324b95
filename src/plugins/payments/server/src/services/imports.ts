import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { MOST_FINDINGS, MOST_IMPORT_LINES } from '../../../contracts/import-values';
import type { ImportBatch, ImportReport } from '../../../contracts/import-values';
import type { createImport } from '../../../contracts/imports';
import type { Pagination } from '../../../contracts/lists';
import type { BodyOf } from '../../../contracts/route';
import { columnsOf, headerKey, importLines, proposeMapping, templateHeaders } from '../../../domain/import';
import type { ColumnId, HeaderLanguage, ImportKind } from '../../../domain/import';
import { BYTE_ORDER_MARK, csvLine } from '../../../domain/sheet';
import type { SheetUpload } from '../files/received';
import { ConflictError, invalidField, invalidFields, notFound } from '../http/errors';
import type { Media } from '../http/media';
import { checkCustomers, checkPayments } from '../import/check';
import type { Checked } from '../import/check';
import { readSheetFile } from '../import/read-file';
import type { SheetFile } from '../import/read-file';
import { inOrder, missingColumns, reportOf } from '../import/report';
import type { Actor } from '../record/actor';
import { isDuplicateKey } from '../repositories/database';
import { failStale, findByHash, insertBatch, listBatches, readBatch, readMappings } from '../repositories/imports';
import type { BatchRow } from '../repositories/imports';
import { paginationOf } from '../repositories/paging';
import { getService } from './get-service';
import { batchView } from './import-view';

type Request = BodyOf<typeof createImport>;

/** What was asked and what came of the look at it. */
interface Looked {
  readonly sheet: SheetFile;
  readonly mapping: Array<ColumnId | null>;
  readonly checked: Checked;
  readonly report: ImportReport;
  readonly hash: string;
}

/** An import whose process has not moved it for so long is over, and nothing of it was written. */
const STALE_MS = 2 * 60_000;

const NOTHING: Checked = { customers: [], payments: [], findings: [], bad: new Set() };

/** Customers and payments from files of other programs: looked at line by line, written as one, taken back as one. */
export const imports = ({ strapi }: { strapi: Core.Strapi }) => {
  /** As staff said of a file with these very headers; else what each header says, and what they said of one of its name. */
  async function proposed(kind: ImportKind, headers: readonly string[]): Promise<Array<ColumnId | null>> {
    const keys = headers.map(headerKey);
    const earlier = (await readMappings(strapi, kind)) as Array<{ headers: string[]; mapping: Array<ColumnId | null> }>;
    const same = earlier.findLast((each) => each.headers.map(headerKey).join() === keys.join());
    if (same) return same.mapping;
    const said = earlier.flatMap((each) =>
      each.headers.flatMap((header, index): Array<[string, ColumnId]> => {
        const column = each.mapping[index];
        return column ? [[headerKey(header), column]] : [];
      }),
    );
    return proposeMapping(kind, headers, new Map(said));
  }

  async function mappingOf({ kind, mapping }: Request, { headers }: SheetFile): Promise<Array<ColumnId | null>> {
    if (!mapping) return proposed(kind, headers);
    const own = columnsOf(kind);
    const named = mapping.filter((column) => column !== null);
    const stranger = named.find((column) => !own.includes(column));
    if (mapping.length !== headers.length || stranger || new Set(named).size !== named.length) {
      const message = `Name for each of the ${headers.length} columns of the file one of ours, each once, or none`;
      throw invalidField(['mapping'], message, 'mapping-invalid');
    }
    return mapping;
  }

  async function look(request: Request, file: SheetUpload): Promise<Looked> {
    const sheet = await readSheetFile(file.bytes, MOST_IMPORT_LINES);
    const mapping = await mappingOf(request, sheet);
    const lines = importLines(sheet.rows, mapping, request.corrections);
    const { kind, confirmed = [], locale } = request;
    const check = () =>
      kind === 'customers'
        ? checkCustomers(strapi, lines, confirmed)
        : checkPayments(strapi, lines, { confirmed, ...(locale && { locale }) });
    const checked = missingColumns(kind, mapping).length > 0 ? NOTHING : await check();
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const report = reportOf(kind, sheet, mapping, checked, await findByHash(strapi, hash, kind));
    return { sheet, mapping, checked, report, hash };
  }

  function refuseUnready({ skipBad }: Request, { report }: Looked): void {
    if (report.missing.length > 0) {
      throw invalidFields(
        report.missing.map((column) => ({
          path: ['mapping'],
          message: `No column of the file is named as ${column}: choose the one that is`,
          code: 'column-missing',
        })),
      );
    }
    if (report.badLines > 0 && !skipBad) {
      throw invalidFields(
        report.findings
          .filter(({ weight }) => weight !== 'note')
          .map(({ line, column, message, code, params }) => ({
            path: ['lines', line, ...(column ? [column] : [])],
            message: `Line ${line}: ${message}`,
            code,
            ...(params && { params }),
          })),
      );
    }
    const { customers, payments } = report.totals;
    if (customers + payments === 0) {
      throw invalidField(
        ['file'],
        'No line of the file can be imported: look at what is wrong with them',
        'nothing-to-import',
      );
    }
  }

  async function begin({ kind }: Request, file: SheetUpload, looked: Looked, actor: Actor): Promise<BatchRow> {
    const { sheet, mapping, checked, hash } = looked;
    const real = Date.now();
    await failStale(strapi, new Date(real - STALE_MS), new Date(real));
    try {
      const { documentId } = await insertBatch(
        strapi,
        {
          kind,
          fileName: file.name,
          fileHash: hash,
          total: sheet.rows.length - checked.bad.size - looked.report.knownLines,
          skipped: checked.bad.size,
          headers: sheet.headers,
          mapping,
          findings: inOrder(checked.findings)
            .filter(({ line }) => checked.bad.has(line))
            .slice(0, MOST_FINDINGS)
            .map((each) => ({ ...each, ...(each.params && { params: { ...each.params } }) })),
          actorId: actor.id,
          actorName: actor.name,
        },
        new Date(real),
      );
      return await known(documentId);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new ConflictError('Another file is being imported: wait until it is done, and look at yours again');
    }
  }

  async function known(documentId: string): Promise<BatchRow> {
    const batch = await readBatch(strapi, documentId);
    if (!batch) throw notFound('Import');
    return batch;
  }

  const view = (batch: BatchRow): ImportBatch =>
    batchView(batch, getService(strapi, 'importRuns').progressOf(batch.documentId), Date.now() - STALE_MS);

  return {
    /**
     * Looks at a file and, unless it is only to be looked at, begins to import it; the answer does not wait for its end.
     *
     * @throws 400 that names what of the file cannot be read, or every line that is bad; 409 while another import runs
     */
    async create(
      request: Request,
      file: SheetUpload,
      actor: Actor,
    ): Promise<{ report: ImportReport; batch: ImportBatch | null }> {
      const looked = await look(request, file);
      if (request.dryRun) return { report: looked.report, batch: null };
      refuseUnready(request, looked);
      const batch = await begin(request, file, looked, actor);
      getService(strapi, 'importRuns').start(batch, looked.checked, actor);
      return { report: looked.report, batch: view(batch) };
    },

    /** Throws 404. */
    async get(documentId: string): Promise<ImportBatch & { findings: ImportReport['findings'] }> {
      const batch = await known(documentId);
      return { ...view(batch), findings: [...batch.findings] };
    },

    async list(page: number, pageSize: number): Promise<{ items: ImportBatch[]; pagination: Pagination }> {
      const { rows, total } = await listBatches(strapi, page, pageSize);
      return { items: rows.map(view), pagination: paginationOf(page, pageSize, { total, more: false }) };
    },

    /** A file with nothing but the headers, as a Greek spreadsheet opens it. */
    template: (kind: ImportKind, language: HeaderLanguage): Media => ({
      type: 'text/csv; charset=utf-8',
      filename: `${kind}-${language}.csv`,
      body: BYTE_ORDER_MARK + csvLine(templateHeaders(kind, language)),
    }),

    /**
     * Takes an import back.
     *
     * @throws 404, and 409 that names what of it was paid, edited or told since
     */
    async undo(documentId: string, actor: Actor): Promise<ImportBatch> {
      await getService(strapi, 'importRuns').undo(documentId, actor);
      return view(await known(documentId));
    },
  };
};
