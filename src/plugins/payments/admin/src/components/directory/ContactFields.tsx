import { Box, Flex, Grid, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import type { ContactDraft } from './customerDraft';

interface ContactFieldsProps {
  contact: ContactDraft;
  number: number;
  errorOf: (field: string) => string | undefined;
  onChange: (change: Partial<ContactDraft>) => void;
  onRemove: () => void;
}

/** A person who acts for the customer. */
export const ContactFields = ({ contact, number, errorOf, onChange, onRemove }: ContactFieldsProps) => {
  const t = useT();
  return (
    <Box tag="li" borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between">
          <Typography fontWeight="semiBold">{t('contact.title', { number })}</Typography>
          <IconButton label={t('contact.remove', { number })} variant="ghost" onClick={onRemove}>
            <Trash />
          </IconButton>
        </Flex>
        <Grid.Root gap={4} gridCols={12}>
          <Cell col={6}>
            <TextField
              name={`contacts.${number}.name`}
              label={t('contact.name')}
              hint={t('contact.name.hint')}
              value={contact.name}
              error={errorOf('name')}
              onChange={(name) => onChange({ name })}
            />
          </Cell>
          <Cell col={6}>
            <TextField
              name={`contacts.${number}.email`}
              label={t('contact.email')}
              hint={t('contact.email.hint')}
              type="email"
              value={contact.email}
              error={errorOf('email')}
              onChange={(email) => onChange({ email })}
            />
          </Cell>
        </Grid.Root>
        <Flex gap={5} wrap="wrap">
          <CheckField
            name={`contacts.${number}.notices`}
            label={t('contact.notices')}
            checked={contact.receivesNotices}
            onChange={(receivesNotices) => onChange({ receivesNotices })}
          />
          <CheckField
            name={`contacts.${number}.reminders`}
            label={t('contact.reminders')}
            checked={contact.receivesReminders}
            onChange={(receivesReminders) => onChange({ receivesReminders })}
          />
        </Flex>
      </Flex>
    </Box>
  );
};
