import { api } from './api';

const profileApi = api.enhanceEndpoints({ addTagTypes: ['Me'] }).injectEndpoints({
  endpoints: (build) => ({
    /**
     * The administrator's own interface language, as the profile page sets it; the admin changes over at once, and so do the
     * holidays, which the server names in it.
     */
    paymentsChooseLanguage: build.mutation<unknown, string>({
      query: (preferedLanguage) => ({ url: '/admin/users/me', method: 'PUT', data: { preferedLanguage } }),
      invalidatesTags: ['Me', 'PaymentsPayment', 'PaymentsCalendar', 'PaymentsClosedDay', 'PaymentsSeries'],
    }),
  }),
});

export const { usePaymentsChooseLanguageMutation: useChooseLanguageMutation } = profileApi;
