import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { SendEmail } from '../payment/SendEmail';
import type { EffectsForm } from './useEffects';

/** Stands at the foot of the window: how many are chosen, whether the contacts are told, and the move itself. */
export const EffectsBar = ({ form, onLeave }: { form: EffectsForm; onLeave: () => void }) => {
  const t = useT();
  const { chosenCount } = form;
  return (
    <Box
      tag="section"
      aria-label={t('effects.bar')}
      position="sticky"
      bottom={0}
      background="neutral0"
      shadow="popupShadow"
      hasRadius
      padding={4}
      zIndex={2}
    >
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex gap={5} wrap="wrap">
          <Typography fontWeight="semiBold" role="status">
            {t('effects.chosen', { count: chosenCount, total: form.effects?.length ?? 0 })}
          </Typography>
          <SendEmail checked={form.sendEmail} onChange={form.setSendEmail} />
        </Flex>
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" onClick={onLeave}>
            {t('effects.leave')}
          </Button>
          <Button onClick={form.submit} loading={form.save.busy} disabled={chosenCount === 0}>
            {t('effects.submit', { count: chosenCount })}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
