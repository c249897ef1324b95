import { Alert, Box, Typography } from '@strapi/design-system';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useHealthQuery } from '../../services/notices';

const EVERY_MINUTE = 60_000;

/** Whether mail goes: a quiet line while it does, a warning once the tick or the queue stands still. */
export const HealthLine = () => {
  const t = useT();
  const format = useFormat();
  const { data: health } = useHealthQuery(undefined, {
    pollingInterval: EVERY_MINUTE,
    refetchOnMountOrArgChange: true,
  });
  if (!health) return null;
  const { lastTickAt, tickIsLate, waiting, oldestDueAt, queueIsLate } = health;
  const tick = lastTickAt ? t('health.lastTick', { at: format.instant(lastTickAt) }) : t('health.noTick');
  const queue = t('health.waiting', { count: waiting });
  const oldest = oldestDueAt ? t('health.oldest', { at: format.instant(oldestDueAt) }) : null;
  const said = [tick, queue, oldest].filter(Boolean).join(' · ');
  return (
    <Box paddingLeft={{ initial: 4, medium: 10 }} paddingRight={{ initial: 4, medium: 10 }} paddingBottom={4}>
      {tickIsLate || queueIsLate ? (
        <Alert
          variant="warning"
          closeLabel={t('action.close')}
          title={t(tickIsLate ? 'health.tickIsLate' : 'health.queueIsLate')}
          role="status"
        >
          {said}
        </Alert>
      ) : (
        <Typography variant="pi" textColor="neutral600">
          {said}
        </Typography>
      )}
    </Box>
  );
};
