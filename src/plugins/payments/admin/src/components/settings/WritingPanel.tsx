import { Grid } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CurrencyCode } from '../../../../domain/money';
import { useT } from '../../intl/useT';
import { ChoiceField } from '../fields/ChoiceField';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import { currencies, locales, timeZones } from './places';
import type { SettingsForm } from './useSettingsForm';

/** How amounts, dates and hours are written and read. */
export const WritingPanel = ({ form }: { form: SettingsForm }) => {
  const t = useT();
  const { locale: language } = useIntl();
  const { draft, change, errorOf } = form;
  return (
    <Panel title={t('settings.writing')}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <ChoiceField
            name="locale"
            label={t('settings.locale')}
            hint={t('settings.locale.hint')}
            required
            value={draft.locale}
            options={locales(language, draft.locale)}
            error={errorOf('locale')}
            onChange={(locale) => change({ locale })}
          />
        </Cell>
        <Cell col={6}>
          <ChoiceField
            name="timeZone"
            label={t('settings.timeZone')}
            hint={t('settings.timeZone.hint')}
            required
            value={draft.timeZone}
            options={timeZones(draft.timeZone)}
            error={errorOf('timeZone')}
            onChange={(timeZone) => change({ timeZone })}
          />
        </Cell>
        <Cell col={6}>
          <ChoiceField
            name="currency"
            label={t('field.currency')}
            hint={t('settings.currency.hint')}
            required
            value={draft.currency}
            options={currencies(language)}
            error={errorOf('currency')}
            onChange={(currency) => change({ currency: currency as CurrencyCode })}
          />
        </Cell>
      </Grid.Root>
    </Panel>
  );
};
