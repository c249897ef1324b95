import { bearer, createHttp, type Http } from '../support/http';
import type { Server } from '../support/server';

const clerk = { email: 'clerk@example.com', password: 'Clerk-pass-1234' };

/** The staff API as an administrator whose role allows nothing of the plugin. */
export const lowRightsAdmin = async (server: Pick<Server, 'url' | 'evaluate'>): Promise<Http> => {
  await server.evaluate(async ({ strapi }, { email, password }) => {
    const role = await strapi.service('admin::role').create({ name: 'Clerk', description: 'May do nothing' });
    const name = { firstname: 'Clio', lastname: 'Clerk' };
    await strapi
      .service('admin::user')
      .create({ ...name, email, password, isActive: true, registrationToken: null, roles: [role.id] });
  }, clerk);
  const http = createHttp(server.url);
  const { status, body } = await http.post<{ data: { token: string } }>('/admin/login', clerk);
  if (status !== 200) throw new Error(`The clerk cannot sign in: ${JSON.stringify(body)}`);
  return http.with(bearer(body.data.token));
};

/** The content API with a full-access API token: allowed everything by Strapi, and yet no contact. */
export const apiToken = async (server: Pick<Server, 'url' | 'evaluate'>): Promise<Http> => {
  const accessKey = await server.evaluate(async ({ strapi }) => {
    const values = { name: 'site', description: '', type: 'full-access', lifespan: null };
    return ((await strapi.service('admin::api-token').create(values)) as { accessKey: string }).accessKey;
  });
  return createHttp(server.url, bearer(accessKey));
};
