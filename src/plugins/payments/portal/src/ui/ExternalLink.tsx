import type { ReactNode } from 'react';
import { useWords } from '../i18n/WordsProvider';
import { ElsewhereIcon } from './icons';

/** A link to another site, in a new window that learns nothing of this one. */
export const ExternalLink = ({ href, children }: { href: string; children: ReactNode }) => {
  const { t } = useWords();
  return (
    <a className="button button--primary" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <ElsewhereIcon />
      <span className="visually-hidden"> {t('app.newWindow')}</span>
    </a>
  );
};

/** Only web addresses become links, whatever is stored. */
export const isWebAddress = (href: string | null | undefined): href is string => /^https?:\/\//i.test(href ?? '');
