import { paymentOf } from '../story.mjs';

/** The README's: what staff see, what the customer sees. */
export const shots = [
  {
    name: 'admin-payments',
    at: 'plugins/payments/list?sort=total:desc',
    prepare: (page) => page.getByRole('row').nth(1).waitFor(),
  },
  {
    name: 'admin-payment',
    at: async (office) => `plugins/payments/${(await paymentOf(office, 'Corporate income tax')).documentId}`,
    prepare: (page) => page.getByRole('toolbar', { name: 'Selected instalment' }).waitFor(),
  },
  {
    name: 'admin-calendar',
    at: 'plugins/payments-calendar',
    height: 1180,
    prepare: (page) => page.getByText('€').first().waitFor(),
  },
];
