import { Flex, Typography } from '@strapi/design-system';
import type { ShownState } from '../../../../contracts/instalment';
import { useT } from '../../intl/useT';
import { instalmentLooks, paymentLooks } from './states';
import type { ShownPaymentState, Tone } from './states';

interface BadgeProps {
  tone: Tone;
  icon: React.ElementType;
  children: string;
}

const Badge = ({ tone, icon: Icon, children }: BadgeProps) => (
  <Flex
    inline
    gap={1}
    background={`${tone}100`}
    borderColor={`${tone}200`}
    hasRadius
    paddingLeft={2}
    paddingRight={2}
    paddingTop={1}
    paddingBottom={1}
    style={{ whiteSpace: 'nowrap' }}
  >
    <Icon aria-hidden width="1.2rem" height="1.2rem" fill={`${tone}700`} />
    <Typography variant="pi" fontWeight="semiBold" textColor={`${tone}700`}>
      {children}
    </Typography>
  </Flex>
);

/** An instalment's state in a word, with a shape and a colour. */
export const InstalmentStateBadge = ({ state }: { state: ShownState }) => {
  const t = useT();
  return <Badge {...instalmentLooks[state]}>{t(`state.${state}`)}</Badge>;
};

/** A payment's state in a word, with a shape and a colour. */
export const PaymentStateBadge = ({ state }: { state: ShownPaymentState }) => {
  const t = useT();
  return <Badge {...paymentLooks[state]}>{t(`paymentState.${state}`)}</Badge>;
};
