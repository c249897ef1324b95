import { Flex } from '@strapi/design-system';
import { InstalmentStateBadge } from '../shared/StateBadge';

const SHOWN = ['overdue', 'approaching', 'upcoming', 'reported', 'paid', 'cancelled'] as const;

/** What the shapes and colours of the month mean. */
export const StateLegend = () => (
  <Flex gap={2} wrap="wrap" paddingTop={4}>
    {SHOWN.map((state) => (
      <InstalmentStateBadge key={state} state={state} />
    ))}
  </Flex>
);
