import { exampleTaxNumber } from '../../demo-seed/examples.mjs';
import { paymentOf } from '../story.mjs';

/** What a bank's page might give: codes and tax numbers, some of them clear, some not. */
const list = async (office) => {
  const code = async (title) => (await paymentOf(office, title)).paymentCode.value;
  return [
    'Κωδικός\tΕπωνυμία\tΠοσό\tΗμερομηνία',
    `${await code('Εργοδοτικές εισφορές')}\tΑρτοποιείο Παπαδάκη\t200,00\t23/11/2026`,
    `${await code('Corporate income tax')}\tGeorgiou & Sons\t1.500,00\t23/11/2026`,
    `${exampleTaxNumber(4)}\tΝικολάου Κώστας\t100,00\t20/11/2026`,
    `${await code('Advertising fee')}\tGeorgiou & Sons\t350,00\t23/11/2026`,
    `${await code('Τέλη καθαριότητας (παλαιά)')}\tΠαπαδάκη Ελένη\t42,50\t23/11/2026`,
    `${exampleTaxNumber(98)}\tΆγνωστος\t60,00\t23/11/2026`,
    `${await code('Δημοτικά τέλη')}\tΠαπαδάκη Ελένη\t12,345\t23/11/2026`,
  ].join('\n');
};

const match = async (page, office) => {
  const field = page.locator('textarea[name=text]');
  await field.fill(await list(office));
  await field.evaluate((element) => element.scrollTo(0, 0));
  await page.getByRole('button', { name: /^(Find the payments|Εύρεση)/ }).click();
  await page.getByRole('row').nth(1).waitFor();
};

export const shots = [
  { name: 'settle-from-a-list', at: 'plugins/payments/settle-list', prepare: match },
  {
    name: 'settle-from-a-list-phone-greek',
    at: 'plugins/payments/settle-list',
    language: 'el',
    window: 'phone',
    prepare: match,
  },
];
