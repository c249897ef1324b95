import { Badge } from '@strapi/design-system';
import type { Tone } from './states';

interface ToneBadgeProps {
  tone: Tone;
  children: string;
}

/** The theme's warning colour is too light for small print on its own background. */
const textOf = (tone: Tone) => (tone === 'warning' || tone === 'neutral' ? 'neutral800' : `${tone}700`);

/** A badge that can be read: the design system's own variants have too little contrast for small print. */
export const ToneBadge = ({ tone, children }: ToneBadgeProps) => (
  <Badge size="S" textColor={textOf(tone)} backgroundColor={tone === 'neutral' ? 'neutral150' : `${tone}100`}>
    {children}
  </Badge>
);
