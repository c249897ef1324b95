import { Grid } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { ChecksField } from '../fields/ChecksField';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import { withDefaultLanguage, withLanguages } from './settingsDraft';
import type { SettingsForm } from './useSettingsForm';

const LANGUAGES = ['el', 'en'] as const;

/** Who writes to customers, and in which languages. */
export const OfficePanel = ({ form }: { form: SettingsForm }) => {
  const t = useT();
  const { draft, change, errorOf } = form;
  const languageOptions = LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }));
  return (
    <Panel title={t('settings.office')}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <TextField
            name="officeName"
            label={t('settings.officeName')}
            hint={t('settings.officeName.hint')}
            required
            maxLength={200}
            value={draft.officeName}
            error={errorOf('officeName')}
            onChange={(officeName) => change({ officeName })}
          />
        </Cell>
        <Cell col={6}>
          <TextField
            name="replyTo"
            label={t('settings.replyTo')}
            hint={t('settings.replyTo.hint')}
            type="email"
            maxLength={254}
            value={draft.replyTo}
            error={errorOf('replyTo')}
            onChange={(replyTo) => change({ replyTo })}
          />
        </Cell>
        <Cell col={6}>
          <ChecksField
            name="languages"
            label={t('settings.languages')}
            hint={t('settings.languages.hint')}
            values={draft.languages}
            options={languageOptions}
            error={errorOf('languages')}
            onChange={(spoken) => change({ languages: withLanguages(draft.languages, spoken) })}
          />
        </Cell>
        {draft.languages.length > 1 && (
          <Cell col={6}>
            <SelectField
              name="defaultLanguage"
              label={t('settings.defaultLanguage')}
              value={draft.languages[0] ?? 'el'}
              options={languageOptions}
              onChange={(first) => change({ languages: withDefaultLanguage(draft.languages, first) })}
            />
          </Cell>
        )}
      </Grid.Root>
    </Panel>
  );
};
