import { Box, Flex, Typography } from '@strapi/design-system';
import type { PaymentTotals } from '../../../../contracts/payment-totals';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';

type Bucket = PaymentTotals['ageing'][number]['bucket'];

/** From the oldest to what is far away: overdue in reds, coming in others. The words beside the bar say the same. */
const colours: Readonly<Record<Bucket, string>> = {
  'over-90': 'danger700',
  '61-90': 'danger600',
  '31-60': 'danger500',
  '1-30': 'danger200',
  'due-7': 'warning500',
  'due-30': 'primary500',
  later: 'neutral300',
};

const Figure = ({ label, children }: { label: string; children: string }) => (
  <Flex direction="column" alignItems="flex-start">
    <Typography variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    <Typography variant="delta" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {children}
    </Typography>
  </Flex>
);

/** Sums of all that the filters find, and how old what is outstanding is. It keeps its place while it is on its way. */
export const TotalsBar = ({ totals }: { totals: PaymentTotals | undefined }) => {
  const t = useT();
  const format = useFormat();
  const sums = (amounts: PaymentTotals['total']) => amounts.map((money) => format.money(money)).join(' + ') || '—';
  const all = (totals?.ageing ?? []).reduce((count, { instalments }) => count + instalments, 0);
  return (
    <Box
      tag="section"
      aria-label={t('totals.title')}
      aria-busy={!totals}
      background="neutral0"
      shadow="filterShadow"
      hasRadius
      padding={4}
      marginBottom={4}
      minHeight="11.2rem"
    >
      <Flex gap={6} wrap="wrap" alignItems="flex-start">
        <Figure label={t('summary.outstanding')}>{totals ? sums(totals.outstanding) : '…'}</Figure>
        <Figure label={t('summary.paid')}>{totals ? sums(totals.paid) : '…'}</Figure>
        <Figure label={t('summary.total')}>{totals ? sums(totals.total) : '…'}</Figure>
      </Flex>
      {totals && all > 0 && (
        <>
          <Flex aria-hidden marginTop={3} height="0.8rem" hasRadius overflow="hidden">
            {totals.ageing.map(({ bucket, instalments }) => (
              <Box key={bucket} background={colours[bucket]} height="100%" style={{ flexGrow: instalments }} />
            ))}
          </Flex>
          <Flex tag="ul" aria-label={t('totals.ageing')} gap={4} wrap="wrap" marginTop={2}>
            {totals.ageing.map(({ bucket, instalments, outstanding }) => (
              <Flex tag="li" key={bucket} gap={1}>
                <Box aria-hidden background={colours[bucket]} width="0.8rem" height="0.8rem" hasRadius />
                <Typography variant="pi" textColor="neutral800">
                  {t(`totals.bucket.${bucket}`, { count: instalments, sum: sums(outstanding) })}
                </Typography>
              </Flex>
            ))}
          </Flex>
        </>
      )}
    </Box>
  );
};
