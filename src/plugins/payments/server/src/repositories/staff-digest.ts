import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import type { MinorUnits } from '../../../domain/money';
import { minor } from '../../../domain/money';
import type { SeriesNaming, SeriesPeriod } from '../../../domain/series';
import type { Language } from '../notices/mail/format';
import { table, uid } from '../constants';
import { connect, equalsUnindexed, toBoolean } from './database';
import { linkOf } from './links';

/** Read at most; a digest lists far fewer and counts the others. */
const MOST = 2_000;

/** A member of staff who is told of their customers' matters. */
export interface Responsible {
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
}

/** An instalment as a digest tells of it. */
export interface DigestRow {
  readonly instalment: string;
  readonly payment: string;
  readonly title: string;
  readonly reference: string;
  readonly number: number;
  readonly of: number;
  readonly outstanding: MinorUnits;
  readonly currency: string;
  readonly dueDate: Day;
  readonly customer: string;
  readonly phone: string | null;
  readonly hasCode: boolean;
  readonly responsible: Responsible | null;
}

/** A notice that did not arrive, or may not have. */
export interface FailedRow {
  readonly recipient: string | null;
  readonly subject: string | null;
  readonly kind: string;
  readonly contact: string;
  readonly responsible: Responsible | null;
}

const staffColumns = {
  staff_email: 'staff.email',
  staff_first: 'staff.firstname',
  staff_last: 'staff.lastname',
  staff_language: 'staff.prefered_language',
  staff_active: 'staff.is_active',
  staff_blocked: 'staff.blocked',
};

/** Who has left the office reads no mail of it: what was theirs is the office's. */
function responsibleOf(row: Record<string, unknown>): Responsible | null {
  if (!row.staff_email || !toBoolean(row.staff_active) || toBoolean(row.staff_blocked)) return null;
  const email = String(row.staff_email);
  const language = String(row.staff_language ?? '').slice(0, 2);
  return {
    email,
    name: [row.staff_first, row.staff_last].filter(Boolean).join(' ') || email,
    language: language === 'el' || language === 'en' ? language : null,
  };
}

function joinStaff(strapi: Core.Strapi, query: Knex.QueryBuilder): Knex.QueryBuilder {
  const link = linkOf(strapi, uid.customer, 'responsible');
  const users = strapi.db.metadata.get('admin::user').tableName;
  return query
    .leftJoin(`${link.table} as link`, `link.${link.source}`, 'c.id')
    .leftJoin(`${users} as staff`, 'staff.id', `link.${link.target}`)
    .select(staffColumns);
}

