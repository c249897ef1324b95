import type { AnswerOf } from '../../../contracts/route';
import type { getSettings } from '../../../contracts/settings';
import { API } from '../constants';
import { api } from './api';

export type OfficeSettings = AnswerOf<typeof getSettings>['data'];

const settingsApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsSettings: build.query<OfficeSettings, void>({
      query: () => ({ url: `${API}/settings`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getSettings>) => answer.data,
      providesTags: ['PaymentsSettings'],
    }),
  }),
});

export const { usePaymentsSettingsQuery: useGetSettingsQuery } = settingsApi;
