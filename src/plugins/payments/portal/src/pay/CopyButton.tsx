import { useEffect, useState } from 'react';
import { useWords } from '../i18n/WordsProvider';
import { useAnnounce } from '../live/Announcer';
import { CheckIcon, CopyIcon } from '../ui/icons';
import { copyText } from './copy-text';

const SHOWN_MS = 2_500;

interface CopyButtonProps {
  value: string;
  /** What is copied, in full words. */
  label: string;
  compact?: boolean;
}

export const CopyButton = ({ value, label, compact = false }: CopyButtonProps) => {
  const { t } = useWords();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    const done = await copyText(value);
    setCopied(done);
    announce(t(done ? 'code.copied' : 'code.copyFailed'));
  };

  return (
    <button
      type="button"
      className={`button button--copy${copied ? ' button--copied' : ''}`}
      aria-label={copied ? t('code.copied') : label}
      onClick={() => void copy()}
    >
      {copied ? <CheckIcon /> : <CopyIcon />}
      {compact ? null : <span className="button__text">{t(copied ? 'code.copied' : 'code.copy')}</span>}
    </button>
  );
};
