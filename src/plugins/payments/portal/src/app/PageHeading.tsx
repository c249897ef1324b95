import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { takeArrival } from './navigation';

interface PageHeadingProps {
  /** What the window is called; the heading itself may hold more. */
  title: string;
  office: string;
  children: ReactNode;
}

/**
 * The page's first heading. It takes the focus when its page is reached by navigation, so that a screen reader begins
 * there, and puts the page where it was left when the reader comes back to it.
 */
export const PageHeading = ({ title, office, children }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    const { arrival, scroll } = takeArrival();
    if (arrival === 'load') return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, scroll);
  }, []);

  useEffect(() => {
    document.title = `${title} – ${office}`;
  }, [title, office]);

  return (
    <h1 ref={heading} tabIndex={-1} className="page-heading">
      {children}
    </h1>
  );
};
