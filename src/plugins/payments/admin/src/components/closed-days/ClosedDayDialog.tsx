import { Grid } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { DayField } from '../fields/DayField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import type { Opened } from './closedDayDraft';
import { useClosedDayForm } from './useClosedDayForm';

interface ClosedDayDialogProps {
  opened: Opened;
  onSaved: () => void;
  onClose: () => void;
}

const titleOf = (opened: Opened) => {
  if (opened === 'new') return 'closedDays.new' as const;
  if (opened.own) return 'closedDays.change' as const;
  return opened.kind === 'expected' ? ('closedDays.decree' as const) : ('closedDays.remove' as const);
};

/** A day that the office closes, or a public holiday that it does not keep. */
export const ClosedDayDialog = ({ opened, onSaved, onClose }: ClosedDayDialogProps) => {
  const t = useT();
  const form = useClosedDayForm(opened, onSaved);
  const { draft, change, save } = form;
  return (
    <FormDialog
      title={t(titleOf(opened))}
      submit={t('action.save')}
      busy={save.busy}
      failure={save.failure}
      currency={form.currency}
      onDismissFailure={save.dismiss}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <SelectField
            name="effect"
            label={t('closedDays.effect')}
            value={draft.effect}
            onChange={(effect) => change({ effect })}
            options={(['add', 'remove'] as const).map((value) => ({ value, label: t(`closedDays.effect.${value}`) }))}
          />
        </Cell>
        <Cell col={6}>
          <DayField
            name="date"
            label={t('field.date')}
            required
            value={draft.date}
            problem={form.problemOf('date')}
            onChange={(date) => change({ date })}
          />
        </Cell>
        <Cell col={12}>
          <TextField
            name="name"
            label={t('closedDays.name')}
            hint={t('closedDays.name.hint')}
            required
            maxLength={200}
            value={draft.name}
            error={form.errorOf('name')}
            onChange={(name) => change({ name })}
          />
        </Cell>
        <Cell col={12}>
          <TextField
            name="reference"
            label={t('closedDays.reference')}
            hint={t('closedDays.reference.hint')}
            maxLength={200}
            value={draft.reference}
            error={form.errorOf('reference')}
            onChange={(reference) => change({ reference })}
          />
        </Cell>
      </Grid.Root>
    </FormDialog>
  );
};
