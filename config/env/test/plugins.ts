import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  payments: {
    config: {
      testClock: true,
      delivery: env('TEST_DELIVERY', 'at-most-once'),
      privateFolder: env('TEST_PRIVATE_FOLDER', 'private-uploads'),
      ...env.json('TEST_PAYMENTS_CONFIG', {}),
    },
  },
  // A suite signs in far more often than a person does; tests of the limit set their own.
  'users-permissions': { config: { ratelimit: { max: 10_000 } } },
});
