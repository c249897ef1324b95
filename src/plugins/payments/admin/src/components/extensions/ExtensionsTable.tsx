import { Button, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import type { ExtensionItem } from '../../../../contracts/extension';
import { useAllowed } from '../../hooks/useAllowed';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { RowsTable } from '../listing/RowsTable';

interface ExtensionsTableProps {
  extensions: readonly ExtensionItem[];
  onUndo: (extension: ExtensionItem) => void;
}

/** Deadlines that were moved for many, the newest first. */
export const ExtensionsTable = ({ extensions, onUndo }: ExtensionsTableProps) => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  return (
    <RowsTable
      label={t('extensions.title')}
      rows={extensions}
      keyOf={({ documentId }) => documentId}
      columns={[
        {
          name: 'reference',
          label: t('extend.reference'),
          maxWidth: '32rem',
          lead: true,
          cell: ({ reference, institution, title }) => (
            <>
              <Typography fontWeight="semiBold">{reference}</Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {[institution?.name, title].filter(Boolean).join(' · ')}
              </Typography>
            </>
          ),
        },
        {
          name: 'dates',
          label: t('column.dueDate'),
          cell: ({ from, to }) => t('effects.move', { from: format.weekDay(from), to: format.weekDay(to) }),
        },
        { name: 'moved', label: t('extensions.moved'), cell: ({ moved }) => t('extensions.count', { count: moved }) },
        {
          name: 'when',
          label: t('column.when'),
          maxWidth: '28rem',
          cell: ({ at, by, undone }) => (
            <>
              <Typography>{[format.instant(at), by].filter(Boolean).join(' · ')}</Typography>
              {undone && (
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {t('extensions.undone', { back: undone.back, stayed: undone.stayed, at: format.instant(undone.at) })}
                </Typography>
              )}
            </>
          ),
        },
      ]}
      actions={(extension) =>
        extension.undone === null && allowed('update') ? (
          <Button
            variant="tertiary"
            size="S"
            startIcon={<ArrowsCounterClockwise />}
            aria-label={t('extensions.undo.of', { reference: extension.reference })}
            onClick={() => onUndo(extension)}
          >
            {t('extensions.undo')}
          </Button>
        ) : null
      }
    />
  );
};
