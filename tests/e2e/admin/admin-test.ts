import type { SettingsValue } from '../../../src/plugins/payments/contracts/settings';
import { signInToAdmin } from '../../support/admin-page';
import { dataOf } from '../../support/answers';
import { createPayment, eur } from '../../support/office';
import { test as base } from '../portal/portal-test';
import { CalendarPage } from './calendar-page';
import { ClosedDaysPage } from './closed-days-page';
import { ClosuresPage } from './closures-page';
import { ContactsPage } from './contacts-page';
import { CreatePage } from './create-page';
import { ImportPage } from './import-page';
import { InstitutionsPage } from './institutions-page';
import { SettingsPage } from './settings-page';

interface Pages {
  calendar: CalendarPage;
  closedDays: ClosedDaysPage;
  closures: ClosuresPage;
  contacts: ContactsPage;
  create: CreatePage;
  imports: ImportPage;
  institutions: InstitutionsPage;
  settings: SettingsPage;
  /** Changes the office's settings for this test; they are as before after it. */
  withSettings: (changes: Partial<SettingsValue>) => Promise<void>;
  /** A payment of one date, of Papadaki unless told, silently unless told. */
  owe: (title: string, date: string, more?: object) => ReturnType<typeof createPayment>;
}

/** The office's own pages, with an administrator signed in on the open page. */
export const test = base.extend<Pages & { signedIn: void }>({
  signedIn: [
    async ({ page, office, portal }, use) => {
      void office;
      void portal;
      await signInToAdmin(page);
      await use();
    },
    { auto: true },
  ],
  calendar: async ({ page }, use) => use(new CalendarPage(page)),
  closedDays: async ({ page }, use) => use(new ClosedDaysPage(page)),
  closures: async ({ page }, use) => use(new ClosuresPage(page)),
  contacts: async ({ page }, use) => use(new ContactsPage(page)),
  create: async ({ page }, use) => use(new CreatePage(page)),
  imports: async ({ page }, use) => use(new ImportPage(page)),
  institutions: async ({ page }, use) => use(new InstitutionsPage(page)),
  settings: async ({ page }, use) => use(new SettingsPage(page)),
  withSettings: async ({ office }, use) => {
    const { today: _today, ...before } = await dataOf<SettingsValue & { today: string }>(
      office.admin.get('/payments/settings'),
    );
    await use(async (changes) => {
      await dataOf(office.admin.put('/payments/settings', changes));
    });
    await dataOf(office.admin.put('/payments/settings', before));
  },
  owe: async ({ office }, use) =>
    use((title, date, more = {}) =>
      createPayment(office.admin, office.customers.papadaki, {
        title,
        institution: office.institution,
        plan: { kind: 'single', total: eur('250.00'), date },
        sendEmail: false,
        ...more,
      }),
    ),
});

export { expect } from '../portal/portal-test';
