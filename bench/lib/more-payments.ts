import type { Dialect } from '../../tests/support/seed';
import { runSql } from './due';
import type { Office } from './office';

/** Rows of a table copied so many times over, each with the values that must differ. */
const copies = async (
  office: Office,
  dialect: Dialect,
  table: string,
  times: number,
  changed: Readonly<Record<string, string>>,
  where: string,
): Promise<string> => {
  const columns = await office.evaluate(
    async ({ strapi }, name) => Object.keys(await strapi.db.connection(name).columnInfo()),
    table,
  );
  const names = columns.filter((name) => name !== 'id' || 'id' in changed);
  const series =
    dialect === 'postgres'
      ? `generate_series(1, ${times}) as s(k)`
      : `(with recursive s(k) as (select 1 union all select k + 1 from s where k < ${times}) select k from s) as s`;
  const values = names.map((name) => changed[name] ?? `t.${name}`);
  return `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} t, ${series} where ${where}`;
};

/**
 * Makes a million payments of the seed's 83,334, each of the added ones with one instalment.
 *
 * @returns how many there are
 */
export const fillUpPayments = async (office: Office, dialect: Dialect): Promise<number> => {
  const [{ n: before }] = await ask(office, 'select count(*) as n from payments_payments');
  const times = 11;
  const id = `t.id + ${before} * k`;
  const document = (kind: string) => `'${kind}' || k || '-' || t.document_id`;
  const payments = await copies(
    office,
    dialect,
    'payments_payments',
    times,
    { id, document_id: document('m'), reference: `t.reference || '-' || k`, instalment_count: '1' },
    '1 = 1',
  );
  const instalments = await copies(
    office,
    dialect,
    'payments_instalments',
    times,
    { document_id: document('m'), payment_ref: `t.payment_ref + ${before} * k` },
    't.number = 1',
  );
  await runSql(office, [payments, instalments]);
  await runSql(office, dialect === 'postgres' ? ['analyze'] : []);
  return before * (times + 1);
};

const ask = (office: Office, sql: string): Promise<[{ n: number }]> =>
  office.evaluate(async ({ strapi }, text) => {
    const answer = await strapi.db.connection.raw(text);
    const [row] = Array.isArray(answer) ? answer : answer.rows;
    return [{ n: Number(row.n) }] as [{ n: number }];
  }, sql);
