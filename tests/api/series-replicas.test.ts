import { createCustomerSide } from '../support/customer-side';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { startReplicas, type Server } from '../support/server';

let mailbox: Mailbox;
let replicas: Server[];

beforeAll(async () => {
  mailbox = await startMailbox();
  replicas = await startReplicas(3, { smtpPort: mailbox.port });
});

afterAll(async () => {
  for (const server of [...replicas].reverse()) await server.stop();
  await mailbox.close();
});

const SERIES = 30;

test('three replicas that tick at once make each period of each series once', async () => {
  const [first] = replicas as [Server];
  const office = await createCustomerSide(first);
  for (let index = 0; index < SERIES; index += 1) {
    const { status, body } = await office.admin.post('/payments/series', {
      customer: Object.values(office.customers)[index % 3],
      institution: office.institution,
      title: `Series ${index}`,
      period: 'monthly',
      rule: { kind: 'month-end' },
      currency: 'EUR',
      amount: index % 5 === 0 ? null : '100.00',
      start: '2027-01-01',
    });
    expect([status, body]).toMatchObject([200, {}]);
  }
  const tickers = replicas.length === 1 ? [first, first, first] : replicas;
  for (const server of replicas) {
    await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').set('2027-03-20T08:00:00.000Z'));
  }
  const answers = await Promise.allSettled(
    tickers.flatMap((server) =>
      [1, 2].map(() => server.evaluate(({ strapi }) => strapi.plugin('payments').service('series').makePeriods())),
    ),
  );
  expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
  const found = await first.evaluate(async ({ strapi }) => {
    const payments = await strapi.db.query('plugin::payments.payment').findMany({ select: ['title'] });
    const periods = await strapi.db.query('plugin::payments.series-period').findMany({ select: ['state'] });
    const events = await strapi.db.query('plugin::payments.event').count({ where: { kind: 'created' } });
    return {
      titles: payments.map(({ title }: { title: string }) => title).sort(),
      states: periods.map(({ state }: { state: string }) => state).sort(),
      events,
    };
  });
  const paid = Array.from({ length: SERIES }, (_, index) => index).filter((index) => index % 5 !== 0);
  const titles = paid.flatMap((index) => ['01', '02', '03'].map((month) => `Series ${index} ${month}/2027`));
  expect(found.titles).toEqual([...titles].sort());
  expect(found.states).toEqual([
    ...Array.from({ length: titles.length }, () => 'created'),
    ...Array.from({ length: (SERIES - paid.length) * 3 }, () => 'waiting'),
  ]);
  expect(found.events).toBe(titles.length);
});
