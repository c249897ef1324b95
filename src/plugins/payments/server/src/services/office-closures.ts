import type { Core } from '@strapi/strapi';
import type {
  createOfficeClosure,
  listOfficeClosures,
  OfficeClosure,
  updateOfficeClosure,
} from '../../../contracts/office-closures';
import type { Pagination } from '../../../contracts/lists';
import type { BodyOf, QueryOf } from '../../../contracts/route';
import { table } from '../constants';
import { invalidField, notFound } from '../http/errors';
import { listOfficeClosureRows, readOfficeClosure } from '../repositories/closed-days';
import { inTransaction } from '../repositories/database';
import { deleteDocument, findDocument, insertDocument, updateDocument } from '../repositories/documents';
import { paginationOf } from '../repositories/paging';
import { getService } from './get-service';

type Fields = Omit<OfficeClosure, 'documentId'>;

function refuseBackwards({ startDate, endDate }: Fields): void {
  if (endDate >= startDate) return;
  throw invalidField(
    ['endDate'],
    `The last day lies before the first, ${startDate}; choose a later one`,
    'end-before-start',
  );
}

const columnsOf = ({ startDate, endDate, name }: Fields) => ({ start_date: startDate, end_date: endDate, name });

/** When the office is away. No due date and no email to customers moves for it. */
export const officeClosures = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  async function read(documentId: string): Promise<OfficeClosure> {
    const closure = await readOfficeClosure(strapi, documentId);
    if (!closure) throw notFound('Office closure');
    return closure;
  }

  async function keyOf(documentId: string): Promise<number> {
    const key = await findDocument(strapi, table.officeClosure, documentId);
    if (!key) throw notFound('Office closure');
    return key.id;
  }

  return {
    /** A page of closures that touch a window, by their first day. */
    async list(query: QueryOf<typeof listOfficeClosures>): Promise<{ items: OfficeClosure[]; pagination: Pagination }> {
      const { rows, count } = await listOfficeClosureRows(strapi, query);
      return { items: rows, pagination: paginationOf(query.page, query.pageSize, count) };
    },

    /** Throws 404. */
    get: read,

    /** A closure of one day or of several, both ends included. Throws a 400 where it would end before it begins. */
    async create({ endDate, ...said }: BodyOf<typeof createOfficeClosure>): Promise<OfficeClosure> {
      const fields: Fields = { ...said, endDate: endDate ?? said.startDate };
      refuseBackwards(fields);
      const { documentId } = await insertDocument(strapi, table.officeClosure, columnsOf(fields), now());
      return { documentId, ...fields };
    },

    /** Changes what is named. */
    update: (documentId: string, changes: BodyOf<typeof updateOfficeClosure>): Promise<OfficeClosure> =>
      inTransaction(strapi, async () => {
        const after = { ...(await read(documentId)), ...changes };
        refuseBackwards(after);
        await updateDocument(strapi, table.officeClosure, await keyOf(documentId), columnsOf(after), now());
        return after;
      }),

    async remove(documentId: string): Promise<void> {
      await deleteDocument(strapi, table.officeClosure, await keyOf(documentId));
    },
  };
};
