import { Grid } from '@strapi/design-system';
import { useOffice } from '../../hooks/useOffice';
import { useT } from '../../intl/useT';
import { AmountField } from '../fields/AmountField';
import { CustomerField } from '../fields/CustomerField';
import { DayField } from '../fields/DayField';
import { InstitutionField } from '../fields/InstitutionField';
import { SelectField } from '../fields/SelectField';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import type { NamedFilters, PaymentsUrl } from './usePaymentsList';
import { useFiltersForm } from './useFiltersForm';

interface FiltersDialogProps {
  url: PaymentsUrl;
  named: NamedFilters;
  onApply: (filters: Partial<PaymentsUrl>) => void;
  onClose: () => void;
}

/** Everything that narrows the list besides its search and state. */
export const FiltersDialog = ({ url, named, onApply, onClose }: FiltersDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const form = useFiltersForm(url, named, onApply);
  const { draft, change } = form;

  return (
    <FormDialog
      title={t('filters.title')}
      submit={t('filters.apply')}
      busy={false}
      failure={null}
      currency={currency}
      onDismissFailure={() => undefined}
      onSubmit={form.apply}
      onClose={onClose}
    >
      <CustomerField value={draft.customer} onChange={(customer) => change({ customer })} />
      <InstitutionField value={draft.institution} onChange={(institution) => change({ institution })} />
      <SelectField
        name="responsible"
        label={t('field.responsible')}
        value={draft.responsible}
        options={[
          { value: '', label: t('filters.anybody') },
          ...named.staff.map(({ documentId, name }) => ({ value: documentId, label: name })),
        ]}
        onChange={(responsible) => change({ responsible })}
      />
      <Grid.Root gap={4} gridCols={12}>
        {(['from', 'to'] as const).map((end) => (
          <Cell key={end} col={6}>
            <DayField
              name={end}
              label={t(`filters.${end}`)}
              value={draft[end]}
              onChange={(text) => change({ [end]: text })}
            />
          </Cell>
        ))}
        {(['least', 'most'] as const).map((end) => (
          <Cell key={end} col={6}>
            <AmountField
              name={end}
              label={t(`filters.${end}`)}
              currency={currency}
              value={draft[end]}
              onChange={(text) => change({ [end]: text })}
            />
          </Cell>
        ))}
      </Grid.Root>
    </FormDialog>
  );
};
