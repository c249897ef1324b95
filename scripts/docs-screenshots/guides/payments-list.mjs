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
];
