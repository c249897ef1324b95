import type { Me } from '../../src/plugins/payments/contracts/me';
import { dataOf } from '../support/answers';
import { createHttp } from '../support/http';
import { startMailbox } from '../support/mailbox';
import { createCustomer, createPayment } from '../support/office';
import { startServer } from '../support/server';
import { adminLogin, contactLogin } from '../support/users';

const configured = (config: object) => ({ env: { TEST_PAYMENTS_CONFIG: JSON.stringify(config) } });

const password = 'Contact-pass-1234';

it('a key that is wrong stops the start, with its name and what would do', async () => {
  const start = startServer(configured({ features: { calendarFeeds: 'no' } }));
  await expect(start).rejects.toThrow('payments: config.features.calendarFeeds must be true or false');
});

it('what the host switched off is gone for staff, contacts and mails, also what was handed out before', async () => {
  const mailbox = await startMailbox();
  const server = await startServer({ smtpPort: mailbox.port });
  try {
    const staff = await adminLogin(server.url);
    const customer = await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com', { language: 'en' });
    await server.evaluate(
      ({ strapi }, { contact, password }) => strapi.plugin('payments').service('logins').create(contact, password),
      { contact: customer.contacts[0]?.documentId, password },
    );
    await createPayment(staff, customer.documentId, { title: 'Before' });
    const before = await mailbox.waitFor(({ subject }) => subject?.includes('Before') ?? false, 60_000);
    const link = /\/portal\/link#([\w-]+)/.exec(before.text ?? '')?.[1];
    const anybody = createHttp(server.url);
    expect((await anybody.get(`/api/payments/links/${link}`)).status).toBe(200);
    const contact = await contactLogin(server.url, 'eleni@example.com', password);
    const { calendarFeed } = await dataOf<Me>(contact.post('/api/payments/me/calendar-feed'));
    expect((await anybody.get(calendarFeed ?? '')).status).toBe(200);

    await server.restart(configured({ features: { signedLinks: false, calendarFeeds: false } }));
    const host = await dataOf<object>((await adminLogin(server.url)).get('/payments/settings/host'));
    expect(host).toMatchObject({ signedLinks: false, calendarFeeds: false });
    expect((await anybody.get(`/api/payments/links/${link}`)).status).toBe(404);
    expect((await anybody.get(calendarFeed ?? '')).status).toBe(404);
    const again = await contactLogin(server.url, 'eleni@example.com', password);
    expect(await dataOf<Me>(again.get('/api/payments/me'))).toMatchObject({ calendarFeeds: false, calendarFeed: null });
    expect((await again.post('/api/payments/me/calendar-feed')).status).toBe(404);

    // Another contact's: what is registered for one within ten minutes goes as one mail.
    const other = await createCustomer(await adminLogin(server.url), 'Nikolaou Petros', 'petros@example.com', {
      language: 'en',
    });
    const { documentId } = await createPayment(await adminLogin(server.url), other.documentId, { title: 'After' });
    const after = await mailbox.waitFor(({ subject }) => subject?.includes('After') ?? false, 60_000);
    expect(after.text).toContain(`/portal/obligations/${documentId}`);
    expect(after.text).not.toContain('/portal/link#');

    await server.restart(configured({ features: {} }));
    expect((await anybody.get(`/api/payments/links/${link}`)).status).toBe(200);
  } finally {
    await server.stop();
    await mailbox.close();
  }
});

it('without a portal nothing is served there, and mails lead to the host’s own site', async () => {
  const server = await startServer(configured({ portalPath: false, publicUrl: 'https://office.example.com' }));
  try {
    expect((await createHttp(server.url).get('/portal/')).status).toBe(404);
    const host = await dataOf<object>((await adminLogin(server.url)).get('/payments/settings/host'));
    expect(host).toMatchObject({ portalPath: null, publicUrl: 'https://office.example.com' });
  } finally {
    await server.stop();
  }
});
