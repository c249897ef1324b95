import { Check, Clock, Cross, Information, Mail, Minus, WarningCircle } from '@strapi/icons';
import type { NoticeState } from '../../../../contracts/notice';
import type { Tone } from '../shared/states';

interface Look {
  tone: Tone;
  /** A shape of its own for each state: colour only supports it. */
  icon: typeof Check;
}

export const noticeLooks: Readonly<Record<NoticeState, Look>> = {
  queued: { tone: 'primary', icon: Clock },
  claimed: { tone: 'primary', icon: Mail },
  'handing-over': { tone: 'primary', icon: Mail },
  sent: { tone: 'success', icon: Check },
  failed: { tone: 'danger', icon: WarningCircle },
  uncertain: { tone: 'warning', icon: Information },
  suppressed: { tone: 'neutral', icon: Minus },
  discarded: { tone: 'neutral', icon: Cross },
};
