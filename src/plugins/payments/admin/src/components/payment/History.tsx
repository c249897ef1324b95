import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import type { StaffPayment } from '../../../../contracts/payment';
import type { HistoryEntry } from '../../hooks/usePaymentEdit';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Panel } from '../shared/Panel';
import { ChangeList } from './ChangeList';

interface EntryProps {
  entry: HistoryEntry;
  currency: string;
}

/** Who did what when; a registration is not repeated field by field. */
export const HistoryItem = ({ entry, currency }: EntryProps) => {
  const t = useT();
  const format = useFormat();
  const { by, kind, loud } = entry;
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderStyle="solid" borderWidth="0 0 1px 0" borderColor="neutral150">
      <Flex gap={2} wrap="wrap">
        <Typography variant="omega" fontWeight="semiBold">
          {t(`history.${kind}`, { who: by.name ?? t(`history.by.${by.kind}`) })}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {format.instant(entry.at)}
        </Typography>
        {loud && (
          <Badge size="S" textColor="primary700" backgroundColor="primary100">
            <Flex gap={1}>
              <Mail aria-hidden width="1.2rem" height="1.2rem" />
              {t('history.loud')}
            </Flex>
          </Badge>
        )}
      </Flex>
      {entry.reason && (
        <Typography variant="pi" tag="p" textColor="neutral700">
          {t('history.reason', { reason: entry.reason })}
        </Typography>
      )}
      {kind !== 'created' && (
        <ChangeList changes={entry.changes} staffChanges={entry.staffChanges} currency={currency} />
      )}
    </Box>
  );
};

/** Everything that was done to the payment, newest first. */
export const History = ({ payment }: { payment: StaffPayment }) => {
  const t = useT();
  return (
    <Panel title={t('history.title')}>
      <Box tag="ol">
        {payment.history.map((entry) => (
          <HistoryItem key={`${entry.at} ${entry.changes.length}`} entry={entry} currency={payment.total.currency} />
        ))}
      </Box>
    </Panel>
  );
};
