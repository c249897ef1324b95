import { Calendar, Check, Clock, Cross, Plus } from '@strapi/icons';
import { useT } from '../../intl/useT';
import type { Tone } from '../shared/states';
import { Tag } from '../shared/Tag';
import type { DayKind } from './yearDays';

const looks: Readonly<Record<DayKind, { tone: Tone; icon: React.ElementType }>> = {
  library: { tone: 'neutral', icon: Calendar },
  correction: { tone: 'primary', icon: Check },
  expected: { tone: 'warning', icon: Clock },
  added: { tone: 'success', icon: Plus },
  removed: { tone: 'danger', icon: Cross },
};

/** Where a day of the list is known from. */
export const DayKindTag = ({ kind }: { kind: DayKind }) => {
  const t = useT();
  return <Tag {...looks[kind]}>{t(`closedDays.kind.${kind}`)}</Tag>;
};
