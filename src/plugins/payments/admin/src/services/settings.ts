import type { AnswerOf, BodyInputOf } from '../../../contracts/route';
import type {
  getHostConfiguration,
  getSettings,
  HolidayCountry,
  HostConfiguration,
  listHolidayCountries,
  updateSettings,
} from '../../../contracts/settings';
import { API } from '../constants';
import { api } from './api';

export type OfficeSettings = AnswerOf<typeof getSettings>['data'];
export type UpdateSettingsBody = BodyInputOf<typeof updateSettings>;

const settingsApi = api.injectEndpoints({
  endpoints: (build) => ({
    paymentsSettings: build.query<OfficeSettings, void>({
      query: () => ({ url: `${API}/settings`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getSettings>) => answer.data,
      providesTags: ['PaymentsSettings'],
    }),
    paymentsUpdateSettings: build.mutation<OfficeSettings, UpdateSettingsBody>({
      query: (data) => ({ url: `${API}/settings`, method: 'PUT', data }),
      transformResponse: (answer: AnswerOf<typeof updateSettings>) => answer.data,
      // closed days, names of holidays and what is approaching follow from the settings
      invalidatesTags: ['PaymentsSettings', 'PaymentsClosedDay', 'PaymentsCalendar', 'PaymentsPayment'],
    }),
    paymentsHolidayCountries: build.query<readonly HolidayCountry[], string>({
      query: (language) => ({ url: `${API}/settings/countries`, method: 'GET', config: { params: { language } } }),
      transformResponse: (answer: AnswerOf<typeof listHolidayCountries>) => answer.data,
    }),
    paymentsHostConfiguration: build.query<HostConfiguration, void>({
      query: () => ({ url: `${API}/settings/host`, method: 'GET' }),
      transformResponse: (answer: AnswerOf<typeof getHostConfiguration>) => answer.data,
    }),
  }),
});

export const {
  usePaymentsSettingsQuery: useGetSettingsQuery,
  usePaymentsUpdateSettingsMutation: useUpdateSettingsMutation,
  usePaymentsHolidayCountriesQuery: useHolidayCountriesQuery,
  usePaymentsHostConfigurationQuery: useHostConfigurationQuery,
} = settingsApi;
