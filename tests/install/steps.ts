import { chromium } from '@playwright/test';

import type { CustomerValue } from '../../src/plugins/payments/contracts/customer';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import playwrightConfig from '../../playwright.config';
import { signInToAdmin } from '../support/admin-page';
import { bearer, createHttp, type Http } from '../support/http';
import type { Mailbox } from '../support/mailbox';
import { createCustomer, createPayment, type Envelope } from '../support/office';

/** Where a host is reached, and what its operator changed. */
export interface Place {
  readonly url: string;
  /** Strapi's `api.rest.prefix`. */
  readonly api?: string;
}

/** The office's own content, which has nothing to do with the plugin. */
export const dossiers = async (url: string, api = '/api'): Promise<unknown> =>
  (await createHttp(url).get<{ data: { title: string }[] }>(`${api}/dossiers`)).body.data?.map(({ title }) => title);

/** A user whom the host had before the plugin came. */
export const ownUser = { username: 'olduser', email: 'old.user@example.com', password: 'Old-user-pass-1' };

export const registerOwnUser = async (url: string): Promise<number> =>
  (await createHttp(url).post('/api/auth/local/register', ownUser)).status;

export const ownUserSignsIn = async (url: string): Promise<Http> => {
  const login = { identifier: ownUser.email, password: ownUser.password };
  const { status, body } = await createHttp(url).post<{ jwt: string }>('/api/auth/local', login);
  expect(status).toBe(200);
  return createHttp(url, bearer(body.jwt));
};

export interface Registered {
  readonly customer: CustomerValue;
  readonly payment: StaffPayment;
}

/** A plan is created, and its mail arrives with a link to where customers reach the portal. */
export const registerPayment = async (
  staff: Http,
  mailbox: Mailbox,
  { name, email, title, portal }: { name: string; email: string; title: string; portal: string },
): Promise<Registered> => {
  const customer = await createCustomer(staff, name, email, { language: 'en' });
  const payment = await createPayment(staff, customer.documentId, { title });
  expect(payment.instalments).toHaveLength(12);
  const mail = await mailbox.waitFor(({ subject }) => subject?.includes(title) ?? false, 120_000);
  expect(mail.recipients).toEqual([email]);
  expect(mail.text).toContain(portal);
  return { customer, payment };
};

/** The portal's page, with its own address and the API's in it. */
export const seePortal = async ({ url, api = '/api' }: Place, prefix = ''): Promise<void> => {
  const { status, body } = await createHttp(url).get<string>(`${prefix}/portal/`);
  expect(status).toBe(200);
  expect(body).toContain(`<base href="${prefix}/portal/"`);
  expect(body).toContain(`${prefix}${api}/payments`);
};

/** A contact's login, from the staff's invitation to the obligation log; the customer's role works. */
export const acceptInvitation = async (
  { url, api = '/api' }: Place,
  staff: Http,
  mailbox: Mailbox,
  { customer, payment }: Registered,
): Promise<Http> => {
  const contact = customer.contacts[0];
  expect((await staff.post(`/payments/contacts/${contact?.documentId}/invite`, {})).status).toBe(200);
  const isInvitation = ({ text, recipients }: { text?: string; recipients: readonly string[] }) =>
    recipients.includes(contact?.email ?? '') && /\/portal\/invitation#/.test(text ?? '');
  const mail = await mailbox.waitFor(isInvitation, 120_000);
  const token = /invitation#([\w-]+)/.exec(mail.text ?? '')?.[1];
  const accepted = await createHttp(url).post<Envelope<{ jwt: string }>>(`${api}/payments/invitations/accept`, {
    token,
    password: 'a password of my own',
  });
  expect(accepted.status).toBe(200);
  const http = createHttp(url, bearer(accepted.body.data.jwt));
  const log = await http.get<Envelope<{ title: string }[]>>(`${api}/payments/obligations`);
  expect(log.body.data.map(({ title }) => title)).toEqual([payment.title]);
  return http;
};

/** The admin as its user sees it: what the menu offers, and the page behind it. */
export const seeAdmin = async (origin: string, payment: string, prefix = ''): Promise<void> => {
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  try {
    const context = await browser.newContext({ baseURL: origin, locale: 'en-GB' });
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    await signInToAdmin(page, undefined, prefix);
    await page.getByRole('link', { name: 'Payments', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.goto(`${prefix}/admin/plugins/payments/list`);
    await page.getByRole('link', { name: payment }).first().waitFor();
  } finally {
    await browser.close();
  }
};

/** Every payment with all that staff see of it, to compare before and after. */
export const allPayments = async (staff: Http): Promise<readonly StaffPayment[]> => {
  const { body } = await staff.get<{ data: { documentId: string }[] }>('/payments/payments?sort=title:asc');
  return Promise.all(
    body.data.map(
      async ({ documentId }) => (await staff.get<Envelope<StaffPayment>>(`/payments/payments/${documentId}`)).body.data,
    ),
  );
};
