import { exampleGreekReference, exampleTaxDebt, exampleTaxNumber } from '../../demo-seed/examples.mjs';

const headers =
  'ΑΦΜ;Πελάτης;Φορέας;Τίτλος;Κωδικός πληρωμής;Σύνολο;Ημερομηνία;Ποσό δόσης;Πλήθος δόσεων;Περιοδικότητα;Πληρωμένες δόσεις';

const insurance = 'e-ΕΦΚΑ – Social insurance (example)';
const tax = 'ΑΑΔΕ – Tax office (example)';

/** Last year's spreadsheet: three good lines, and what a spreadsheet does to numbers and dates. */
const lines = [
  headers,
  `${exampleTaxNumber(2)};Αρτοποιείο Παπαδάκη;${insurance};Ρύθμιση 2026;${exampleGreekReference(80)};1.200,00;31/8/2026;100,00;12;μηνιαία;3`,
  `${exampleTaxNumber(3)};Georgiou & Sons;${tax};Property tax 2026;${exampleTaxDebt(exampleTaxNumber(3), 81)};640,00;31/12/2026;;;;`,
  `${exampleTaxNumber(1)};;${tax};Τέλος επιτηδεύματος;9,42592E+29;500,00;31/12/2026;;;;`,
  `${exampleTaxNumber(4).slice(1)};;${tax};ΕΝΦΙΑ;;150,00;31/12/2026;;;;`,
  `${exampleTaxNumber(2)};;${insurance};Εισφορές;;12,345;15/1/2027;;;;`,
  `${exampleTaxNumber(1)};;${tax};Φόρος 2027;;2.000,00;31/1/2027;300,00;4;μηνιαία;`,
  `${exampleTaxNumber(3)};;${tax};Fee;${exampleTaxDebt(exampleTaxNumber(2), 82)};60,00;31/12/2026;;;;`,
];

const choose = (rows) => async (page) => {
  const file = { name: 'ofeiles-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('region', { name: /What would come of it|Τι θα προκύψει/ }).waitFor();
};

export const shots = [
  { name: 'import', at: 'plugins/payments/import', height: 1680, prepare: choose(lines) },
  {
    name: 'import-phone-greek',
    at: 'plugins/payments/import',
    language: 'el',
    window: 'phone',
    height: 1500,
    prepare: choose(lines.slice(0, 6)),
  },
  {
    name: 'import-done',
    at: 'plugins/payments/import',
    async prepare(page) {
      await choose(lines.slice(0, 3))(page);
      await page.getByRole('button', { name: /^Import 2/ }).click();
      await page.getByRole('region', { name: 'Imported' }).getByRole('button').first().waitFor();
    },
    part: (page) => page.getByRole('region', { name: 'Imported' }),
  },
];
