import { createCustomerSide, editPayment, registerPayment, signIn } from '../support/customer-side';
import type { CustomerSide, StaffPayment } from '../support/customer-side';
import { openEvents } from '../support/event-stream';
import type { EventStream } from '../support/event-stream';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

let server: Server;
let office: CustomerSide;
let payment: StaffPayment;
const open: EventStream[] = [];

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
  payment = await register('Income tax');
});

afterEach(() => open.splice(0).forEach((stream) => stream.close()));
afterAll(() => server.stop());

const register = (title: string, customer = office.customers.papadaki) =>
  registerPayment(office, { customer, title, instalments: [{ amount: '100.00', date: '2026-12-31' }] });

const listen = async (http = office.eleni.http, headers: Record<string, string> = {}): Promise<EventStream> => {
  const stream = await openEvents(http, headers);
  open.push(stream);
  return stream;
};

const about =
  ({ documentId }: { documentId: string }) =>
  ({ data }: EventStream['events'][number]) =>
    data.obligation === documentId;

describe('the event stream', () => {
  it('is neither cached, nor compressed, nor buffered', async () => {
    const { status, headers } = await listen();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/event-stream');
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('says within a second what was created, changed and withdrawn, with the version to fetch', async () => {
    const stream = await listen();
    const created = await register('Created while watched');
    const seen = await stream.waitFor(about(created), 1_000);
    expect(seen).toMatchObject({ event: 'obligation.created', data: { version: 1 } });
    const edited = await editPayment(office.admin, created, { title: 'Changed while watched' });
    await stream.waitFor(({ event, data }) => event === 'obligation.updated' && data.version === 2, 1_000);
    const query = `revision=${edited.revision}&sendEmail=false`;
    expect((await office.admin.delete(`/payments/payments/${created.documentId}?${query}`)).status).toBe(200);
    await stream.waitFor(
      ({ event, data }) => event === 'obligation.withdrawn' && about(created)({ data } as never),
      1_000,
    );
  });

  it('hears of an edit by a script as of one by staff', async () => {
    const stream = await listen();
    await server.evaluate(
      ({ strapi }, documentId) =>
        strapi
          .documents('plugin::payments.payment' as never)
          .update({ documentId, data: { description: 'by a script' } } as never),
      payment.documentId,
    );
    await stream.waitFor(about(payment), 1_000);
  });

  it('says nothing of what only staff can see', async () => {
    const stream = await listen();
    const quiet = await editPayment(office.admin, await register('Commented'), { managerComments: 'called' });
    const marker = await register('After the comment');
    await stream.waitFor(about(marker));
    expect(stream.events.filter(about(quiet)).map(({ event }) => event)).toEqual(['obligation.created']);
  });

  it("never passes on another customer's event", async () => {
    const stream = await listen();
    const theirs = await register('Of Boreas', office.customers.boreas);
    const ours = await register('Of Papadaki');
    await stream.waitFor(about(ours));
    expect(stream.events.filter(about(theirs))).toEqual([]);
  });

  it('follows who acts for whom while it is open', async () => {
    const stream = await listen(office.boris.http);
    const move = (contacts: object) =>
      server.evaluate(
        ({ strapi }, { documentId, contacts }) =>
          strapi.documents('plugin::payments.customer' as never).update({ documentId, data: { contacts } } as never),
        { documentId: office.customers.kafe, contacts },
      );
    await move({ connect: [office.boris.contact] });
    const gained = await register('Boris acts for Kafe', office.customers.kafe);
    await stream.waitFor(about(gained), 1_000);
    await move({ disconnect: [office.boris.contact] });
    const lost = await register('Boris no longer acts for Kafe', office.customers.kafe);
    const marker = await register('Of Boreas again', office.customers.boreas);
    await stream.waitFor(about(marker));
    expect(stream.events.filter(about(lost))).toEqual([]);
  });

  it('replays what was missed, from a minute before the last event that was seen', async () => {
    const first = await listen();
    const before = await register('Before the connection was lost');
    const { id } = await first.waitFor(about(before));
    first.close();
    const missed = await register('While the phone slept');
    const theirs = await register('Of Boreas, while the phone slept', office.customers.boreas);
    const second = await listen(office.eleni.http, { 'Last-Event-ID': id });
    await second.waitFor(about(missed));
    expect(second.events.find(about(before))?.id).toBe(id);
    expect(second.events.filter(about(theirs))).toEqual([]);
  });

  it.each(['99999999', '-1', '1 or 1=1', '1e9', 'abc', '999999999999999'])(
    'replays nothing for a Last-Event-ID that no event has: %s',
    async (id) => {
      const stream = await listen(office.eleni.http, { 'Last-Event-ID': id });
      const marker = await register(`After ${id}`);
      await stream.waitFor(about(marker));
      expect(stream.events).toHaveLength(1);
    },
  );

  it("takes another customer's event id for a moment in time, and no more", async () => {
    const theirs = await listen(office.boris.http);
    const foreign = await register('Seen by Boris only', office.customers.boreas);
    const { id } = await theirs.waitFor(about(foreign));
    const stream = await listen(office.eleni.http, { 'Last-Event-ID': id });
    const marker = await register('Seen by Eleni');
    await stream.waitFor(about(marker));
    expect(stream.events.filter(about(foreign))).toEqual([]);
  });

  it('ends with a goodbye when the server stops', async () => {
    const stream = await listen((await signIn(server.url, office.eleni.email)).http);
    const restarted = server.restart();
    await stream.waitFor(({ event }) => event === 'bye');
    await stream.waitForEnd();
    await restarted;
  });
});

describe('a front end on another origin', () => {
  const origin = 'https://site.example.com';
  const preflight = (path: string, header: string) =>
    office.anonymous.raw('OPTIONS', `/api/payments${path}`, {
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': header },
    });
  const allowed = async (path: string, header: string): Promise<string[]> =>
    ((await preflight(path, header)).headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/, ?/);

  it('may resume a stream, and no more than that', async () => {
    expect(await allowed('/events', 'authorization,last-event-id')).toEqual(
      expect.arrayContaining(['authorization', 'last-event-id']),
    );
    expect(await allowed('/obligations', 'last-event-id')).not.toContain('last-event-id');
  });

  it('may read how long to wait', async () => {
    const answer = await office.eleni.http.get('/api/payments/me', { headers: { origin } });
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });
});
