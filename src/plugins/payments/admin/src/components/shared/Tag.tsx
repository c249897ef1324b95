import { Flex, Typography } from '@strapi/design-system';
import type { Tone } from './states';

interface TagProps {
  tone: Tone;
  icon: React.ElementType;
  children: string;
}

/** The theme's light warning text is too pale on its own ground. */
const textOf = (tone: Tone) => (tone === 'warning' ? 'neutral800' : (`${tone}700` as const));

/** A word with a shape and a colour. */
export const Tag = ({ tone, icon: Icon, children }: TagProps) => (
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
    <Typography variant="pi" fontWeight="semiBold" textColor={textOf(tone)}>
      {children}
    </Typography>
  </Flex>
);
