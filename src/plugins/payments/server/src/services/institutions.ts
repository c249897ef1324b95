import type { Core } from '@strapi/strapi';
import type { InstitutionValue, createInstitution, updateInstitution } from '../../../contracts/institution';
import type { Pagination } from '../../../contracts/lists';
import type { BodyOf } from '../../../contracts/route';
import type { Change } from '../../../domain/diff';
import { parseBic, parseIban } from '../../../domain/iban';
import { table } from '../constants';
import { ConflictError, invalid, invalidField, notFound } from '../http/errors';
import type { Actor } from '../record/actor';
import { haveAnyPayment } from '../repositories/customers';
import { inTransaction } from '../repositories/database';
import { deleteDocument, findDocument, insertDocument, updateDocument } from '../repositories/documents';
import {
  institutionColumns,
  listInstitutionRows,
  lockInstitution,
  readInstitution,
} from '../repositories/institutions';
import type { InstitutionFields, InstitutionListQuery, InstitutionRow } from '../repositories/institutions';
import { paginationOf } from '../repositories/paging';
import { institutionView } from './directory-view';
import { namesInstitution } from '../repositories/series';
import { getService } from './get-service';
import { refreshObligations } from './refresh-obligations';

/** What starts a new institution where nothing is said. */
const blank: Omit<InstitutionFields, 'name'> = {
  iban: null,
  bic: null,
  payUrl: null,
  codeScheme: 'free',
  codeScope: 'payment',
  singleUseCodes: false,
  convention: null,
  bankDays: 0,
  ladder: null,
  epcQr: false,
  epcRemittance: 'reference',
};

/** IBAN, BIC and ladder as they are stored. Throws a 400 that names every field that is wrong. */
function normalised<Fields extends Partial<InstitutionFields>>(fields: Fields): Fields {
  const iban = fields.iban ? parseIban(fields.iban, ['iban']) : null;
  const bic = fields.bic ? parseBic(fields.bic, ['bic']) : null;
  const problems = [iban, bic].flatMap((result) => (result && !result.ok ? result.problems : []));
  if (problems.length > 0) throw invalid(problems);
  return {
    ...fields,
    ...(iban?.ok && { iban: iban.value }),
    ...(bic?.ok && { bic: bic.value }),
    ...(fields.ladder && { ladder: [...new Set(fields.ladder)].sort((a, b) => a - b) }),
  };
}

function refuseQrWithoutAccount({ epcQr, iban }: InstitutionFields): void {
  if (!epcQr || iban) return;
  throw invalidField(['iban'], 'An EPC QR code needs an IBAN: enter it, or switch the QR code off', 'iban-missing');
}

/** What a customer's obligations show of an institution, by the names of the history. */
const VISIBLE = {
  institution: 'name',
  payUrl: 'payUrl',
  bankDays: 'bankDays',
  iban: 'iban',
  bic: 'bic',
  epcQr: 'epcQr',
  epcRemittance: 'epcRemittance',
} as const satisfies Record<string, keyof InstitutionFields>;

/** What customers can see of the difference. An account shows in a QR code alone. */
export function visibleChanges(before: InstitutionFields, after: InstitutionFields): Change[] {
  const hidden = new Set(before.epcQr || after.epcQr ? [] : ['iban', 'bic', 'epcRemittance']);
  return Object.entries(VISIBLE).flatMap(([field, key]) =>
    hidden.has(field) || before[key] === after[key] ? [] : [{ field, before: before[key], after: after[key] }],
  );
}

/** Whether reminders of the institution's instalments fall on other days now. */
export const remindsOtherwise = (before: InstitutionFields, after: InstitutionFields): boolean =>
  before.bankDays !== after.bankDays || JSON.stringify(before.ladder) !== JSON.stringify(after.ladder);

/** Who is owed, with the rules of payments to it. */
export const institutions = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  async function change(documentId: string, fields: Partial<InstitutionFields>, actor: Actor): Promise<InstitutionRow> {
    const before = await lockInstitution(strapi, documentId);
    if (!before) throw notFound('Institution');
    const after = { ...before, ...normalised(fields) };
    refuseQrWithoutAccount(after);
    await updateDocument(strapi, table.institution, before.id, institutionColumns(after), now());
    await followInstitution(strapi, before, after, actor);
    return after;
  }

  return {
    /** A page of institutions by name. */
    async list(query: InstitutionListQuery): Promise<{ items: InstitutionValue[]; pagination: Pagination }> {
      const { rows, count } = await listInstitutionRows(strapi, query);
      return { items: rows.map(institutionView), pagination: paginationOf(query.page, query.pageSize, count) };
    },

    /** Throws 404. */
    async get(documentId: string): Promise<InstitutionValue> {
      const institution = await readInstitution(strapi, documentId);
      if (!institution) throw notFound('Institution');
      return institutionView(institution);
    },

    /** A new institution. Throws a 400 that names a wrong IBAN or BIC. */
    async create(fields: BodyOf<typeof createInstitution>): Promise<InstitutionValue> {
      const institution = normalised({ ...blank, ...fields });
      refuseQrWithoutAccount(institution);
      const key = await insertDocument(strapi, table.institution, institutionColumns(institution), now());
      return institutionView({ ...institution, ...key });
    },

    /** Changes what is named; what customers see of it reaches the portal without an email, and reminders follow. */
    async update(
      documentId: string,
      changes: BodyOf<typeof updateInstitution>,
      actor: Actor,
    ): Promise<InstitutionValue> {
      const institution = await inTransaction(strapi, () => change(documentId, changes, actor));
      await getService(strapi, 'reminderSchedules').workOff();
      return institutionView(institution);
    },

    /** Deletes an institution that no payment, of whatever state, names. Throws 409 for one in use. */
    remove: (documentId: string): Promise<void> =>
      inTransaction(strapi, async () => {
        const key = await findDocument(strapi, table.institution, documentId);
        if (!key) throw notFound('Institution');
        if (await haveAnyPayment(strapi, 'institution_ref', [key.id])) {
          throw new ConflictError('Payments name this institution, so it stays; rename it, or move the payments first');
        }
        if (await namesInstitution(strapi, key.id)) {
          throw new ConflictError('A recurring obligation names this institution, so it stays; delete that first');
        }
        await deleteDocument(strapi, table.institution, key.id);
      }),
  };
};

/** What follows from a change of an institution, in its transaction. The schedules are worked off after the commit. */
export async function followInstitution(
  strapi: Core.Strapi,
  before: InstitutionRow,
  after: InstitutionFields,
  actor: Actor,
): Promise<void> {
  const changes = visibleChanges(before, after);
  await refreshObligations(strapi, { column: 'institution_ref', id: before.id }, { changes, actor });
  if (remindsOtherwise(before, after)) await getService(strapi, 'reminderSchedules').note(before.id);
}
