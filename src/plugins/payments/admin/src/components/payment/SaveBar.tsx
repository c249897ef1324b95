import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import type { PaymentDetails } from './usePaymentDetails';

/** Stands at the foot of the window while something is not saved. */
export const SaveBar = ({ form }: { form: PaymentDetails }) => {
  const t = useT();
  if (!form.dirty) return null;
  return (
    <Box
      tag="section"
      aria-label={t('saveBar.title')}
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
          <Typography fontWeight="semiBold">{t('saveBar.title')}</Typography>
          {form.visible && (
            <CheckField
              name="sendEmail"
              label={t('field.sendEmail')}
              checked={form.sendEmail}
              onChange={form.setSendEmail}
            />
          )}
        </Flex>
        <Flex gap={2}>
          <Button variant="tertiary" onClick={form.discard}>
            {t('action.discard')}
          </Button>
          <Button onClick={form.save} loading={form.edit.busy}>
            {t('action.save')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
