import { Grid } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { SelectField } from '../fields/SelectField';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import type { SettingsForm } from './useSettingsForm';

const YEARS = [1, 2, 3, 5, 6, 10, 20];

/** How long mails and history are kept. */
export const RetentionPanel = ({ form }: { form: SettingsForm }) => {
  const t = useT();
  const { draft, change, errorOf } = form;
  const choice = (field: 'keepNoticesMonths' | 'keepEventsMonths') => {
    const months = draft[field];
    // What a script set stays a choice.
    const odd = months !== null && !YEARS.includes(months / 12);
    return (
      <SelectField
        name={field}
        label={t(`settings.${field}`)}
        hint={t(`settings.${field}.hint`)}
        value={months === null ? '' : String(months)}
        options={[
          { value: '', label: t('settings.keepForever') },
          ...(odd ? [{ value: String(months), label: t('settings.keepMonths', { count: months }) }] : []),
          ...YEARS.map((years) => ({ value: String(years * 12), label: t('settings.keepYears', { count: years }) })),
        ]}
        error={errorOf(field)}
        onChange={(value) => change({ [field]: value === '' ? null : Number(value) })}
      />
    );
  };
  return (
    <Panel title={t('settings.retention')}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>{choice('keepNoticesMonths')}</Cell>
        <Cell col={6}>{choice('keepEventsMonths')}</Cell>
      </Grid.Root>
    </Panel>
  );
};
