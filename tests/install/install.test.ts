import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { chromium } from '@playwright/test';

import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import playwrightConfig from '../../playwright.config';
import { signInToAdmin } from '../support/admin-page';
import { bearer, createHttp, type Http } from '../support/http';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { createCustomer, createPayment, type Envelope } from '../support/office';
import { adminLogin } from '../support/users';
import { createHostProject, packPlugin, type HostProject } from './host';
import { installCommands } from './readme';

/** npm, two builds of an admin panel and five starts of Strapi. */
jest.setTimeout(20 * 60_000);

let mailbox: Mailbox;
let project: HostProject;
let tarballs: string;
let payment: StaffPayment;

beforeAll(async () => {
  mailbox = await startMailbox();
  project = await createHostProject(mailbox.port);
  tarballs = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-tarball-'));
  await project.run('npm install --no-audit --no-fund --loglevel=error');
});

afterAll(async () => {
  await project?.remove();
  await mailbox?.close();
  if (tarballs) fs.rmSync(tarballs, { recursive: true, force: true });
});

/** The office's own content, which has nothing to do with the plugin. */
const dossiers = async (): Promise<unknown> => (await createHttp(project.url).get('/api/dossiers')).body;

const paymentsOf = async (staff: Http): Promise<readonly StaffPayment[]> =>
  (await staff.get<{ data: StaffPayment[] }>('/payments/payments')).body.data;

/** The admin as its user sees it: what the menu offers, and the page behind it. */
const seeMenu = async (): Promise<void> => {
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  try {
    const page = await (await browser.newContext({ baseURL: project.url, locale: 'en-GB' })).newPage();
    await signInToAdmin(page);
    await page.getByRole('link', { name: 'Payments', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.goto('/admin/plugins/payments/list');
    await page.getByRole('link', { name: 'Company tax' }).first().waitFor();
  } finally {
    await browser.close();
  }
};

/** A contact's login, from the staff's invitation to a token. */
const acceptInvitation = async (contact: string, staff: Http): Promise<Http> => {
  expect((await staff.post(`/payments/contacts/${contact}/invite`, {})).status).toBe(200);
  const mail = await mailbox.waitFor(({ text }) => /\/portal\/invitation#/.test(text ?? ''), 60_000);
  const token = /invitation#([\w-]+)/.exec(mail.text ?? '')?.[1];
  const accepted = await createHttp(project.url).post<Envelope<{ jwt: string }>>('/api/payments/invitations/accept', {
    token,
    password: 'a password of my own',
  });
  expect(accepted.status).toBe(200);
  return createHttp(project.url, bearer(accepted.body.data.jwt));
};

// One story in its order: each test goes on where the one before ended.
describe('an office that has a Strapi already', () => {
  it('runs without the plugin', async () => {
    await project.run('npm run build');
    await project.start('npm start');
    expect(await dossiers()).toMatchObject({ data: [{ title: 'Dossier of old' }] });
    await project.stop();
  });

  it("installs it by the README's words, and has its menu, its portal, its mail and its customers' logins", async () => {
    const [install, build, start, ...rest] = installCommands();
    expect([install, build, start, rest]).toEqual([
      'npm install strapi-plugin-payments',
      'npm run build',
      'npm start',
      [],
    ]);
    const tarball = await packPlugin(tarballs);
    await project.run(`${install?.replace('strapi-plugin-payments', tarball)} --no-audit --no-fund --loglevel=error`);
    await project.run(build ?? '');
    await project.start(start ?? '');

    const staff = await adminLogin(project.url);
    const customer = await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com', { language: 'en' });
    payment = await createPayment(staff, customer.documentId, { title: 'Company tax' });
    expect(payment.instalments).toHaveLength(12);
    const mail = await mailbox.waitFor(({ subject }) => subject?.includes('Company tax') ?? false, 60_000);
    expect(mail.recipients).toEqual(['eleni@example.com']);
    expect(mail.text).toContain(`${project.url}/portal`);

    const portal = await createHttp(project.url).get<string>('/portal/');
    expect(portal.status).toBe(200);
    expect(portal.body).toContain('<base href="/portal/"');

    const contact = await acceptInvitation(customer.contacts[0]?.documentId ?? '', staff);
    const log = await contact.get<Envelope<{ title: string }[]>>('/api/payments/obligations');
    expect(log.body.data.map(({ title }) => title)).toEqual(['Company tax']);

    await seeMenu();
    expect(await dossiers()).toMatchObject({ data: [{ title: 'Dossier of old' }] });
    await project.stop();
  });

  it('loses nothing when it disables the plugin, and has all of it when it enables it again', async () => {
    const plugins = project.read('config/plugins.ts');
    project.write('config/plugins.ts', plugins.replace('email: {', 'payments: { enabled: false },\n  email: {'));
    await project.run('npm run build');
    await project.start('npm start');
    expect((await createHttp(project.url).get('/portal/')).status).toBe(404);
    expect(await dossiers()).toMatchObject({ data: [{ title: 'Dossier of old' }] });
    await project.stop();

    project.write('config/plugins.ts', plugins);
    await project.run('npm run build');
    await project.start('npm start');
    const staff = await adminLogin(project.url);
    expect((await paymentsOf(staff)).map(({ documentId }) => documentId)).toEqual([payment.documentId]);
    const { body } = await staff.get<Envelope<StaffPayment>>(`/payments/payments/${payment.documentId}`);
    expect(body.data).toEqual(payment);
    await project.stop();
  });

  it('runs on without it after it was uninstalled, and finds its payments when it comes back', async () => {
    await project.run('npm uninstall strapi-plugin-payments --no-audit --no-fund --loglevel=error');
    await project.run('npm run build');
    await project.start('npm start');
    expect(await dossiers()).toMatchObject({ data: [{ title: 'Dossier of old' }] });
    expect((await (await adminLogin(project.url)).get('/payments/payments')).status).toBe(404);
    await project.stop();

    const tarball = fs.readdirSync(tarballs)[0] ?? '';
    await project.run(`npm install ${path.join(tarballs, tarball)} --no-audit --no-fund --loglevel=error`);
    await project.run('npm run build');
    await project.start('npm start');
    expect((await paymentsOf(await adminLogin(project.url))).map(({ title }) => title)).toEqual(['Company tax']);
    await project.stop();
  });
});
