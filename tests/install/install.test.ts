import fs from 'node:fs';
import path from 'node:path';

import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { createHttp, type Http } from '../support/http';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { adminLogin, contactLogin } from '../support/users';
import { createHostProject, type HostProject } from './host';
import type { Language } from './host-files';
import { installCommands, leaveCommands } from './readme';
import * as steps from './steps';
import { rowsOfPlugin, tracesOfPlugin } from './tables';
import { packTarballs, type Tarballs } from './tarballs';

/** npm's installations and builds of an admin panel, on a machine that may be busy. */
jest.setTimeout(25 * 60_000);

/** Every change tries the language of most projects; `npm run test:install -- --all` both. */
const languages: Language[] = process.env.INSTALL === 'all' ? ['typescript', 'javascript'] : ['typescript'];

let tarballs: Tarballs;
beforeAll(() => {
  tarballs = packTarballs();
});
afterAll(() => tarballs.remove());

// One story in its order: each test goes on where the one before ended.
describe.each(languages)('an office that has a Strapi already, in %s', (language) => {
  let mailbox: Mailbox;
  let project: HostProject;
  let payments: readonly StaffPayment[];
  const [install = '', build = '', start = ''] = installCommands();

  beforeAll(async () => {
    mailbox = await startMailbox();
    project = await createHostProject(language, mailbox.port);
  });
  afterAll(async () => {
    await project?.remove();
    await mailbox?.close();
  });

  /** The README's command, with a file in place of the name under which the package will be published. */
  const installing = (tarball: string) => project.run(install.replace('strapi-plugin-payments', tarball));

  const hostIsWell = async (): Promise<Http> => {
    expect(await steps.dossiers(project.url)).toEqual(['Dossier of old']);
    return steps.ownUserSignsIn(project.url);
  };

  it('runs without the plugin', async () => {
    await project.run('npm install');
    await project.run('npm run build');
    await project.start('npm start');
    expect(await steps.registerOwnUser(project.url)).toBe(200);
    await hostIsWell();
    await project.stop();
  });

  it("installs it by the README's words, and has its mail, its portal and its customers' logins", async () => {
    expect(installCommands()).toEqual(['npm install strapi-plugin-payments', 'npm run build', 'npm start']);
    await installing(tarballs.previous);
    await project.run(build);
    await project.start(start);
    const staff = await adminLogin(project.url);
    const registered = await steps.registerPayment(staff, mailbox, {
      name: 'Papadaki Eleni',
      email: 'eleni@example.com',
      title: 'Company tax',
      portal: `${project.url}/portal`,
    });
    await steps.seePortal(project);
    await steps.acceptInvitation(project, staff, mailbox, registered);
    const owner = await hostIsWell();
    const log = await owner.get<{ data: unknown[] }>('/api/payments/obligations');
    expect([log.status, log.body.data]).toEqual([200, []]);
    payments = await steps.allPayments(staff);
    await project.stop();
  });

  it('upgrades with its data, shows the menu, and goes on', async () => {
    await installing(tarballs.current);
    await project.run(build);
    await project.start(start);
    const staff = await adminLogin(project.url);
    expect(await steps.allPayments(staff)).toEqual(payments);
    await steps.seeAdmin(project.url, 'Company tax');
    const contact = await contactLogin(project.url, 'eleni@example.com', 'a password of my own');
    expect((await contact.get('/api/payments/summary')).status).toBe(200);
    await steps.registerPayment(staff, mailbox, {
      name: 'Nikolaou Petros',
      email: 'petros@example.com',
      title: 'Municipal fees',
      portal: `${project.url}/portal`,
    });
    payments = await steps.allPayments(staff);
    expect(payments).toHaveLength(2);
    await project.stop();
  });

  it('loses no row when it disables the plugin, and has all of it when it enables it again', async () => {
    const before = rowsOfPlugin(project);
    expect(before['payments_instalments']).toHaveLength(24);
    await project.start(start, { PAYMENTS_OFF: 'true' });
    expect((await createHttp(project.url).get('/portal/')).status).toBe(404);
    await hostIsWell();
    await project.stop();
    expect(rowsOfPlugin(project)).toEqual(before);

    await project.start(start);
    expect(await steps.allPayments(await adminLogin(project.url))).toEqual(payments);
    await project.stop();
  });

  const uninstall = 'npm uninstall strapi-plugin-payments';

  (process.env.INSTALL === 'all' ? it : it.skip)('finds its payments when it comes back after leaving', async () => {
    await project.run(uninstall);
    await project.run(build);
    await project.start(start);
    await hostIsWell();
    await project.stop();
    await installing(tarballs.current);
    await project.run(build);
    await project.start(start);
    expect(await steps.allPayments(await adminLogin(project.url))).toEqual(payments);
    await project.stop();
  });

  it("leaves nothing behind by the README's words, and the host runs on", async () => {
    const [remove = '', ...rest] = leaveCommands();
    expect([remove, ...rest]).toEqual([
      'npx strapi-plugin-payments remove-everything --yes',
      uninstall,
      'npm run build',
      'npm start',
    ]);
    const before = rowsOfPlugin(project);
    await project.run(remove.replace(' --yes', ''));
    expect(rowsOfPlugin(project)).toEqual(before);

    await project.run(remove);
    await project.run(uninstall);
    expect(fs.existsSync(path.join(project.folder, 'node_modules', 'strapi-plugin-payments'))).toBe(false);
    await project.run(build);
    await project.start(start);
    await hostIsWell();
    expect((await (await adminLogin(project.url)).get('/payments/payments')).status).toBe(404);
    await project.stop();
    expect(rowsOfPlugin(project)).toEqual({});
    expect(tracesOfPlugin(project)).toEqual([]);
  });
});
