import { Button, Typography } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { FootBar } from '../listing/FootBar';
import { SendEmail } from './SendEmail';
import type { PaymentDetails } from './usePaymentDetails';

/** Stands there while something of the payment is not saved. */
export const SaveBar = ({ form }: { form: PaymentDetails }) => {
  const t = useT();
  if (!form.dirty) return null;
  return (
    <FootBar
      label={t('saveBar.title')}
      buttons={
        <>
          <Button variant="tertiary" onClick={form.discard}>
            {t('action.discard')}
          </Button>
          <Button onClick={form.save} loading={form.edit.busy}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <Typography fontWeight="semiBold">{t('saveBar.title')}</Typography>
      {form.visible && <SendEmail checked={form.sendEmail} onChange={form.setSendEmail} />}
    </FootBar>
  );
};
