import { bearer, createHttp, type Http } from './http';
import type { Server } from './server';

export const administrator = {
  firstname: 'Anna',
  lastname: 'Admin',
  email: 'admin@example.com',
  password: 'Admin-pass-1234',
} as const;

interface TokenAnswer {
  readonly data: { readonly token: string };
}

/**
 * Signs the first administrator in, registering them on a new database.
 *
 * @returns The staff API of that server, as a super administrator.
 */
export const adminLogin = async (url: string): Promise<Http> => {
  const http = createHttp(url);
  const { email, password } = administrator;
  const registered = await http.post<TokenAnswer>('/admin/register-admin', administrator);
  const answer =
    registered.status === 200 ? registered : await http.post<TokenAnswer>('/admin/login', { email, password });
  if (answer.status !== 200) throw new Error(`The administrator cannot sign in: ${JSON.stringify(answer.body)}`);
  return http.with(bearer(answer.body.data.token));
};

export interface ContactUser {
  readonly id: number;
  readonly email: string;
  readonly password: string;
  /** The content API, signed in as this user. */
  readonly http: Http;
}

const loginPassword = 'Contact-pass-1234';

/** Signs a users-permissions user in and returns the content API as that user. */
export const contactLogin = async (url: string, identifier: string, password = loginPassword): Promise<Http> => {
  const http = createHttp(url);
  const { status, body } = await http.post<{ jwt: string }>('/api/auth/local', { identifier, password });
  if (status !== 200) throw new Error(`${identifier} cannot sign in: ${JSON.stringify(body)}`);
  return http.with(bearer(body.jwt));
};

/** Creates a users-permissions user with the role *Authenticated* and signs in as them. */
export const createContactUser = async (
  server: Pick<Server, 'url' | 'evaluate'>,
  email: string,
): Promise<ContactUser> => {
  const id = await server.evaluate(
    async ({ strapi }, user) => {
      const role = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'authenticated' } });
      const created = await strapi
        .plugin('users-permissions')
        .service('user')
        .add({ ...user, username: user.email, role: role.id, provider: 'local', confirmed: true, blocked: false });
      return Number(created.id);
    },
    { email, password: loginPassword },
  );
  return { id, email, password: loginPassword, http: await contactLogin(server.url, email) };
};

/** A member of staff whose role has these actions of the plugin and nothing else. */
export interface StaffMember {
  readonly email: string;
  readonly password: string;
  /** The staff API, signed in as this member. */
  readonly http: Http;
}

const staffPassword = 'Staff-pass-1234';
let members = 0;

/** Creates an administrator with a role of their own that allows the named actions: `read`, `settings`. */
export const createAdmin = async (
  server: Pick<Server, 'url' | 'evaluate'>,
  actions: readonly string[],
): Promise<StaffMember> => {
  members += 1;
  const email = `staff${members}.${Date.now()}@example.com`;
  await server.evaluate(
    async ({ strapi }, { email, password, actions }) => {
      const roles = strapi.service('admin::role');
      const role = await roles.create({ name: email, description: actions.join(', ') });
      const permissions = actions.map((action) => ({ action: `plugin::payments.${action}`, subject: null }));
      await roles.assignPermissions(role.id, permissions);
      const name = { firstname: 'Clio', lastname: 'Clerk' };
      await strapi
        .service('admin::user')
        .create({ ...name, email, password, isActive: true, registrationToken: null, roles: [role.id] });
    },
    { email, password: staffPassword, actions },
  );
  const http = createHttp(server.url);
  const login = await http.post<TokenAnswer>('/admin/login', { email, password: staffPassword });
  if (login.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(login.body)}`);
  return { email, password: staffPassword, http: http.with(bearer(login.body.data.token)) };
};
