export const shots = [
  { name: 'settings', at: 'plugins/payments/settings' },
  { name: 'closed-days', at: 'plugins/payments/closed-days?year=2027' },
  { name: 'institutions', at: 'plugins/payments/institutions' },
  { name: 'office-closures', at: 'plugins/payments/office-closures', height: 560 },
  {
    name: 'roles',
    at: 'settings/roles/2',
    async prepare(page) {
      await page.getByRole('tab', { name: 'Plugins' }).click();
      await page.getByRole('button', { name: /^Payments/ }).click();
      await page.getByRole('checkbox', { name: /Mark instalments as paid/ }).waitFor();
    },
  },
];
