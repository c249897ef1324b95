import type { MouseEvent, ReactNode } from 'react';
import { hrefOf, navigate, useIsCurrent } from './navigation';

interface LinkProps {
  to: string;
  className?: string;
  title?: string;
  children: ReactNode;
}

const opensElsewhere = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** A link within the portal; a real one, so that it opens in a new tab like any other. */
export const Link = ({ to, className, title, children }: LinkProps) => {
  const isCurrent = useIsCurrent(to);
  return (
    <a
      href={hrefOf(to)}
      className={className}
      title={title}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
};
