import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Convention } from '../../../domain/calendar';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect, equalsUnindexed } from './database';
import type { Connection } from './database';

/** A nominal date with the due date that some open instalment has for it under a convention. */
export interface Placement {
  readonly nominalDate: Day;
  readonly dueDate: Day;
  readonly convention: Convention;
  /** Some row gave way to a neighbour, so that the calendar alone does not tell its date. */
  readonly collided: boolean;
}

/** Bound values of one statement are limited; keys are asked for in pieces. */
const CHUNK = 200;

/** Open instalments of open payments that may move: nobody pinned them. */
const movable = (db: Connection): Knex.QueryBuilder =>
  db(`${table.instalment} as r`)
    .join(`${table.payment} as p`, 'p.id', 'r.payment_ref')
    .where(equalsUnindexed(db, 'r.state', 'open'))
    .where(equalsUnindexed(db, 'p.state', 'open'))
    .where({ 'r.pinned': false });

/** Every different placement of movable instalments: few, however many the instalments are. */
export async function readPlacements(strapi: Core.Strapi, officeConvention: Convention): Promise<Placement[]> {
  const db = await connect(strapi);
  const convention = db.raw(
    `case when p.period = 'month-end' then 'preceding' else coalesce(p.convention, i.convention, ?) end as convention`,
    [officeConvention],
  );
  const rows: Record<string, string | null>[] = await movable(db)
    .leftJoin(`${table.institution} as i`, 'i.id', 'p.institution_ref')
    .distinct('r.nominal_date', 'r.due_date', 'r.shift_kind', convention);
  return rows.map((row) => ({
    nominalDate: (row.nominal_date ?? row.due_date) as Day,
    dueDate: row.due_date as Day,
    convention: row.convention as Convention,
    collided: row.shift_kind === 'collision',
  }));
}

/** Ids of the payments that have a movable instalment in one of these placements, in order. */
export async function findPaymentsPlaced(strapi: Core.Strapi, placements: readonly Placement[]): Promise<number[]> {
  const db = await connect(strapi);
  const ids = new Set<number>();
  for (let start = 0; start < placements.length; start += CHUNK) {
    const chunk = placements.slice(start, start + CHUNK);
    const rows: { id: number }[] = await movable(db)
      .where((either) => {
        for (const { nominalDate, dueDate } of chunk) {
          void either.orWhere((one) => {
            void one.where('r.due_date', dueDate).whereRaw('coalesce(r.nominal_date, r.due_date) = ?', [nominalDate]);
          });
        }
      })
      .distinct({ id: 'p.id' });
    for (const { id } of rows) ids.add(Number(id));
  }
  return [...ids].sort((a, b) => a - b);
}

/** Ids of the payments of these instalments, in order; unknown ones are left out. */
export async function findPaymentsOf(strapi: Core.Strapi, instalmentDocumentIds: readonly string[]): Promise<number[]> {
  const db = await connect(strapi);
  const ids = new Set<number>();
  for (let start = 0; start < instalmentDocumentIds.length; start += CHUNK) {
    const rows: { payment_ref: number | null }[] = await db(table.instalment)
      .whereIn('document_id', instalmentDocumentIds.slice(start, start + CHUNK))
      .select('payment_ref');
    for (const row of rows) if (row.payment_ref !== null) ids.add(Number(row.payment_ref));
  }
  return [...ids].sort((a, b) => a - b);
}
