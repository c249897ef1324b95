import { measured, type Dialect } from '../../tests/support/seed';
import type { Office } from './office';

/** The office's day in the measurements. */
const TODAY = '2027-01-15';
const NEXT_WEEK = '2027-01-22';

/** Runs statements of SQL in the server's process, in one transaction, and answers how long they took, in milliseconds. */
export const runSql = (office: Office, statements: readonly string[]): Promise<number> =>
  office.evaluate(async ({ strapi }, all) => {
    const start = performance.now();
    await strapi.db.connection.transaction(async (trx: { raw(sql: string): Promise<unknown> }) => {
      for (const sql of all) await trx.raw(sql);
    });
    return performance.now() - start;
  }, statements);

const counted = async (office: Office, sql: string): Promise<number> =>
  office.evaluate(async ({ strapi }, text) => {
    const answer = await strapi.db.connection.raw(text);
    const [row] = Array.isArray(answer) ? answer : answer.rows;
    return Number(row.n);
  }, sql);

/** Reminders that wait in a notice. */
export const countReminders = (office: Office): Promise<number> =>
  counted(office, `select count(*) as n from payments_reminders where state = 'pending'`);

/** The payments before are those of the measured customers; each of the next ones is another customer's. */
const AFTER = measured.payments;

/** Makes the first instalment of so many payments due in a week, which is when the ladder's first step is due today. */
export const makeDue = async (office: Office, count: number): Promise<void> => {
  await runSql(office, [
    'delete from payments_reminders',
    'delete from payments_notices',
    `update payments_instalments set due_date = '${NEXT_WEEK}', remind_on = '${TODAY}', remind_step = -7
       where number = 1 and payment_ref > ${AFTER} and payment_ref <= ${AFTER + count}`,
  ]);
};

/** Takes it back, whatever became of it. */
export const undoDue = async (office: Office): Promise<void> => {
  await runSql(office, [
    'delete from payments_reminders',
    'delete from payments_notices',
    `update payments_instalments set remind_on = null, remind_step = null where number = 1 and due_date = '${NEXT_WEEK}'`,
  ]);
};

const words: Record<Dialect, { readonly id: string; readonly now: string; readonly date: (day: string) => string }> = {
  sqlite: { id: 'lower(hex(randomblob(12)))', now: `${Date.parse(`${TODAY}T10:00:00Z`)}`, date: (day) => `'${day}'` },
  postgres: {
    id: `substr(md5(random()::text), 1, 24)`,
    now: `timestamp '${TODAY} 10:00:00'`,
    date: (day) => `date '${day}'`,
  },
};

/** The same sweep as one would write it by hand, without a look at holidays, receipts, pauses or what was mailed before. */
export const plainSweep = (dialect: Dialect): string[] => {
  const { id, now, date } = words[dialect];
  const due = `from payments_instalments i
    join payments_payments p on p.id = i.payment_ref
    join payments_customers_contacts_lnk l on l.customer_id = p.customer_ref
    join payments_contacts c on c.id = l.contact_id
    where i.remind_on <= ${date(TODAY)}`;
  const times = 'created_at, updated_at, published_at';
  return [
    `insert into payments_notices (document_id, kind, state, contact_document_id, fold_key, payload, by_staff, send_after, attempts, ${times})
     select 'n' || due.document_id, 'reminder', 'queued', due.document_id, 'reminder:' || due.document_id, '{}',
       ${dialect === 'sqlite' ? '0' : 'false'}, ${now}, 0, ${now}, ${now}, ${now}
     from (select distinct c.document_id ${due}) as due`,
    `insert into payments_reminders (document_id, instalment_document_id, payment_document_id, contact_document_id, step, due_date, state,
       notice_document_id, ${times})
     select ${id}, i.document_id, p.document_id, c.document_id, i.remind_step, i.due_date, 'pending', 'n' || c.document_id, ${now}, ${now}, ${now}
     ${due}`,
    `update payments_instalments set remind_on = ${date('2027-01-20')}, remind_step = -1
     where remind_on <= ${date(TODAY)}`,
  ];
};

/** One sweep by the product. @returns how long it took, in milliseconds */
export const sweepBy = (office: Office): Promise<number> =>
  office.evaluate(async ({ strapi }) => {
    const start = performance.now();
    await strapi.plugin('payments').service('ticker').sweep();
    return performance.now() - start;
  });
