import { Button, Flex, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { ContactValue, CustomerValue } from '../../../../contracts/customer';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { useInviteContactMutation } from '../../services/customers';
import { failureOf } from '../../services/failure';
import { ToneBadge } from '../shared/ToneBadge';
import { Section, SectionRow } from '../today/Section';

const Contact = ({ contact }: { contact: ContactValue }) => {
  const t = useT();
  const allowed = useAllowed();
  const { toggleNotification } = useNotification();
  const [invite, { isLoading }] = useInviteContactMutation();
  const { documentId, name, email, hasLogin } = contact;

  const send = () =>
    invite(documentId)
      .unwrap()
      .then(() => toggleNotification({ type: 'success', message: t('invite.done', { email: email ?? '' }) }))
      .catch((error: unknown) =>
        toggleNotification({ type: 'danger', message: failureOf(error).message || t('save.unreachable') }),
      );

  return (
    <SectionRow
      actions={
        allowed('send') &&
        email && (
          <Button
            size="S"
            variant="secondary"
            startIcon={<Mail />}
            loading={isLoading}
            aria-label={t('invite.label', { name })}
            onClick={() => void send()}
          >
            {t(hasLogin ? 'invite.again' : 'invite.action')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="semiBold">{name}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {email ?? t('customers.noEmail')}
        </Typography>
        <Flex gap={1} wrap="wrap">
          <ToneBadge tone={hasLogin ? 'success' : 'neutral'}>
            {t(hasLogin ? 'contact.hasLogin' : 'contact.noLogin')}
          </ToneBadge>
          {!contact.receivesNotices && <ToneBadge tone="neutral">{t('contact.noNotices')}</ToneBadge>}
          {!contact.receivesReminders && <ToneBadge tone="neutral">{t('contact.noReminders')}</ToneBadge>}
          {contact.undeliverableSince && <ToneBadge tone="danger">{t('customers.undeliverable')}</ToneBadge>}
        </Flex>
      </Flex>
    </SectionRow>
  );
};

/** Who acts for the customer, and whether they can sign in. */
export const ContactsPanel = ({ customer: { contacts } }: { customer: CustomerValue }) => {
  const t = useT();
  if (contacts.length === 0)
    return (
      <Section title={t('customer.contacts')} total={1} shown={1}>
        <SectionRow actions={null}>
          <Typography textColor="neutral600">{t('contact.none')}</Typography>
        </SectionRow>
      </Section>
    );
  return (
    <Section title={t('customer.contacts')} total={contacts.length} shown={contacts.length}>
      {contacts.map((contact) => (
        <Contact key={contact.documentId} contact={contact} />
      ))}
    </Section>
  );
};