/** Open instalments of customers who are not archived, oldest first, as `narrow` asks for them. */
async function readRows(strapi: Core.Strapi, narrow: (query: Knex.QueryBuilder) => void): Promise<DigestRow[]> {
  const db = await connect(strapi);
  const query = db(`${table.instalment} as i`)
    .join(`${table.payment} as p`, 'p.id', 'i.payment_ref')
    .join(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .where(equalsUnindexed(db, 'p.state', 'open'))
    .where(equalsUnindexed(db, 'i.state', 'open'))
    .whereNull('c.archived_at')
    .modify(narrow)
    .orderBy([{ column: 'i.due_date' }, { column: 'i.id' }])
    .limit(MOST)
    .select('i.number', 'i.amount', 'i.paid', 'i.due_date', 'p.title', 'p.reference', 'p.currency', 'c.phone')
    .select({
      instalment: 'i.document_id',
      payment: 'p.document_id',
      of: 'p.instalment_count',
      customer: 'c.name',
      own_code: 'i.payment_code',
      payment_code: 'p.payment_code',
    });
  const rows: Record<string, unknown>[] = await joinStaff(strapi, query);
  return rows.map(digestRowOf);
}

const digestRowOf = (row: Record<string, unknown>): DigestRow => ({
  instalment: String(row.instalment),
  payment: String(row.payment),
  title: String(row.title),
  reference: String(row.reference ?? ''),
  number: Number(row.number),
  of: Number(row.of),
  outstanding: minor(Number(row.amount) - Number(row.paid ?? 0)),
  currency: String(row.currency),
  dueDate: String(row.due_date) as Day,
  customer: String(row.customer),
  phone: row.phone ? String(row.phone) : null,
  hasCode: Boolean(row.own_code ?? row.payment_code),
  responsible: responsibleOf(row),
});

/** Open instalments of a window, both ends included. */
export const readDueRowsOfDigest = (strapi: Core.Strapi, from: Day, to: Day): Promise<DigestRow[]> =>
  readRows(strapi, (query) => void query.whereBetween('i.due_date', [from, to]));

/** Open instalments for which a receipt waits to be reviewed. */
export async function readReportedRowsOfDigest(strapi: Core.Strapi): Promise<DigestRow[]> {
  const db = await connect(strapi);
  const pending = db(table.receipt).where({ state: 'pending' }).select('instalment_document_id');
  return readRows(strapi, (query) => void query.whereIn('i.document_id', pending));
}

/** A period of a recurring obligation that waits for its amount. */
export interface WaitingRow {
  readonly title: string;
  readonly naming: SeriesNaming;
  readonly period: SeriesPeriod;
  readonly nominalDate: Day;
  readonly dueDate: Day;
  readonly customer: string;
  readonly phone: string | null;
  readonly responsible: Responsible | null;
}

/** Periods that wait for their amount and are due by a day. */
export async function readWaitingRowsOfDigest(strapi: Core.Strapi, until: Day): Promise<WaitingRow[]> {
  const db = await connect(strapi);
  const query = db(`${table.seriesPeriod} as r`)
    .join(`${table.series} as s`, 's.id', 'r.series_ref')
    .join(`${table.customer} as c`, 'c.id', 's.customer_ref')
    .where('r.state', 'waiting')
    .where('r.due_date', '<=', until)
    .whereNull('c.archived_at')
    .orderBy([{ column: 'r.due_date' }, { column: 'r.id' }])
    .limit(MOST)
    .select('s.title', 's.naming', 's.period', 'r.nominal_date', 'r.due_date', 'c.phone', { customer: 'c.name' });
  const rows: Record<string, unknown>[] = await joinStaff(strapi, query);
  return rows.map((row) => ({
    title: String(row.title),
    naming: row.naming as SeriesNaming,
    period: row.period as SeriesPeriod,
    nominalDate: String(row.nominal_date) as Day,
    dueDate: String(row.due_date) as Day,
    customer: String(row.customer),
    phone: row.phone ? String(row.phone) : null,
    responsible: responsibleOf(row),
  }));
}

/** Who is told of these customers' matters, by the customer's id; one without an entry is the office's. */
export async function readResponsibleOfDigest(
  strapi: Core.Strapi,
  customerIds: readonly number[],
): Promise<Map<number, Responsible>> {
  if (customerIds.length === 0) return new Map();
  const db = await connect(strapi);
  const query = db(`${table.customer} as c`).whereIn('c.id', customerIds).select('c.id');
  const rows: Record<string, unknown>[] = await joinStaff(strapi, query);
  return new Map(
    rows.flatMap((row): [number, Responsible][] => {
      const responsible = responsibleOf(row);
      return responsible ? [[Number(row.id), responsible]] : [];
    }),
  );
}

/** Notices to customers that failed or may not have arrived; a contact of several customers is told of once. */
export async function readFailedRowsOfDigest(strapi: Core.Strapi): Promise<FailedRow[]> {
  const db = await connect(strapi);
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const firstCustomer = db(`${acts.table} as a`)
    .whereRaw('?? = ??', [`a.${acts.target}`, 'k.id'])
    .min(`a.${acts.source}`);
  const query = db(`${table.notice} as n`)
    .leftJoin(`${table.contact} as k`, 'k.document_id', 'n.contact_document_id')
    .leftJoin(`${table.customer} as named`, 'named.document_id', 'n.customer_document_id')
    .leftJoin(
      `${table.customer} as c`,
      (on) => void on.on('c.id', db.raw('coalesce(??, (?))', ['named.id', firstCustomer])),
    )
    .whereIn('n.state', ['failed', 'uncertain'])
    .andWhereNot('n.kind', 'digest')
    .orderBy('n.id')
    .limit(MOST)
    .select('n.recipient', 'n.subject', 'n.kind', { contact: 'k.name' });
  const rows: Record<string, unknown>[] = await joinStaff(strapi, query);
  return rows.map((row) => ({
    recipient: row.recipient ? String(row.recipient) : null,
    subject: row.subject ? String(row.subject) : null,
    kind: String(row.kind),
    contact: String(row.contact ?? ''),
    responsible: responsibleOf(row),
  }));
}

const STORE = 'strapi::core-store';
const KEY = 'plugin_payments_digest_day';

/** The last day whose digest was decided, whether or not there was anything to say. */
export async function readDigestDay(strapi: Core.Strapi): Promise<Day | null> {
  const rows: { value: string }[] = await strapi.db.query(STORE).findMany({ where: { key: KEY } });
  return (
    rows
      .map(({ value }) => JSON.parse(value) as Day)
      .sort()
      .at(-1) ?? null
  );
}

/** In the transaction that queues the digests. Two replicas may write it at once: the latest day counts. */
export async function writeDigestDay(strapi: Core.Strapi, day: Day): Promise<void> {
  await strapi.db.query(STORE).deleteMany({ where: { key: KEY } });
  await strapi.db.query(STORE).create({ data: { key: KEY, value: JSON.stringify(day), type: 'string' } });
}
