import { Box, Flex, Grid, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { ContactWithCustomers } from '../../../../contracts/customer';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { CustomerField } from '../fields/CustomerField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import { useContactForm } from './useContactForm';

interface ContactDialogProps {
  /** Absent for a new one. */
  contact?: ContactWithCustomers;
  onClose: () => void;
}

type Form = ReturnType<typeof useContactForm>;

/** Whom the contact acts for: one by one, each found by a search. */
const ActsFor = ({ form }: { form: Form }) => {
  const t = useT();
  const { customers } = form.draft;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <CustomerField
        label={t(customers.length === 0 ? 'contact.customers' : 'contact.addCustomer')}
        value={null}
        error={form.problemAt('customers') && t('contact.customers.required')}
        onChange={form.addCustomer}
      />
      {customers.length > 0 && (
        <Flex gap={2} wrap="wrap" role="group" aria-label={t('contact.customers')}>
          {customers.map(({ documentId, name }) => (
            <Tag
              key={documentId}
              icon={<Cross aria-hidden />}
              label={t('contact.removeCustomer', { name })}
              onClick={() => form.removeCustomer(documentId)}
            >
              {name}
            </Tag>
          ))}
        </Flex>
      )}
    </Flex>
  );
};

/** A person who acts for one customer or several. */
export const ContactDialog = ({ contact, onClose }: ContactDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const problemText = useProblemText();
  const form = useContactForm(contact, onClose);
  const { draft, change, save } = form;
  const errorOf = (path: string) => {
    const problem = form.problemAt(path);
    return problem && problemText(problem, currency);
  };

  return (
    <FormDialog
      title={t(contact ? 'contact.edit' : 'contact.new')}
      submit={t('action.save')}
      busy={save.busy}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <TextField
            name="name"
            label={t('contact.name')}
            required
            maxLength={200}
            value={draft.name}
            error={errorOf('name')}
            onChange={(name) => change({ name })}
          />
        </Cell>
        <Cell col={6}>
          <TextField
            name="email"
            label={t('contact.email')}
            hint={t('contact.email.hint')}
            type="email"
            value={draft.email}
            error={errorOf('email')}
            onChange={(email) => change({ email })}
          />
        </Cell>
        <Cell col={6}>
          <SelectField
            name="language"
            label={t('customer.language')}
            value={draft.language}
            onChange={(language) => change({ language })}
            options={[
              { value: '', label: t('contact.language.default') },
              { value: 'el', label: t('language.el') },
              { value: 'en', label: t('language.en') },
            ]}
          />
        </Cell>
      </Grid.Root>
      <Flex gap={5} wrap="wrap">
        <CheckField
          name="receivesNotices"
          label={t('contact.notices')}
          checked={draft.receivesNotices}
          onChange={(receivesNotices) => change({ receivesNotices })}
        />
        <CheckField
          name="receivesReminders"
          label={t('contact.reminders')}
          checked={draft.receivesReminders}
          onChange={(receivesReminders) => change({ receivesReminders })}
        />
      </Flex>
      <ActsFor form={form} />
      {contact?.undeliverableSince && (
        <Box background="danger100" padding={3} hasRadius>
          <Typography>{t('contact.undeliverable.hint')}</Typography>
        </Box>
      )}
    </FormDialog>
  );
};
