import type { ReactNode } from 'react';
import { Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useT } from '../../intl/useT';

/** In place of a list's rows while there is nothing to show. */
export const ListLoading = () => {
  const t = useT();
  return (
    <Flex justifyContent="center" padding={11} background="neutral0" hasRadius shadow="tableShadow" minHeight="40rem">
      <Loader>{t('loading')}</Loader>
    </Flex>
  );
};

export const ListError = ({ onRetry }: { onRetry: () => void }) => {
  const t = useT();
  return (
    <EmptyStateLayout
      hasRadius
      shadow="tableShadow"
      icon={<WarningCircle width="8rem" height="8rem" />}
      content={t('list.error')}
      action={
        <Button variant="secondary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      }
    />
  );
};

/** Says what to do next. */
export const ListEmpty = ({ text, action }: { text: string; action?: ReactNode }) => (
  <EmptyStateLayout
    hasRadius
    shadow="tableShadow"
    icon={<EmptyDocuments width="16rem" />}
    content={text}
    action={action}
  />
);
