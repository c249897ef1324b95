import { adminApi } from '@strapi/strapi/admin';

/**
 * The admin's one cache with the plugin's tags. An edit of a payment invalidates `Payment` lists and the calendar; the
 * page itself gets the answer of the edit at once, see `payment-edits.ts`.
 *
 * Endpoints of all plugins share this cache and one of a name that exists already is left out without a word (`getSettings`
 * is the upload plugin's): ours begin with `payments`, their hooks have the plain names.
 */
export const api = adminApi.enhanceEndpoints({
  addTagTypes: [
    'PaymentsPayment',
    'PaymentsCalendar',
    'PaymentsCustomer',
    'PaymentsInstitution',
    'PaymentsSettings',
    'PaymentsClosedDay',
    'PaymentsClosure',
    'PaymentsSeries',
    'PaymentsExtension',
    'PaymentsImport',
  ],
});

/** The id of a list's tag, apart from those of single documents. */
export const LIST = 'LIST';
