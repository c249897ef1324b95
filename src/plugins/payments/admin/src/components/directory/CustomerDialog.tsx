import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { CustomerValue } from '../../../../contracts/customer';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import { ContactFields } from './ContactFields';
import { useCustomerForm } from './useCustomerForm';

interface CustomerDialogProps {
  /** Absent for a new one. */
  customer?: CustomerValue;
  onSaved: (customer: CustomerValue) => void;
  onClose: () => void;
}

/** A customer with the contacts: a new one from the create form, or the edit of one from the list. */
export const CustomerDialog = ({ customer, onSaved, onClose }: CustomerDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const problemText = useProblemText();
  const form = useCustomerForm(customer, onSaved);
  const { draft, change, save } = form;
  const errorOf = (path: string) => {
    const problem = form.problemAt(path);
    return problem && problemText(problem, currency);
  };

  return (
    <FormDialog
      title={customer ? t('customer.edit') : t('customer.new')}
      submit={customer ? t('action.save') : t('customer.create')}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('customer.name')}
        required
        maxLength={200}
        value={draft.name}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
      />
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={4}>
          <TextField
            name="taxNumber"
            label={t('customer.taxNumber')}
            value={draft.taxNumber}
            error={errorOf('taxNumber')}
            onChange={(taxNumber) => change({ taxNumber })}
          />
        </Cell>
        <Cell col={4}>
          <TextField
            name="phone"
            label={t('customer.phone')}
            type="tel"
            value={draft.phone}
            error={errorOf('phone')}
            onChange={(phone) => change({ phone })}
          />
        </Cell>
        <Cell col={4}>
          <SelectField
            name="language"
            label={t('customer.language')}
            value={draft.language}
            onChange={(language) => change({ language })}
            options={[
              { value: '', label: t('language.default') },
              { value: 'el', label: t('language.el') },
              { value: 'en', label: t('language.en') },
            ]}
          />
        </Cell>
      </Grid.Root>
      <Flex justifyContent="space-between">
        <Typography variant="delta" tag="h3">
          {t('customer.contacts')}
        </Typography>
        <Button type="button" variant="secondary" size="S" startIcon={<Plus />} onClick={form.addContact}>
          {t('contact.add')}
        </Button>
      </Flex>
      {draft.contacts.length === 0 && <Typography textColor="neutral600">{t('contact.none')}</Typography>}
      <Box tag="ul">
        <Flex direction="column" alignItems="stretch" gap={3}>
          {draft.contacts.map((contact, index) => (
            <ContactFields
              key={contact.key}
              contact={contact}
              number={index + 1}
              errorOf={(field) => errorOf(`contacts.${index}.${field}`)}
              onChange={(next) => form.changeContact(contact.key, next)}
              onRemove={() => form.removeContact(contact.key)}
            />
          ))}
        </Flex>
      </Box>
    </FormDialog>
  );
};
