import { measured } from '../../tests/support/seed';
import type { Databases } from '../lib/databases';
import { inMs, type Figure } from '../lib/figures';
import { median } from '../lib/load';
import { openOffice, type Office } from '../lib/office';

const COUNT = 120;
const ROUNDS = 15;
const WARM_UP = 3;

const payment = {
  customer: 'cus000000000000000000020',
  title: 'Settled in ten years',
  sendEmail: false,
  confirmed: ['duplicate'],
  plan: {
    kind: 'automatic',
    total: { value: '12000.00', currency: 'EUR' },
    amount: '100.00',
    count: COUNT,
    firstDate: measured.month.from,
    period: 'monthly',
    convention: 'following',
  },
};

const create = async (office: Office, path: string): Promise<{ took: number; made: string }> => {
  const start = performance.now();
  const answer = await fetch(office.url + path, {
    method: 'POST',
    headers: { ...office.staff, 'content-type': 'application/json' },
    body: JSON.stringify(payment),
  });
  const took = performance.now() - start;
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  return { took, made: ((await answer.json()) as { data: { documentId: string } }).data.documentId };
};

/** What a payment left in the tables; both ways must leave the same. */
const leftBy = (office: Office, made: string): Promise<string> =>
  office.evaluate(async ({ strapi }, documentId) => {
    const knex = strapi.db.connection;
    const { id } = await knex('payments_payments').where('document_id', documentId).first('id');
    const rows = await knex('payments_instalments as i')
      .join('payments_instalments_payment_lnk as l', 'l.instalment_id', 'i.id')
      .where('l.payment_id', id)
      .orderBy('i.number')
      .select('i.number', 'i.amount', 'i.due_date', 'i.state');
    const events = await knex('payments_events').where('payment_document_id', documentId).select('kind');
    return JSON.stringify([
      rows.map(({ number, amount, due_date, state }: Record<string, unknown>) => [
        Number(number),
        Number(amount),
        due_date instanceof Date ? due_date.toISOString().slice(0, 10) : due_date,
        state,
      ]),
      events,
    ]);
  }, made);

/** A plan of 120 registered, its history written: by the product, and by Strapi's documents in one transaction, in turn. */
export const measureCreate = async (databases: Databases): Promise<Figure[]> => {
  const office = await openOffice(await databases.copy(10_000));
  const sides = ['/payments/payments', '/plain/create-by-documents'].map((path) => ({ path, took: [] as number[] }));
  const left: string[] = [];
  for (const { path } of sides) {
    for (let round = 0; round < WARM_UP; round += 1) {
      const { made } = await create(office, path);
      if (round === 0) left.push(await leftBy(office, made));
    }
  }
  if (left[0] !== left[1]) throw new Error('The two ways do not leave the same rows.');
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { path, took } of sides) took.push((await create(office, path)).took);
  }
  await office.stop();
  const [ours, theirs] = sides.map(({ took }) => median(took)) as [number, number];
  return [
    {
      what: 'a payment of 120 instalments, history included',
      where: databases.dialect,
      measured: inMs(ours),
      comparison: `${inMs(theirs)} by Strapi's documents`,
      value: theirs / ours,
      unit: '×',
      bar: { least: 15 },
    },
  ];
};
