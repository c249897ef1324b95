import { useState } from 'react';
import type { Obligation } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { usePayActions } from '../pay/PayActions';
import { FileIcon } from '../ui/icons';
import { formatBytes, saveBlob } from './files';

type Attachment = Obligation['attachments'][number];

/** A file is fetched with the session's token, which an address could not carry. */
const AttachmentButton = ({ file, load }: { file: Attachment; load(attachment: string): Promise<Blob> }) => {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  const download = async (): Promise<void> => {
    setState('busy');
    try {
      saveBlob(await load(file.id), file.name);
      setState('idle');
    } catch {
      setState('failed');
    }
  };

  return (
    <li>
      <button
        type="button"
        className="button button--file"
        aria-label={t('obligation.download', { name: file.name })}
        aria-disabled={state === 'busy'}
        onClick={() => state !== 'busy' && void download()}
      >
        <FileIcon />
        <span className="button__name">{file.name}</span>
        <span className="small">{state === 'busy' ? t('app.loading') : formatBytes(file.size)}</span>
      </button>
      {state === 'failed' ? (
        <p className="due__warning" role="alert">
          {t('obligation.downloadFailed')}
        </p>
      ) : null}
    </li>
  );
};

export const Attachments = ({ obligation }: { obligation: Obligation }) => {
  const { t } = useWords();
  const { loadAttachment } = usePayActions();
  if (obligation.attachments.length === 0 || loadAttachment === null) return null;
  return (
    <section className="section">
      <h2 className="section__title">{t('obligation.attachments')}</h2>
      <ul className="files">
        {obligation.attachments.map((file) => (
          <AttachmentButton key={file.id} file={file} load={loadAttachment} />
        ))}
      </ul>
    </section>
  );
};
