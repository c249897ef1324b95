import type { ReactNode } from 'react';
import { Box, Flex } from '@strapi/design-system';

interface FootBarProps {
  label: string;
  /** What is about to be saved, and how. */
  children: ReactNode;
  buttons: ReactNode;
}

/** Stands at the foot of the window while something waits to be saved. */
export const FootBar = ({ label, children, buttons }: FootBarProps) => (
  <Box
    tag="section"
    aria-label={label}
    position="sticky"
    bottom={0}
    background="neutral0"
    shadow="popupShadow"
    hasRadius
    padding={4}
    zIndex={2}
  >
    <Flex justifyContent="space-between" gap={4} wrap="wrap">
      <Flex gap={5} wrap="wrap">
        {children}
      </Flex>
      <Flex gap={2} wrap="wrap">
        {buttons}
      </Flex>
    </Flex>
  </Box>
);
