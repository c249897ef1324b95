import { IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useT } from '../../intl/useT';

/** Copies a payment code as it is stored: without the spaces that are for the eye. */
export const CopyButton = ({ value }: { value: string }) => {
  const t = useT();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  return (
    <IconButton
      label={t('action.copyCode')}
      variant="ghost"
      size="XS"
      onClick={async (event) => {
        event.stopPropagation();
        if (await copy(value)) toggleNotification({ type: 'success', message: t('copied') });
      }}
    >
      <Duplicate />
    </IconButton>
  );
};
