import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface PanelProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** A titled block of a page. */
export const Panel = ({ title, children, action }: PanelProps) => (
  <Box
    tag="section"
    aria-label={title}
    background="neutral0"
    shadow="filterShadow"
    hasRadius
    padding={{ initial: 4, medium: 6 }}
    width="100%"
  >
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap" minHeight="3.2rem">
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {action}
      </Flex>
      {children}
    </Flex>
  </Box>
);
