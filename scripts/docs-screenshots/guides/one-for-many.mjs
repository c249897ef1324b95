import { exampleTaxDebt, exampleTaxNumber } from '../../demo-seed/examples.mjs';
import { addNeighbours } from '../neighbours.mjs';

/** @type {{ name: string, taxNumber: string }[]} */
let neighbours = [];

export const before = async (office) => {
  neighbours = await addNeighbours(office);
};

const amounts = ['118,00', '245,50', '118,00', '1.020,00', '96,40', '310,00', '118,00', '180,00'];

const sheet = () =>
  neighbours.map(({ name, taxNumber }, index) =>
    [taxNumber, name, amounts[index], index < 3 ? exampleTaxDebt(taxNumber, 60 + index) : ''].join('\t'),
  );

const describe = async (page) => {
  const institution = page.getByRole('combobox', { name: 'Institution' });
  await institution.click();
  await institution.pressSequentially('Tax');
  await page.getByRole('option', { name: /Tax office/ }).click();
  await page.getByLabel(/^Title/).fill('Chamber fee 2027');
  await page.getByLabel(/^Date/).fill('31/1/2027');
  await page.getByLabel(/^Date/).blur();
  await page.getByRole('button', { name: 'Paste tax numbers' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Tax numbers, or cells of a spreadsheet');
  await field.fill([...sheet(), `${exampleTaxNumber(99)}\tNobody\t55,00`].join('\n'));
  await field.evaluate((element) => element.scrollTo(0, 0));
  await dialog.getByRole('button', { name: 'Find customers' }).click();
  await dialog.getByRole('button', { name: /^Add \d/ }).waitFor();
};

const fill = async (page) => {
  await describe(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Add \d/ })
    .click();
  await page
    .getByRole('region', { name: 'Preview' })
    .getByText(/contacts get one mail/)
    .waitFor();
};

export const shots = [
  {
    name: 'one-for-many-found',
    at: 'plugins/payments/many',
    prepare: describe,
    part: (page) => page.getByRole('dialog'),
  },
  { name: 'one-for-many', at: 'plugins/payments/many', prepare: fill },
];
