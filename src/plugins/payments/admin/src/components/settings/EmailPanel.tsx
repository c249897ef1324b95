import { Grid } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { LadderField } from '../fields/LadderField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import type { SettingsForm } from './useSettingsForm';

/** No mail goes between 21:00 and 8:00. */
const HOURS = Array.from({ length: 13 }, (_, index) => index + 8);

/** When customers are reminded and told. */
export const EmailPanel = ({ form }: { form: SettingsForm }) => {
  const t = useT();
  const { draft, change, errorOf, problemOf } = form;
  const number = (field: 'editWindowMinutes' | 'approachingDays', label: string, hint: string) => (
    <TextField
      name={field}
      label={label}
      hint={hint}
      inputMode="numeric"
      value={draft[field]}
      error={errorOf(field)}
      onChange={(value) => change({ [field]: value })}
    />
  );
  return (
    <Panel title={t('settings.email')}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={8}>
          <LadderField
            label={t('settings.ladder')}
            value={draft.ladder}
            problem={problemOf('ladder')}
            onChange={(ladder) => change({ ladder })}
          />
        </Cell>
        <Cell col={4}>
          <SelectField
            name="reminderHour"
            label={t('settings.reminderHour')}
            hint={t('settings.reminderHour.hint')}
            value={String(draft.reminderHour)}
            options={HOURS.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
            error={errorOf('reminderHour')}
            onChange={(hour) => change({ reminderHour: Number(hour) })}
          />
        </Cell>
        <Cell col={4}>{number('editWindowMinutes', t('settings.editWindow'), t('settings.editWindow.hint'))}</Cell>
        <Cell col={4}>{number('approachingDays', t('settings.approaching'), t('settings.approaching.hint'))}</Cell>
        <Cell col={12}>
          <CheckField
            name="sendEmailOnCreate"
            label={t('settings.sendEmailOnCreate')}
            checked={draft.sendEmailOnCreate}
            onChange={(sendEmailOnCreate) => change({ sendEmailOnCreate })}
          />
        </Cell>
      </Grid.Root>
    </Panel>
  );
};
