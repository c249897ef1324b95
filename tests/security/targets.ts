import { createCustomerSide, registerPayment } from '../support/customer-side';
import type { Server } from '../support/server';
import type { Targets } from './route-table';

/** What the attacks aim at: a payment of each side, a receipt of Boris's, and one secret of each kind that is Eleni's. */
export const createTargets = async (server: Pick<Server, 'url' | 'evaluate'>): Promise<Targets> => {
  const office = await createCustomerSide(server);
  const instalments = [
    { amount: '100.00', date: '2026-12-31' },
    { amount: '50.00', date: '2027-01-29' },
  ];
  const { papadaki, boreas } = office.customers;
  const mine = await registerPayment(office, { customer: papadaki, title: 'Mine', instalments });
  const theirs = await registerPayment(office, { customer: boreas, title: 'Theirs', instalments });
  const { body } = await office.boris.http.post<{ data: { documentId: string } }>(
    `/api/payments/instalments/${theirs.instalments[1]?.documentId}/receipts`,
    { paidOn: '2026-11-20', amount: '1.00' },
  );
  const secrets = await server.evaluate(
    async ({ strapi }, { contact, payment }) => {
      const tokens = strapi.plugin('payments').service('tokens');
      return [
        await tokens.renewCalendar(contact),
        ...(await tokens.issueLinks([{ contact, payment }])),
        await tokens.unsubscribeOf(contact),
        (await tokens.issueFor('invitation', contact, 'eleni@example.com')).token,
        (await tokens.issueFor('password-reset', contact, 'eleni@example.com')).token,
      ] as string[];
    },
    { contact: office.eleni.contact, payment: mine.documentId },
  );
  return { ...office, mine, theirs, theirReceipt: body.data.documentId, secrets };
};
