export const shots = [
  { name: 'notices', at: 'plugins/payments/notices', height: 1000 },
  {
    name: 'notices-failed',
    at: 'plugins/payments/notices?state=failed',
    async prepare(page) {
      await page.getByRole('row').nth(1).getByRole('button').first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).waitFor();
    },
    part: (page) => page.getByRole('dialog'),
  },
  { name: 'notices-forecast', at: 'plugins/payments/notices?tab=forecast', height: 900 },
  { name: 'mail-greek', language: 'el', mail: ({ subject }) => subject.startsWith('Υπενθύμιση: 2 πληρωμές') },
  { name: 'mail-texts', at: 'plugins/payments/settings/texts', height: 1000 },
];
