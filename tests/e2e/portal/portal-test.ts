import { test as base } from '../../support/browser';
import { createCustomerSide, morning, type CustomerSide } from '../../support/customer-side';
import { PortalPage } from './portal-page';

/** The portal's tests: an office with its contacts, once for the tests of a file, and the portal on the open page. */
export const test = base.extend<{ portal: PortalPage; office: CustomerSide }>({
  office: async ({ stage }, use) => use(await stage.once('office', () => createCustomerSide(stage.server))),
  portal: async ({ page, office, server }, use) => {
    // The office comes first: without its contacts nobody can sign in. A test before this one may have moved the clock.
    void office;
    await server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), morning);
    await use(new PortalPage(page));
  },
});

export { expect } from '../../support/browser';
