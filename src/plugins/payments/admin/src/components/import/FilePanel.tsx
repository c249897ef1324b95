import { useRef } from 'react';
import { Button, Flex, Grid, Typography, VisuallyHidden } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { importFileTypes } from '../../../../contracts/import-values';
import { IMPORT_KINDS } from '../../../../domain/import';
import { API } from '../../constants';
import { useDownload } from '../../hooks/useDownload';
import { useT } from '../../intl/useT';
import { SelectField } from '../fields/SelectField';
import { Cell } from '../shared/Cell';
import { Panel } from '../shared/Panel';
import type { Import } from './useImport';

/** How files write amounts and dates, besides the office's own way. */
const WRITTEN = ['', 'el', 'en-GB', 'en-US'] as const;

/** What is imported, and from which file. */
export const FilePanel = ({ kind, file, locale, busy, choose }: Import) => {
  const t = useT();
  const { locale: reader } = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const { busy: loading, download } = useDownload();
  const language = reader.startsWith('el') ? 'el' : 'en';
  const template = () => void download(`${API}/imports/template.csv`, `${kind}-${language}.csv`, { kind, language });

  return (
    <Panel title={t('import.file')}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <SelectField
            name="kind"
            label={t('import.kind')}
            value={kind}
            options={IMPORT_KINDS.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
            onChange={(next) => void choose({ kind: next })}
          />
        </Cell>
        <Cell col={6}>
          <SelectField
            name="locale"
            label={t('import.written')}
            value={locale as (typeof WRITTEN)[number]}
            options={WRITTEN.map((value) => ({ value, label: t(`import.written.${value || 'office'}`) }))}
            onChange={(next) => void choose({ locale: next })}
          />
        </Cell>
      </Grid.Root>
      <Flex gap={3} wrap="wrap">
        <VisuallyHidden>
          <input
            ref={input}
            type="file"
            tabIndex={-1}
            aria-label={t('import.choose')}
            accept={['.csv', '.xlsx', ...importFileTypes].join(',')}
            onChange={(event) => {
              void choose({ file: event.target.files?.[0] ?? null });
              event.target.value = '';
            }}
          />
        </VisuallyHidden>
        <Button
          startIcon={<Upload />}
          variant={file ? 'secondary' : 'default'}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          {t(file ? 'import.chooseOther' : 'import.choose')}
        </Button>
        <Button startIcon={<Download />} variant="tertiary" loading={loading} onClick={template}>
          {t('import.template')}
        </Button>
        {file && (
          <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Typography>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {t(`import.hint.${kind}`)}
      </Typography>
    </Panel>
  );
};
