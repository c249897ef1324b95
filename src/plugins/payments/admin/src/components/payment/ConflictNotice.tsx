import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, WarningCircle } from '@strapi/icons';
import type { HistoryEntry } from '../../hooks/usePaymentEdit';
import { useT } from '../../intl/useT';
import { HistoryItem } from './History';

interface ConflictNoticeProps {
  entries: readonly HistoryEntry[];
  currency: string;
  onClose: () => void;
}

/** Somebody else saved first: what they changed, while what was typed here stays as it is. */
export const ConflictNotice = ({ entries, currency, onClose }: ConflictNoticeProps) => {
  const t = useT();
  return (
    <Flex
      role="alert"
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={4}
      gap={3}
      alignItems="flex-start"
    >
      <WarningCircle aria-hidden fill="warning700" />
      <Box flex="1" minWidth={0}>
        <Typography fontWeight="semiBold">{t('conflict.title')}</Typography>
        <Typography tag="p">{t('conflict.text')}</Typography>
        <Box tag="ol" paddingTop={2}>
          {entries.map((entry) => (
            <HistoryItem key={entry.at} entry={entry} currency={currency} />
          ))}
        </Box>
      </Box>
      <IconButton label={t('action.close')} variant="ghost" onClick={onClose}>
        <Cross />
      </IconButton>
    </Flex>
  );
};
