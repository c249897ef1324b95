export const shots = [
  {
    name: 'payments-selected',
    at: 'plugins/payments/list?sort=nextDueDate:asc',
    height: 860,
    async prepare(page) {
      await page.getByRole('checkbox').nth(1).click();
      await page.getByRole('checkbox').nth(2).click();
    },
  },
  {
    name: 'payments-results',
    at: 'plugins/payments/list?state=all&sort=nextDueDate:asc',
    async prepare(page) {
      await page.getByRole('row').nth(1).waitFor();
      await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
      await page.getByRole('button', { name: 'Remind now' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remind now' }).click();
      await page.getByRole('dialog').getByText('Done', { exact: true }).first().waitFor();
    },
    part: (page) => page.getByRole('dialog'),
  },
];
