import { customerOf } from '../story.mjs';

const customer =
  (more = '') =>
  async (office) =>
    `plugins/payments/customers/${(await customerOf(office, 'Georgiou')).documentId}${more}`;

export const shots = [
  { name: 'customer', at: customer() },
  { name: 'customer-statement', at: customer('/statement') },
  { name: 'contacts', at: 'plugins/payments/contacts' },
];
