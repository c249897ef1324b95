import { Check, Clock, Cross, Information, Minus, WarningCircle } from '@strapi/icons';
import type { ShownState } from '../../../../contracts/instalment';
import type { StaffPaymentItem } from '../../../../contracts/payment';

/** Names of the theme's colour scales, so that light and dark both have them. */
export type Tone = 'danger' | 'warning' | 'primary' | 'alternative' | 'success' | 'neutral';

interface Look {
  tone: Tone;
  /** A shape of its own for each state: colour only supports it. */
  icon: typeof Check;
}

export const instalmentLooks: Readonly<Record<ShownState, Look>> = {
  overdue: { tone: 'danger', icon: WarningCircle },
  approaching: { tone: 'warning', icon: Clock },
  upcoming: { tone: 'primary', icon: Minus },
  reported: { tone: 'alternative', icon: Information },
  paid: { tone: 'success', icon: Check },
  cancelled: { tone: 'neutral', icon: Cross },
};

/** What is shown of a payment as a whole. */
export type ShownPaymentState = StaffPaymentItem['state'] | 'overdue';

export const paymentLooks: Readonly<Record<ShownPaymentState, Look>> = {
  overdue: { tone: 'danger', icon: WarningCircle },
  open: { tone: 'primary', icon: Minus },
  settled: { tone: 'success', icon: Check },
  cancelled: { tone: 'neutral', icon: Cross },
};

export const shownStateOf = ({ state, overdue }: Pick<StaffPaymentItem, 'state' | 'overdue'>): ShownPaymentState =>
  state === 'open' && overdue ? 'overdue' : state;
