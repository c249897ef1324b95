import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { StaffPayment } from '../../../../contracts/payment';
import { minor, parseDecimal, toDecimal } from '../../../../domain/money';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';

const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <Grid.Item col={3} s={6} xs={6} direction="column" alignItems="flex-start" gap={1}>
    <Typography variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    {children}
  </Grid.Item>
);

/** What of it is late: red belongs to that alone, not to what is due next year. */
const lateOf = ({ instalments, total: { currency } }: StaffPayment) => {
  const late = instalments
    .filter(({ state }) => state === 'overdue')
    .reduce((sum, { outstanding }) => {
      const amount = parseDecimal(outstanding.value, currency);
      return amount.ok ? sum + amount.value : sum;
    }, 0);
  return late > 0 ? { value: toDecimal(minor(late), currency), currency } : null;
};

/** Total, paid, outstanding and what is due next, in one line and a bar. */
export const Summary = ({ payment }: { payment: StaffPayment }) => {
  const t = useT();
  const format = useFormat();
  const late = lateOf(payment);
  const share = Math.round((Number(payment.paid.value) / Number(payment.total.value)) * 100) || 0;
  return (
    <Box background="neutral0" shadow="filterShadow" hasRadius padding={{ initial: 4, medium: 6 }}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Grid.Root gap={4} gridCols={12}>
          <Figure label={t('summary.total')}>
            <Amount money={payment.total} variant="beta" />
          </Figure>
          <Figure label={t('summary.paid')}>
            <Amount money={payment.paid} variant="beta" />
          </Figure>
          <Figure label={t('summary.outstanding')}>
            <Amount money={payment.outstanding} variant="beta" />
            {late && (
              <Typography variant="pi" textColor="danger600">
                {t('summary.late', { amount: format.money(late) })}
              </Typography>
            )}
          </Figure>
          <Figure label={t('summary.next')}>
            <Typography variant="beta">{payment.nextDueDate ? format.weekDay(payment.nextDueDate) : '—'}</Typography>
          </Figure>
        </Grid.Root>
        <Box role="img" aria-label={t('summary.share', { share })} background="neutral200" hasRadius overflow="hidden">
          <Box background="success500" height="0.8rem" style={{ width: `${share}%` }} />
        </Box>
      </Flex>
    </Box>
  );
};
