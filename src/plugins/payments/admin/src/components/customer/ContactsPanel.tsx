import { Flex, Typography } from '@strapi/design-system';
import type { ContactValue, CustomerValue } from '../../../../contracts/customer';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { ContactBadges } from '../directory/ContactBadges';
import { InviteButton } from '../directory/InviteButton';
import { Section, SectionRow } from '../today/Section';

const Contact = ({ contact }: { contact: ContactValue }) => {
  const t = useT();
  const format = useFormat();
  const { name, email, lastSignInAt } = contact;
  return (
    <SectionRow actions={<InviteButton contact={contact} />}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="semiBold">{name}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {email ?? t('customers.noEmail')}
        </Typography>
        <ContactBadges contact={contact} />
        {lastSignInAt && (
          <Typography variant="pi" textColor="neutral600">
            {`${t('column.lastSignIn')}: ${format.instant(lastSignInAt)}`}
          </Typography>
        )}
      </Flex>
    </SectionRow>
  );
};

/** Who acts for the customer, and whether they can sign in. */
export const ContactsPanel = ({ customer: { contacts } }: { customer: CustomerValue }) => {
  const t = useT();
  return (
    <Section title={t('customer.contacts')} total={contacts.length} shown={contacts.length} empty={t('contact.none')}>
      {contacts.map((contact) => (
        <Contact key={contact.documentId} contact={contact} />
      ))}
    </Section>
  );
};
