import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { InstitutionValue, listInstitutions } from '../../../contracts/institution';
import type { QueryOf } from '../../../contracts/route';
import { normaliseSearch } from '../../../domain/search-text';
import { table } from '../constants';
import { connect, toBoolean, toJson, updateEach } from './database';
import type { Connection } from './database';
import { namedColumns } from './documents';
import type { Columns } from './documents';
import { countUpTo } from './paging';
import { matchesSearch } from './search';

/** An institution as staff see it, with the row's key. */
export interface InstitutionRow extends InstitutionValue {
  readonly id: number;
}

export type InstitutionFields = Omit<InstitutionValue, 'documentId'>;

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

const institutionOf = (row: Row): InstitutionRow => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  name: String(row.name),
  iban: text(row.iban),
  bic: text(row.bic),
  payUrl: text(row.pay_url),
  codeScheme: (text(row.code_scheme) ?? 'free') as InstitutionValue['codeScheme'],
  codeScope: row.code_scope === 'instalment' ? 'instalment' : 'payment',
  singleUseCodes: toBoolean(row.single_use_codes),
  convention: text(row.convention) as InstitutionValue['convention'],
  bankDays: Number(row.bank_days ?? 0),
  ladder: toJson<number[]>(row.ladder),
  epcQr: toBoolean(row.epc_qr),
  epcRemittance: row.epc_remittance === 'text' ? 'text' : 'reference',
});

/** An institution's values by their columns; what is not named is left out. */
export function institutionColumns(fields: Partial<InstitutionFields>): Columns {
  const { name, ladder } = fields;
  return namedColumns({
    name,
    search_text: name === undefined ? undefined : normaliseSearch(name),
    iban: fields.iban,
    bic: fields.bic,
    pay_url: fields.payUrl,
    code_scheme: fields.codeScheme,
    code_scope: fields.codeScope,
    single_use_codes: fields.singleUseCodes,
    convention: fields.convention,
    bank_days: fields.bankDays,
    ladder: ladder ? JSON.stringify(ladder) : ladder,
    epc_qr: fields.epcQr,
    epc_remittance: fields.epcRemittance,
  });
}

export type InstitutionListQuery = QueryOf<typeof listInstitutions>;

function matching(db: Connection, q: string | undefined): Knex.QueryBuilder {
  const query = db(table.institution);
  if (q) matchesSearch(query, 'search_text', q);
  return query;
}

/** A page of institutions, and how many there are: two statements. */
export async function listInstitutionRows(
  strapi: Core.Strapi,
  { q, sort, page, pageSize }: InstitutionListQuery,
): Promise<{ rows: InstitutionRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, matching(db, q).select('id'));
  const rows: Row[] = await matching(db, q)
    .select('*')
    .orderBy([
      { column: 'search_text', order: sort.direction },
      { column: 'id', order: sort.direction },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: rows.map(institutionOf), count };
}

export async function readInstitution(strapi: Core.Strapi, documentId: string): Promise<InstitutionRow | null> {
  const db = await connect(strapi);
  const row = (await db(table.institution).where({ document_id: documentId }).first()) as Row | undefined;
  return row ? institutionOf(row) : null;
}

/** Institutions by their row keys, for comparing before and after; unknown ones are left out. */
export async function readInstitutions(strapi: Core.Strapi, ids: readonly number[]): Promise<InstitutionRow[]> {
  if (ids.length === 0) return [];
  const db = await connect(strapi);
  const rows: Row[] = await db(table.institution).whereIn('id', ids);
  return rows.map(institutionOf);
}

/**
 * Locks an institution until the transaction ends and reads it as it is after waiting. SQLite has one writer at a time and needs
 * no lock.
 */
export async function lockInstitution(strapi: Core.Strapi, documentId: string): Promise<InstitutionRow | null> {
  const db = await connect(strapi);
  const query = db(table.institution).where({ document_id: documentId }).first();
  const row = (await (db.dialect === 'sqlite' ? query : query.forUpdate())) as Row | undefined;
  return row ? institutionOf(row) : null;
}

/** Writes the search column of these institutions, and of any that a write in bulk left without one. */
export async function refreshInstitutionSearch(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  const db = await connect(strapi);
  const rows: { id: number; name: string }[] = await db(table.institution)
    .whereIn('id', ids)
    .orWhereNull('search_text')
    .select('id', 'name');
  const texts = rows.map(({ id, name }) => ({ id: Number(id), values: { search_text: normaliseSearch(name) } }));
  await updateEach(db, table.institution, { search_text: 'text' }, texts);
}
