import type { ReactNode } from 'react';

interface NoticeProps {
  tone?: 'plain' | 'late' | 'good';
  title?: string;
  children: ReactNode;
}

/** A quiet box that says one thing. */
export const Notice = ({ tone = 'plain', title, children }: NoticeProps) => (
  <div className={`notice notice--${tone}`}>
    {title === undefined ? null : <p className="notice__title">{title}</p>}
    {children}
  </div>
);
