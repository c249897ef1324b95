import type { Core } from '@strapi/strapi';

/** The office of the guides' pictures: a day that never changes, mail that goes when the script says so, one address everywhere. */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  payments: {
    config: {
      testClock: true,
      tick: false,
      publicUrl: 'https://office.example.com',
      privateFolder: env('PRIVATE_FOLDER'),
    },
  },
});
