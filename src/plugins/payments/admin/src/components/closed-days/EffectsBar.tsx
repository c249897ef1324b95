import { Button, Typography } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { FootBar } from '../listing/FootBar';
import { SendEmail } from '../payment/SendEmail';
import type { EffectsForm } from './useEffects';

/** How many are chosen, whether the contacts are told, and the move itself. */
export const EffectsBar = ({ form, onLeave }: { form: EffectsForm; onLeave: () => void }) => {
  const t = useT();
  const { chosenCount } = form;
  return (
    <FootBar
      label={t('effects.bar')}
      buttons={
        <>
          <Button variant="tertiary" onClick={onLeave}>
            {t('effects.leave')}
          </Button>
          <Button onClick={form.submit} loading={form.save.busy} disabled={chosenCount === 0}>
            {t('effects.submit', { count: chosenCount })}
          </Button>
        </>
      }
    >
      <Typography fontWeight="semiBold" role="status">
        {t('effects.chosen', { count: chosenCount, total: form.effects?.length ?? 0 })}
      </Typography>
      <SendEmail checked={form.sendEmail} onChange={form.setSendEmail} />
    </FootBar>
  );
};
