import { createCustomerSide, password, registerPayment } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

/** A contact with a login, its customer and an instalment to pay. */
interface Owner {
  readonly contact: string;
  readonly userId: number;
  readonly customer: string;
  readonly payment: string;
  readonly instalment: string;
}

let owners = 0;
const newOwner = async (): Promise<Owner> => {
  owners += 1;
  const email = `owner-${owners}@example.com`;
  const made = await server.evaluate(
    async ({ strapi }, { email, password, now }) => {
      const payments = strapi.plugin('payments');
      payments.service('clock').set(now);
      const create = async (type: string, data: object): Promise<string> =>
        (await strapi.documents(`plugin::payments.${type}` as never).create({ data } as never)).documentId;
      const contact = await create('contact', { name: 'Owner', email, language: 'en' });
      const customer = await create('customer', { name: email, contacts: [contact] });
      return { contact, customer, userId: (await payments.service('logins').create(contact, password)) as number };
    },
    { email, password, now: '2026-11-23T08:00:00.000Z' },
  );
  const { documentId, instalments } = await registerPayment(office, {
    customer: made.customer,
    title: 'Theirs alone',
    instalments: [{ amount: '100.00', date: '2026-12-31' }],
  });
  return { ...made, payment: documentId, instalment: instalments[0]?.documentId ?? '' };
};

type Purpose = 'invitation' | 'password-reset' | 'link' | 'calendar' | 'unsubscribe';

const issue = (purpose: Purpose, { contact, payment }: Owner): Promise<string> =>
  server.evaluate(
    async ({ strapi }, { purpose, contact, payment }) => {
      const tokens = strapi.plugin('payments').service('tokens');
      const { email } = (await strapi
        .documents('plugin::payments.contact' as never)
        .findOne({ documentId: contact } as never)) as unknown as { email: string };
      switch (purpose) {
        case 'link':
          return (await tokens.issueLinks([{ contact, payment }]))[0] as string;
        case 'calendar':
          return (await tokens.renewCalendar(contact)) as string;
        case 'unsubscribe':
          return (await tokens.unsubscribeOf(contact)) as string;
        default:
          return (await tokens.issueFor(purpose, contact, email)).token as string;
      }
    },
    { purpose, contact, payment },
  );

/** What a secret opens. `shut` is the status of one that works no more. */
const doors: Record<
  string,
  { purpose: Purpose; shut: number; open: (token: string, owner: Owner) => Promise<number> }
> = {
  invitation: { purpose: 'invitation', shut: 400, open: (token) => accept(token) },
  'password reset': { purpose: 'password-reset', shut: 400, open: (token) => accept(token) },
  link: {
    purpose: 'link',
    shut: 404,
    open: async (token) => (await office.anonymous.get(`/api/payments/links/${token}`)).status,
  },
  'receipt by link': {
    purpose: 'link',
    shut: 404,
    open: async (token, { instalment }) => {
      const claim = { instalment, paidOn: '2026-11-20', amount: '1.00' };
      return (await office.anonymous.post(`/api/payments/links/${token}/receipts`, claim)).status;
    },
  },
  calendar: {
    purpose: 'calendar',
    shut: 404,
    open: async (token) => (await office.anonymous.get(`/api/payments/calendar/${token}.ics`)).status,
  },
  unsubscribe: {
    purpose: 'unsubscribe',
    shut: 404,
    open: async (token) => (await office.anonymous.post(`/api/payments/unsubscribe/${token}`, {})).status,
  },
};

const accept = async (token: string): Promise<number> =>
  (await office.anonymous.post('/api/payments/invitations/accept', { token, password: 'a-new-pass-1234' })).status;

const setClock = (now: string) =>
  server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), now);

const changeContact = (contact: string, data: object | null) =>
  server.evaluate(
    async ({ strapi }, { documentId, data }) => {
      const contacts = strapi.documents('plugin::payments.contact' as never);
      if (data === null) await contacts.delete({ documentId } as never);
      else await contacts.update({ documentId, data } as never);
    },
    { documentId: contact, data },
  );

/** What may befall a secret; answers the one to try afterwards. */
type Fate = (token: string, owner: Owner) => Promise<string>;

const fates: Record<string, Fate> = {
  guessed: async () => 'A'.repeat(43),
  'changed by one character': async (token) =>
    `${token.slice(0, -2)}${token.at(-2) === 'x' ? 'y' : 'x'}${token.at(-1)}`,
  'cut short': async (token) => token.slice(0, -1),
  'written in another case': async (token) => token.toLowerCase(),
  revoked: async (token, { contact }) => {
    const purposes = ['invitation', 'password-reset', 'link', 'calendar', 'unsubscribe'];
    await server.evaluate(
      ({ strapi }, { purposes, contact }) => strapi.plugin('payments').service('tokens').revoke(purposes, contact),
      { purposes, contact },
    );
    return token;
  },
  'of a contact who was removed': async (token, { contact }) => {
    await changeContact(contact, null);
    return token;
  },
};

const expired =
  (now: string): Fate =>
  async (token) => {
    await setClock(now);
    return token;
  };

/** Fates that only some kinds of secret can have. */
const more: [door: string, fate: string, Fate][] = [
  ['invitation', 'a week old', expired('2026-11-30T08:10:00.000Z')],
  ['password reset', 'an hour old', expired('2026-11-23T09:10:00.000Z')],
  ['link', 'thirty days old', expired('2026-12-23T08:10:00.000Z')],
  ['receipt by link', 'thirty days old', expired('2026-12-23T08:10:00.000Z')],
  ['invitation', 'used', async (token) => (await accept(token), token)],
  ['password reset', 'used', async (token) => (await accept(token), token)],
  ...['invitation', 'password reset', 'calendar'].map((door): [string, string, Fate] => [
    door,
    'of a contact whose login is blocked',
    async (token, { userId }) => {
      await server.evaluate(
        ({ strapi }, id) => strapi.plugin('users-permissions').service('user').edit(id, { blocked: true }),
        userId,
      );
      return token;
    },
  ]),
  ...['invitation', 'password reset'].map((door): [string, string, Fate] => [
    door,
    'sent to an address that the contact has no more',
    async (token, { contact }) => {
      await changeContact(contact, { email: `moved-${contact}@example.com` });
      return token;
    },
  ]),
  ...['link', 'receipt by link'].map((door): [string, string, Fate] => [
    door,
    'of a contact who acts for the customer no more',
    async (token, { contact }) => {
      await changeContact(contact, { customers: { set: [] } });
      return token;
    },
  ]),
];

const cases = [
  ...Object.keys(doors).flatMap((door) => Object.entries(fates).map(([name, fate]) => [door, name, fate] as const)),
  ...more,
];

describe('a secret', () => {
  it.each(Object.keys(doors))('opens its door while nothing has befallen it: %s', async (name) => {
    const door = doors[name];
    const owner = await newOwner();
    const token = await issue(door?.purpose ?? 'link', owner);
    expect([200, 201]).toContain(await door?.open(token, owner));
  });

  it.each(cases)('opens nothing: %s, %s', async (name, _fate, befall) => {
    const door = doors[name];
    if (!door) throw new Error(`No door ${name}`);
    const owner = await newOwner();
    const token = await befall(await issue(door.purpose, owner), owner);
    expect(await door.open(token, owner)).toBe(door.shut);
  });
});
