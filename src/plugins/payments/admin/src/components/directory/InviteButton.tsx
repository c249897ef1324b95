import { Button } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { ContactValue } from '../../../../contracts/customer';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { useInviteContactMutation } from '../../services/customers';
import { failureOf } from '../../services/failure';

/** Mails the link to a first password; nothing where there is no address, or the role may not send. */
export const InviteButton = ({ contact }: { contact: ContactValue }) => {
  const t = useT();
  const allowed = useAllowed();
  const { toggleNotification } = useNotification();
  const [invite, { isLoading }] = useInviteContactMutation();
  const { documentId, name, email, hasLogin } = contact;
  if (!email || !allowed('send')) return null;

  const send = () =>
    invite(documentId)
      .unwrap()
      .then(() => toggleNotification({ type: 'success', message: t('invite.done', { email }) }))
      .catch((error: unknown) =>
        toggleNotification({ type: 'danger', message: failureOf(error).message || t('save.unreachable') }),
      );

  return (
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
  );
};
