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

/** The login of the measured contact. */
const createLogin = (server: ServerProcess): Promise<void> =>
  server.evaluate(
    async ({ strapi }, { email, password }) => {
      const role = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'authenticated' } });
      const user = await strapi
        .plugin('users-permissions')
        .service('user')
        .add({ email, username: email, password, role: role.id, provider: 'local', confirmed: true, blocked: false });
      await strapi.db.connection('payments_contacts_user_lnk').insert({ contact_id: 1, user_id: user.id });
    },
    { email: measured.contact, password },
  );

export const openOffice = async (
  database: Database,
  options: Omit<ProcessOptions, 'database'> = {},
): Promise<Office> => {
  const extension = path.join(root, 'bench', 'plain', 'routes.cjs');
  const server = await forkServer({ ...options, database, env: { ...options.env, SERVER_EXTENSION: extension } });
  await server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), NOW);
  await createLogin(server);
  const staff = await post<{ data: { token: string } }>(`${server.url}/admin/register-admin`, administrator);
  const login = { identifier: measured.contact, password };
  const contact = await post<{ jwt: string }>(`${server.url}/api/auth/local`, login);
  return { ...server, contact: bearer(contact.jwt), staff: bearer(staff.data.token) };
};
