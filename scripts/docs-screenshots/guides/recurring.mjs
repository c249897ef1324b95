import { exampleGreekReference } from '../../demo-seed/examples.mjs';
import { addNeighbours, institutionOf } from '../neighbours.mjs';
import { pasteCells } from '../paste.mjs';
import { customerOf } from '../story.mjs';

const euro = { currency: 'EUR', period: 'monthly', rule: { kind: 'month-end' } };

const change = async (office, { documentId, revision }, body) =>
  office.staff('PUT', `/payments/series/${documentId}`, { revision, ...body });

/** Six customers with the same contributions every month, of which three know the amount; one of them for months already. */
export const before = async (office) => {
  const insurance = await institutionOf(office, 'insurance');
  const neighbours = (await addNeighbours(office)).slice(0, 6);
  for (const [index, { documentId: customer }] of neighbours.entries()) {
    await office.staff('POST', '/payments/series', {
      ...euro,
      customer,
      institution: insurance,
      title: 'Εισφορές ΕΦΚΑ',
      naming: 'before',
      start: '2026-11-01',
      ...(index % 3 === 2 && {
        amount: '238.22',
        paymentCode: { scheme: 'gr-rf', value: exampleGreekReference(40 + index) },
      }),
      confirmed: ['past-periods'],
    });
  }
  const georgiou = await customerOf(office, 'Georgiou');
  const series = await office.staff('POST', '/payments/series', {
    ...euro,
    customer: georgiou.documentId,
    institution: insurance,
    title: 'Contributions',
    naming: 'before',
    amount: '612.40',
    paymentCode: { scheme: 'gr-rf', value: exampleGreekReference(50) },
    start: '2026-09-01',
    sendEmail: false,
    confirmed: ['past-periods'],
  });
  const changed = await change(office, series, { from: 5, amount: '640.00' });
  await change(office, changed, { skip: [4] });
};

const grid = 'plugins/payments/recurring/grid?month=2026-11';

const one = async (office) => {
  const [series] = await office.staff('GET', '/payments/series?q=Contributions');
  return `plugins/payments/recurring/${series.documentId}`;
};

const fillGrid = async (page) => {
  const fields = page.locator('td input');
  await fields.first().waitFor();
  const numbers = await page.locator('table').innerText();
  const [, second, , , fifth] = numbers.match(/\b0{4}\d{5}\b/g);
  await pasteCells(fields.first(), [
    [second, '612,75', exampleGreekReference(61)],
    [fifth, '1.184,40', exampleGreekReference(62)],
    ['000000999', '75,00', ''],
  ]);
};

export const shots = [
  { name: 'recurring', at: 'plugins/payments/recurring', prepare: (page) => page.getByRole('row').nth(1).waitFor() },
  {
    name: 'recurring-new',
    at: 'plugins/payments/recurring/create',
    async prepare(page) {
      const customer = page.getByRole('combobox', { name: 'Customer' });
      await customer.click();
      await customer.pressSequentially('georg');
      await page.getByRole('option', { name: /Georgiou/ }).click();
      const institution = page.getByRole('combobox', { name: 'Institution' });
      await institution.click();
      await institution.pressSequentially('Tax');
      await page.getByRole('option', { name: /Tax office/ }).click();
      await page.getByLabel(/^Title/).fill('Payroll tax');
      await page.getByLabel(/^First day/).fill('1/1/2027');
      await page.getByLabel(/^Usual amount/).fill('1.150,00');
      await page.getByLabel(/^Usual amount/).blur();
    },
  },
  { name: 'recurring-grid', at: grid, prepare: fillGrid },
  { name: 'recurring-grid-phone-greek', at: grid, language: 'el', window: 'phone', height: 1100, prepare: fillGrid },
  { name: 'recurring-one', at: one, prepare: (page) => page.getByText('Skipped').first().waitFor() },
];
