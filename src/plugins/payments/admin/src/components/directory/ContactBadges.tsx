import { Flex } from '@strapi/design-system';
import type { ContactValue } from '../../../../contracts/customer';
import { useT } from '../../intl/useT';
import { ToneBadge } from '../shared/ToneBadge';

/** What staff must know before they count on a contact: whether mail arrives, and what the contact wants. */
export const ContactBadges = ({ contact }: { contact: ContactValue }) => {
  const t = useT();
  const { email, hasLogin, receivesNotices, receivesReminders, undeliverableSince } = contact;
  return (
    <Flex gap={1} wrap="wrap">
      <ToneBadge tone={hasLogin ? 'success' : 'neutral'}>
        {t(hasLogin ? 'contact.hasLogin' : 'contact.noLogin')}
      </ToneBadge>
      {!email && <ToneBadge tone="warning">{t('contact.noEmail')}</ToneBadge>}
      {!receivesNotices && <ToneBadge tone="warning">{t('contact.noNotices')}</ToneBadge>}
      {!receivesReminders && <ToneBadge tone="warning">{t('contact.noReminders')}</ToneBadge>}
      {undeliverableSince && <ToneBadge tone="danger">{t('customers.undeliverable')}</ToneBadge>}
    </Flex>
  );
};
