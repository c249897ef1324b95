import { exampleTaxDebt } from '../../demo-seed/examples.mjs';
import { addNeighbours, institutionOf } from '../neighbours.mjs';
import { paymentOf } from '../story.mjs';

const rule = { from: '2026-11-30', to: '2026-12-15' };
const earlier = { from: '2026-12-31', to: '2027-01-15' };
const euro = (value) => ({ value, currency: 'EUR' });

const register = (office, institution, { documentId, taxNumber }, serial, plan) =>
  office.staff('POST', '/payments/payments', {
    customer: documentId,
    institution,
    title: 'ΦΠΑ Οκτωβρίου',
    paymentCode: { scheme: 'gr-tax', value: exampleTaxDebt(taxNumber, serial) },
    plan: { kind: 'single', total: euro(`${180 + serial}.40`), ...plan },
    sendEmail: false,
  });

/** Six owe the same tax by 30 November: one has a date of its own hand, one has paid a part. */
export const before = async (office) => {
  const institution = await institutionOf(office, 'Tax');
  const neighbours = (await addNeighbours(office)).slice(0, 6);
  for (const [index, neighbour] of neighbours.entries())
    await register(office, institution, neighbour, 70 + index, { date: rule.from, pinned: index === 2 });
  const { revision, instalments } = await paymentOf(office, 'ΦΠΑ Οκτωβρίου');
  await office.staff('POST', `/payments/instalments/${instalments[0].documentId}/settle`, {
    revision,
    paidOn: '2026-11-20',
    amount: '50.00',
    sendEmail: false,
  });
  await extendEarlier(office, institution);
};

/** A deadline that was moved before, one of whose instalments was edited since. */
const extendEarlier = async (office, institution) => {
  const body = { institution, ...earlier };
  const found = await office.staff('POST', '/payments/extensions/preview', body);
  await office.staff('POST', '/payments/extensions', {
    ...body,
    reference: 'Decree A.1187/2026 (example)',
    instalments: found.map(({ documentId, payment }) => ({ documentId, revision: payment.revision })),
    sendEmail: false,
  });
  const { documentId, payment } = found[0];
  const { revision } = await office.staff('GET', `/payments/payments/${payment.documentId}`);
  await office.staff('PUT', `/payments/instalments/${documentId}`, {
    revision,
    dueDate: '2027-01-20',
    sendEmail: false,
  });
};

const show = async (page) => {
  const institution = page.getByRole('combobox').first();
  await institution.click();
  await institution.pressSequentially('Tax');
  await page.getByRole('option', { name: /Tax office/ }).click();
  await page.locator('input[name=from]').fill('30/11/2026');
  await page.locator('input[name=to]').fill('15/12/2026');
  await page.locator('input[name=to]').press('Enter');
  await page.getByRole('row').nth(1).waitFor();
};

export const shots = [
  {
    name: 'extend-a-deadline',
    at: 'plugins/payments/extensions/new',
    async prepare(page) {
      await show(page);
      await page.getByLabel(/^Decree/).fill('Decree A.1201/2026 (example)');
    },
  },
  {
    name: 'extend-a-deadline-phone-greek',
    at: 'plugins/payments/extensions/new',
    language: 'el',
    window: 'phone',
    prepare: show,
  },
  {
    name: 'extend-a-deadline-undo',
    at: 'plugins/payments/extensions',
    async prepare(page) {
      await page.getByRole('button', { name: /^Undo/ }).first().click();
      await page
        .getByRole('dialog')
        .getByText(/go back|goes back/)
        .first()
        .waitFor();
    },
    part: (page) => page.getByRole('dialog'),
  },
];
