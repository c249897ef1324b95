import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Main } from '../app/Main';
import { useWords } from '../i18n/WordsProvider';

interface PublicFrameProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** A narrow page with one thing to do. */
export const PublicFrame = ({ title, lead, children }: PublicFrameProps) => {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} – ${t('app.title')}`;
  }, [title, t]);
  return (
    <Main className="sign-in">
      <h1>{title}</h1>
      {lead === undefined ? null : <p className="sign-in__lead">{lead}</p>}
      {children}
    </Main>
  );
};
