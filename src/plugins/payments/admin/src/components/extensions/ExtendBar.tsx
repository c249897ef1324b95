import { Box, Button, Typography } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { TextField } from '../fields/TextField';
import { FootBar } from '../listing/FootBar';
import { SendEmail } from '../payment/SendEmail';
import type { ExtendForm } from './useExtend';

/** By which decree, whether the contacts are told, and the move itself. */
export const ExtendBar = ({ form }: { form: ExtendForm }) => {
  const t = useT();
  const { chosenCount, candidates } = form;
  return (
    <FootBar
      label={t('extend.bar')}
      buttons={
        <Button onClick={form.submit} loading={form.save.busy} disabled={chosenCount === 0}>
          {t('effects.submit', { count: chosenCount })}
        </Button>
      }
    >
      <Typography fontWeight="semiBold" role="status">
        {t('effects.chosen', { count: chosenCount, total: candidates.length })}
      </Typography>
      <Box minWidth="28rem">
        <TextField
          name="reference"
          label={t('extend.reference')}
          hint={t('extend.reference.hint')}
          required
          maxLength={200}
          value={form.reference}
          error={form.referenceMissing ? t('problem.required') : undefined}
          onChange={form.setReference}
        />
      </Box>
      <SendEmail checked={form.sendEmail} onChange={form.setSendEmail} />
    </FootBar>
  );
};
