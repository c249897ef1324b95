import type { ReactNode } from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useT } from '../../intl/useT';

interface SectionProps {
  title: string;
  /** How many there are, of which the first are shown; `more` where nobody counted further. */
  total: number;
  more?: boolean;
  shown: number;
  /** Where all of them are. */
  all?: ReactNode;
  /** What an empty list says, where "all clear" would be wrong. */
  empty?: string;
  children: ReactNode;
}

/** One list of the page; it says "all clear" when there is nothing to do. */
export const Section = ({ title, total, more, shown, all, empty, children }: SectionProps) => {
  const t = useT();
  return (
    <Box tag="section" aria-label={title} background="neutral0" shadow="filterShadow" hasRadius width="100%">
      <Flex gap={2} padding={4} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {total > 0 && <Badge>{more ? t('today.countMore', { total }) : String(total)}</Badge>}
        {total > shown && <Box marginLeft="auto">{all}</Box>}
      </Flex>
      {total === 0 ? (
        <Flex gap={2} paddingLeft={4} paddingRight={4} paddingBottom={4}>
          {empty === undefined && <CheckCircle aria-hidden fill="success600" />}
          <Typography textColor="neutral600">{empty ?? t('today.allClear')}</Typography>
        </Flex>
      ) : (
        <Box tag="ul">{children}</Box>
      )}
    </Box>
  );
};

/** A row of a list: what it is about to the left, what can be done with it to the right, below it on a phone. */
export const SectionRow = ({ children, actions }: { children: ReactNode; actions: ReactNode }) => (
  <Box
    tag="li"
    padding={4}
    borderStyle="solid"
    borderColor="neutral150"
    borderWidth="1px 0 0 0"
    style={{ overflowWrap: 'anywhere' }}
  >
    <Flex gap={4} wrap="wrap" justifyContent="space-between" alignItems="center">
      <Box flex="1 1 32rem" minWidth={0}>
        {children}
      </Box>
      <Flex gap={2} wrap="wrap">
        {actions}
      </Flex>
    </Flex>
  </Box>
);
