import { Grid } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { ConventionField } from '../create/ConventionField';
import { LadderField } from '../fields/LadderField';
import { ladderText } from '../fields/ladder';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import type { InstitutionForm } from './useInstitutionForm';

/** How its due dates move, how long a transfer takes, and when its debtors are reminded. */
export const InstitutionDates = ({ form }: { form: InstitutionForm }) => {
  const t = useT();
  const { draft, change, office } = form;
  return (
    <Grid.Root gap={4} gridCols={12}>
      <Cell col={6}>
        <ConventionField
          value={draft.convention}
          fallback={office.convention}
          onChange={(convention) => change({ convention })}
        />
      </Cell>
      <Cell col={6}>
        <TextField
          name="bankDays"
          label={t('institution.bankDays')}
          hint={t('institution.bankDays.hint')}
          inputMode="numeric"
          value={draft.bankDays}
          error={form.errorOf('bankDays')}
          onChange={(bankDays) => change({ bankDays })}
        />
      </Cell>
      <Cell col={6}>
        <SelectField
          name="ownLadder"
          label={t('institution.reminders')}
          value={draft.ownLadder ? 'own' : 'office'}
          onChange={(whose) => change({ ownLadder: whose === 'own' })}
          options={[
            { value: 'office', label: t('institution.reminders.office', { ladder: ladderText(office.ladder) || '—' }) },
            { value: 'own', label: t('institution.reminders.own') },
          ]}
        />
      </Cell>
      {draft.ownLadder && (
        <Cell col={6}>
          <LadderField
            label={t('settings.ladder')}
            value={draft.ladder}
            problem={form.problemOf('ladder')}
            onChange={(ladder) => change({ ladder })}
          />
        </Cell>
      )}
    </Grid.Root>
  );
};
