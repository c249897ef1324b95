import path from 'node:path';

import { bearer } from '../../tests/support/http';
import { root } from '../../tests/support/paths';
import { forkServer, type Database, type ProcessOptions, type ServerProcess } from '../../tests/support/server-process';
import { administrator } from '../../tests/support/users';
import { measured, NOW } from '../../tests/support/seed';

/** The built product on a seeded database, with the plain routes beside it, and somebody signed in on both sides. */
export interface Office extends ServerProcess {
  /** Headers of the measured contact and of a super administrator. */
  readonly contact: Readonly<Record<string, string>>;
  readonly staff: Readonly<Record<string, string>>;
}

const post = async <Body>(url: string, body: object): Promise<Body> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Body;
};

const password = 'Contact-pass-1234';

/** Gives a contact of the seed, by its number, a login. */
const createLogin = (server: ServerProcess, contact: number): Promise<string> =>
  server.evaluate(
    async ({ strapi }, { contact, password }) => {
      const knex = strapi.db.connection;
      const { email } = await knex('payments_contacts').where('id', contact).first('email');
      const role = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'authenticated' } });
      const user = await strapi
        .plugin('users-permissions')
        .service('user')
        .add({ email, username: email, password, role: role.id, provider: 'local', confirmed: true, blocked: false });
      await knex('payments_contacts_user_lnk').insert({ contact_id: contact, user_id: user.id });
      return email as string;
    },
    { contact, password },
  );

/** A contact of the seed, by its number, gets a login and signs in. @returns the token */
export const signIn = async (server: ServerProcess, contact: number): Promise<string> => {
  const login = { identifier: await createLogin(server, contact), password };
  return (await post<{ jwt: string }>(`${server.url}/api/auth/local`, login)).jwt;
};

type Options = Omit<ProcessOptions, 'database'>;

const start = async (database: Database, options: Options): Promise<ServerProcess> => {
  const extension = path.join(root, 'bench', 'plain', 'routes.cjs');
  const server = await forkServer({ ...options, database, env: { ...options.env, SERVER_EXTENSION: extension } });
  await server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), NOW);
  return server;
};

export const openOffice = async (database: Database, options: Options = {}): Promise<Office> => {
  const server = await start(database, options);
  const { email, password: secret } = administrator;
  const registered = await fetch(`${server.url}/admin/init`).then((answer) => answer.json());
  const known = (registered as { data: { hasAdmin: boolean } }).data.hasAdmin;
  const staff = known
    ? await post<{ data: { token: string } }>(`${server.url}/admin/login`, { email, password: secret })
    : await post<{ data: { token: string } }>(`${server.url}/admin/register-admin`, administrator);
  const contact = known
    ? (await post<{ jwt: string }>(`${server.url}/api/auth/local`, { identifier: measured.contact, password })).jwt
    : await signIn(server, 1);
  return { ...server, contact: bearer(contact), staff: bearer(staff.data.token) };
};

/** Another process of an office that is open: who signed in there is signed in here. */
export const openAnother = async (database: Database, { contact, staff }: Office, options: Options = {}) => ({
  ...(await start(database, options)),
  contact,
  staff,
});
