import type { ShownState } from '../../../../contracts/instalment';
import { useT } from '../../intl/useT';
import { instalmentLooks, paymentLooks } from './states';
import type { ShownPaymentState } from './states';
import { Tag } from './Tag';

/** An instalment's state in a word, with a shape and a colour. */
export const InstalmentStateBadge = ({ state }: { state: ShownState }) => {
  const t = useT();
  return <Tag {...instalmentLooks[state]}>{t(`state.${state}`)}</Tag>;
};

/** A payment's state in a word, with a shape and a colour. */
export const PaymentStateBadge = ({ state }: { state: ShownPaymentState }) => {
  const t = useT();
  return <Tag {...paymentLooks[state]}>{t(`paymentState.${state}`)}</Tag>;
};
