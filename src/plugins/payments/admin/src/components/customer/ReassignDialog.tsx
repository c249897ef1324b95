import { useState } from 'react';
import type { CustomerValue } from '../../../../contracts/customer';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useListStaffQuery, useReassignCustomerMutation } from '../../services/customers';
import { CheckField } from '../fields/CheckField';
import { SelectField } from '../fields/SelectField';
import { FormDialog } from '../shared/FormDialog';

interface ReassignDialogProps {
  customer: CustomerValue;
  onClose: () => void;
}

/** Who answers for a customer from now on, or for all customers of a colleague who leaves. */
export const ReassignDialog = ({ customer, onClose }: ReassignDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const { data: staff = [] } = useListStaffQuery();
  const [reassign] = useReassignCustomerMutation();
  const save = useSave<unknown>();
  const before = customer.responsible;
  const [responsible, setResponsible] = useState(before?.documentId ?? '');
  const [all, setAll] = useState(false);
  const options = [
    { value: '', label: t('reassign.nobody') },
    ...staff.map(({ documentId, name }) => ({ value: documentId, label: name })),
  ];
  return (
    <FormDialog
      title={t('reassign.title', { name: customer.name })}
      submit={t('action.save')}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() =>
        void save.run(
          () =>
            reassign({
              documentId: customer.documentId,
              body: { responsible: responsible || null, all: all && before !== null },
            }).unwrap(),
          onClose,
        )
      }
      onClose={onClose}
    >
      <SelectField
        name="responsible"
        label={t('field.responsible')}
        hint={t('reassign.hint')}
        value={responsible}
        options={options}
        onChange={setResponsible}
      />
      {before && (
        <CheckField name="all" label={t('reassign.all', { name: before.name })} checked={all} onChange={setAll} />
      )}
    </FormDialog>
  );
};
