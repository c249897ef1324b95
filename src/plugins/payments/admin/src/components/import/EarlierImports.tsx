import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import type { ImportBatch } from '../../../../contracts/import-values';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useListImportsQuery } from '../../services/imports';
import { RowsTable } from '../listing/RowsTable';
import { Panel } from '../shared/Panel';
import { ToneBadge } from '../shared/ToneBadge';
import { UndoDialog } from './UndoDialog';

const FEW = 5;
const MANY = 100;

const toneOf = { running: 'primary', done: 'success', failed: 'danger', undone: 'neutral' } as const;

/** Files that were imported: by whom, when, with what result, and the way back. */
export const EarlierImports = () => {
  const t = useT();
  const format = useFormat();
  const [pageSize, setPageSize] = useState(FEW);
  const [undoing, setUndoing] = useState<ImportBatch | null>(null);
  const { data } = useListImportsQuery({ pageSize }, { refetchOnMountOrArgChange: true });
  const rows = data?.data ?? [];
  if (rows.length === 0) return null;
  const made = ({ kind, customers, contacts, payments, instalments }: ImportBatch) =>
    kind === 'customers'
      ? t('import.totals.customers', { customers, contacts })
      : t('import.totals.payments', { payments, instalments });

  return (
    <Panel title={t('import.earlier')}>
      <RowsTable
        label={t('import.earlier')}
        rows={rows}
        keyOf={({ documentId }) => documentId}
        columns={[
          {
            name: 'file',
            label: t('import.earlier.file'),
            maxWidth: '28rem',
            lead: true,
            cell: ({ fileName }) => <Typography fontWeight="semiBold">{fileName}</Typography>,
          },
          {
            name: 'when',
            label: t('import.earlier.when'),
            maxWidth: '22rem',
            cell: ({ startedAt, by }) => (
              <Typography>{[format.instant(startedAt), by].filter(Boolean).join(' · ')}</Typography>
            ),
          },
          {
            name: 'state',
            label: t('import.earlier.state'),
            cell: ({ state }) => <ToneBadge tone={toneOf[state]}>{t(`import.state.${state}`)}</ToneBadge>,
          },
          {
            name: 'made',
            label: t('import.earlier.made'),
            maxWidth: '28rem',
            cell: (batch) => (
              <Typography textColor={batch.state === 'done' ? 'neutral800' : 'neutral600'}>
                {batch.state === 'failed' ? t('import.run.nothing') : made(batch)}
              </Typography>
            ),
          },
        ]}
        actions={(batch) =>
          batch.state === 'done' && (
            <Button
              size="S"
              variant="tertiary"
              aria-label={t('import.undo.of', { file: batch.fileName })}
              onClick={() => setUndoing(batch)}
            >
              {t('import.undo')}
            </Button>
          )
        }
      />
      {(data?.meta.pagination.total ?? 0) > pageSize && (
        <Button variant="tertiary" onClick={() => setPageSize(MANY)}>
          {t('import.earlier.more')}
        </Button>
      )}
      {undoing && <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />}
    </Panel>
  );
};
