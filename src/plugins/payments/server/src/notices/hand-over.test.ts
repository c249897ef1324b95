import type { Core } from '@strapi/types';
import { handOver } from './hand-over';
import type { Envelope } from './hand-over';

const envelope: Envelope = {
  messageId: '<1@example.com>',
  recipient: 'eleni@example.com',
  recipientName: 'Papadaki, Eleni',
  language: 'el',
  subject: 'Subject',
  html: '<p>Text</p>',
  text: 'Text',
  replyTo: null,
  unsubscribeUrl: null,
  secrets: [],
};

/** A Strapi whose Email plugin hands to this provider, and what the provider was given. */
const hostWith = (provider: string) => {
  const given: Record<string, unknown>[] = [];
  const send = (options: Record<string, unknown>) => Promise.resolve(void given.push(options));
  const strapi = { config: { get: () => provider }, plugin: () => ({ provider: { send } }) };
  return { strapi: strapi as unknown as Core.Strapi, given };
};

it.each(['sendmail', '@strapi/provider-email-sendgrid', 'a-provider-of-their-own'])(
  "%s gets what Strapi's interface says: one address and a body, as strings",
  async (provider) => {
    const { strapi, given } = hostWith(provider);
    expect(await handOver(strapi, envelope)).toEqual({ kind: 'sent' });
    expect(given).toEqual([expect.objectContaining({ to: 'eleni@example.com', html: '<p>Text</p>', text: 'Text' })]);
  },
);

it('nodemailer gets the name apart from the address, so that a comma in it makes no second one', async () => {
  const { strapi, given } = hostWith('@strapi/provider-email-nodemailer');
  await handOver(strapi, envelope);
  expect(given[0]?.to).toEqual({ name: 'Papadaki, Eleni', address: 'eleni@example.com' });
});
