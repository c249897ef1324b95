import { useRef } from 'react';
import { Button, Field, Flex, IconButton, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { attachedFiles, ATTACHMENT_BYTES, MOST_ATTACHMENTS } from '../../../../contracts/attachments';
import { useT } from '../../intl/useT';

interface FilesFieldProps {
  files: readonly File[];
  /** What the server said of one of them, or of all. */
  error?: string;
  onChange: (files: readonly File[]) => void;
}

const MEGABYTE = 1024 * 1024;
const kilobytes = (size: number) => Math.max(1, Math.round(size / 1024));

/** Files that are saved with the payment, such as the institution's notice: chosen now, sent with everything else. */
export const FilesField = ({ files, error, onChange }: FilesFieldProps) => {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const tooLarge = files.find(({ size }) => size > ATTACHMENT_BYTES);
  const problem = tooLarge
    ? t('attachments.tooLarge', { name: tooLarge.name, most: ATTACHMENT_BYTES / MEGABYTE })
    : files.length > MOST_ATTACHMENTS
      ? t('attachments.tooMany', { most: MOST_ATTACHMENTS })
      : error;
  return (
    <Field.Root name="attachments" error={problem} hint={t('attachments.hint')} width="100%">
      <Field.Label>{t('attachments.title')}</Field.Label>
      {files.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-label={t('attachments.title')}>
          {files.map((file, index) => (
            <Flex tag="li" key={`${file.name} ${index}`} gap={2} justifyContent="space-between">
              <Typography style={{ overflowWrap: 'anywhere' }}>
                {t('attachments.file', { name: file.name, size: kilobytes(file.size) })}
              </Typography>
              <IconButton
                label={t('attachments.remove', { name: file.name })}
                variant="ghost"
                onClick={() => onChange(files.filter((_, other) => other !== index))}
              >
                <Trash />
              </IconButton>
            </Flex>
          ))}
        </Flex>
      )}
      <Flex>
        <Button type="button" variant="secondary" startIcon={<Plus />} onClick={() => input.current?.click()}>
          {t('attachments.add')}
        </Button>
        <VisuallyHidden>
          <input
            ref={input}
            type="file"
            multiple
            tabIndex={-1}
            aria-label={t('attachments.add')}
            accept={attachedFiles.types.join(',')}
            onChange={({ target }) => {
              onChange([...files, ...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </VisuallyHidden>
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
