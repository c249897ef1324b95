import { Grid } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useT } from '../../intl/useT';
import { CONVENTIONS } from '../../plan/draft';
import { useHolidayCountriesQuery } from '../../services/settings';
import { ChecksField } from '../fields/ChecksField';
import { ChoiceField } from '../fields/ChoiceField';
import { SelectField } from '../fields/SelectField';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import { weekdays } from './places';
import { withCountry } from './settingsDraft';
import type { SettingsForm } from './useSettingsForm';

const HOLIDAY_TYPES = ['public', 'bank', 'school', 'optional', 'observance'] as const;

/** Which days are closed, and where a due date goes that falls on one. */
export const CalendarPanel = ({ form }: { form: SettingsForm }) => {
  const t = useT();
  const { locale: language } = useIntl();
  const { data: countries = [] } = useHolidayCountriesQuery(language.slice(0, 2));
  const { draft, change, errorOf } = form;
  const regions = countries.find(({ code }) => code === draft.country)?.regions ?? [];

  return (
    <Panel title={t('settings.calendar')}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <ChoiceField
            name="country"
            label={t('settings.country')}
            hint={t('settings.country.hint')}
            required
            value={draft.country}
            options={countries.map(({ code, name }) => ({ value: code, label: name }))}
            error={errorOf('country')}
            onChange={(country) => country !== draft.country && change(withCountry(country))}
          />
        </Cell>
        <Cell col={6}>
          <ChoiceField
            name="region"
            label={t('settings.region')}
            hint={t(regions.length > 0 ? 'settings.region.hint' : 'settings.region.none')}
            value={draft.region}
            disabled={regions.length === 0}
            options={[
              { value: '', label: t('settings.region.whole') },
              ...regions.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
            ]}
            error={errorOf('region')}
            onChange={(region) => change({ region })}
          />
        </Cell>
        <Cell col={6}>
          <ChecksField
            name="weekend"
            label={t('settings.weekend')}
            hint={t('settings.weekend.hint')}
            values={draft.weekend}
            options={weekdays(language)}
            error={errorOf('weekend')}
            onChange={(weekend) => change({ weekend })}
          />
        </Cell>
        <Cell col={6}>
          <ChecksField
            name="holidayTypes"
            label={t('settings.holidayTypes')}
            hint={t('settings.holidayTypes.hint')}
            values={draft.holidayTypes}
            options={HOLIDAY_TYPES.map((value) => ({ value, label: t(`settings.holidayType.${value}`) }))}
            error={errorOf('holidayTypes')}
            onChange={(holidayTypes) => change({ holidayTypes })}
          />
        </Cell>
        <Cell col={6}>
          <SelectField
            name="convention"
            label={t('field.convention')}
            hint={t('settings.convention.hint')}
            value={draft.convention}
            options={CONVENTIONS.map((value) => ({ value, label: t(`convention.${value}`) }))}
            error={errorOf('convention')}
            onChange={(convention) => change({ convention })}
          />
        </Cell>
      </Grid.Root>
    </Panel>
  );
};
