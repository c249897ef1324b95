import type { ReactNode } from 'react';

/** The page's content, where the skip link leads. */
export const Main = ({ className = 'page', children }: { className?: string; children: ReactNode }) => (
  <main id="content" tabIndex={-1} className={className}>
    {children}
  </main>
);
