import type { Envelope } from '../support/office';
import type { Http } from '../support/http';
import { createCustomer } from '../support/office';
import { startReplicas, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let replicas: Server[];
let staff: Http;

beforeAll(async () => {
  replicas = await startReplicas(2);
  staff = await adminLogin((replicas[0] as Server).url);
});

afterAll(async () => {
  await Promise.all(replicas.map((server) => server.stop()));
});

interface Settings {
  readonly officeName: string;
  readonly ladder: readonly number[];
}

const read = async (): Promise<Settings> => (await staff.get<Envelope<Settings>>('/payments/settings')).body.data;

test('two who save different settings at once keep both, on whatever process each of them is', async () => {
  const [first] = replicas as [Server];
  const other = replicas.at(-1) as Server;
  const colleague = staff.with({});
  for (let round = 1; round <= 15; round += 1) {
    const there = await adminLogin(other.url);
    const answers = await Promise.all([
      colleague.put('/payments/settings', { officeName: `Office ${round}` }),
      there.put('/payments/settings', { ladder: [-round] }),
      first.evaluate(({ strapi }) => strapi.plugin('payments').service('settings').get()),
    ]);
    expect(answers.slice(0, 2).map((answer) => (answer as { status: number }).status)).toEqual([200, 200]);
    const stored = await first.evaluate(({ strapi }) =>
      strapi.store({ type: 'plugin', name: 'payments', key: 'settings' }).get({}),
    );
    expect(stored).toMatchObject({ officeName: `Office ${round}`, ladder: [-round] });
  }
});

test('who saved reads what was saved, however many were reading meanwhile', async () => {
  for (let round = 1; round <= 15; round += 1) {
    const reading = Array.from({ length: 10 }, () => read());
    const saved = await staff.put('/payments/settings', { officeName: `Saved ${round}` });
    expect(saved.status).toBe(200);
    expect((await read()).officeName).toBe(`Saved ${round}`);
    await Promise.all(reading);
    expect((await read()).officeName).toBe(`Saved ${round}`);
  }
});

test('what is refused leaves the settings as they were, for every reader', async () => {
  const before = await read();
  const answer = await staff.put('/payments/settings', { officeName: 'Nowhere', country: 'XX' });
  expect(answer.status).toBe(400);
  expect(await read()).toEqual(before);
});

const setPortal = (server: Server, portalPath: string | false): Promise<void> =>
  server.evaluate(({ strapi }, value) => {
    strapi.config.set('plugin::payments.portalPath', value);
  }, portalPath);

test('an invitation to a portal that is switched off is refused, with what to do', async () => {
  const [server] = replicas as [Server];
  const customer = await createCustomer(staff, 'Papadaki Eleni', 'invited@example.com');
  await setPortal(server, false);
  const contact = customer.contacts[0]?.documentId;
  const answer = await staff.post<{ error: { message: string } }>(`/payments/contacts/${contact}/invite`, {});
  await setPortal(server, '/portal');
  expect([answer.status, answer.body.error.message]).toEqual([409, expect.stringContaining('portalPath')]);
});
