import http from 'node:http';

import { createHttp } from '../support/http';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { freePort } from '../support/server-process';
import { adminLogin } from '../support/users';
import { createHostProject, type HostProject } from './host';
import * as steps from './steps';
import { packTarballs, type Tarballs } from './tarballs';

jest.setTimeout(25 * 60_000);

/** A host is what its operator made of it: by `npm run test:install -- --all`. */
const whenAll = process.env.INSTALL === 'all' ? describe : describe.skip;

/** A proxy that serves all of Strapi under a path, as an office does that has one address for everything. */
const startPrefixProxy = async (target: string, prefix: string): Promise<{ origin: string; close(): void }> => {
  const server = http.createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(`${prefix}/`)) return void response.writeHead(404).end('Not below the path.');
    const options = { method: request.method, headers: request.headers };
    const onward = http.request(new URL(url.slice(prefix.length), target), options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    request.pipe(onward);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};

whenAll('a host that its operator changed', () => {
  let tarballs: Tarballs;
  let mailbox: Mailbox;
  let project: HostProject;
  let count = 0;

  beforeAll(async () => {
    tarballs = packTarballs();
    mailbox = await startMailbox();
    project = await createHostProject('javascript', mailbox.port);
    await project.run(`npm install ${tarballs.current}`);
    await project.run('npm run build');
  });
  afterAll(async () => {
    await project?.remove();
    await mailbox?.close();
    tarballs?.remove();
  });
  afterEach(() => project.stop());

  /** Everything that a contact and staff need: a plan, its mail, the portal, an invitation, the log. */
  const wholeWay = async (place: steps.Place = project, portal = `${project.url}/portal`): Promise<string> => {
    count += 1;
    const title = `Fee ${count}`;
    const staff = await adminLogin(place.url);
    const email = `customer${count}@example.com`;
    const registered = await steps.registerPayment(staff, mailbox, { name: `Customer ${count}`, email, title, portal });
    await steps.acceptInvitation(place, staff, mailbox, registered);
    return title;
  };

  it('closed to public registration: contacts come by invitation alone', async () => {
    await project.start('npm start');
    const staff = await adminLogin(project.url);
    const { body } = await staff.get<Record<string, unknown>>('/users-permissions/advanced');
    const settings = { ...(body.settings as object), allow_register: false };
    expect((await staff.put('/users-permissions/advanced', settings)).status).toBe(200);
    expect(await steps.registerOwnUser(project.url)).toBeGreaterThanOrEqual(400);
    await steps.seePortal(project);
    await wholeWay();
  });

  it.each(['legacy-support', 'refresh'])('with logins in mode "%s"', async (mode) => {
    await project.start('npm start', { JWT_MANAGEMENT: mode });
    await wholeWay();
  });

  it("with Strapi's own email provider in place of nodemailer", async () => {
    await project.start('npm start', { EMAIL_PROVIDER: 'sendmail' });
    await wholeWay();
  });

  it('with another prefix of its API', async () => {
    await project.start('npm start', { API_PREFIX: '/rest/v1' });
    const place = { url: project.url, api: '/rest/v1' };
    await steps.seePortal(place);
    expect(await steps.dossiers(project.url, place.api)).toEqual(['Dossier of old']);
    await wholeWay(place);
    expect((await createHttp(project.url).get('/api/payments/openapi.json')).status).toBe(404);
  });

  it('behind a path of a proxy', async () => {
    const prefix = '/office';
    const proxy = await startPrefixProxy(project.url, prefix);
    // What docs/deploy.md says of it; the admin panel learns its path when it is built.
    const changes = { PUBLIC_URL: `${proxy.origin}${prefix}`, ADMIN_COOKIE_PATH: `${prefix}/admin` };
    const words = Object.entries(changes).map(([name, value]) => `${name}=${value}`);
    try {
      await project.run(`${words.join(' ')} npm run build`);
      await project.start('npm start', changes);
      const title = await wholeWay(project, `${changes.PUBLIC_URL}/portal`);
      await steps.seePortal({ url: proxy.origin }, prefix);
      await steps.seeAdmin(proxy.origin, title, prefix);
    } finally {
      proxy.close();
    }
  });
});
