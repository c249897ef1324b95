import { useState } from 'react';
import { Button, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { ImportReport } from '../../../../contracts/import-values';
import { columnsOf } from '../../../../domain/import';
import type { ColumnId } from '../../../../domain/import';
import { useT } from '../../intl/useT';
import { RowsTable } from '../listing/RowsTable';
import { Panel } from '../shared/Panel';
import { useColumnName } from './useColumnName';

const NONE = 'none';

interface ColumnsPanelProps {
  report: ImportReport;
  onMap: (mapping: Array<ColumnId | null>) => void;
}

interface FileColumn {
  index: number;
  header: string;
  samples: string;
  column: ColumnId | null;
}

/** Which of ours each column of the file is: proposed, and changed where it is wrong. Folded away where nothing is left to say. */
export const ColumnsPanel = ({ report, onMap }: ColumnsPanelProps) => {
  const t = useT();
  const name = useColumnName(report.kind);
  const options = columnsOf(report.kind);
  const [open, setOpen] = useState(report.missing.length > 0);
  const all = report.headers.length;
  const understood = report.mapping.filter((column) => column !== null).length;
  const rows = report.headers.map((header, index): FileColumn => ({
    index,
    header: header || t('import.columns.unnamed', { number: index + 1 }),
    samples: report.samples.flatMap((cells) => cells[index] || []).join(' · '),
    column: report.mapping[index] ?? null,
  }));
  /** A column that was another one's before is taken from it. */
  const map = (index: number, chosen: ColumnId | null) =>
    onMap(
      report.mapping.map((column, each) => {
        if (each === index) return chosen;
        return column === chosen ? null : column;
      }),
    );

  return (
    <Panel
      title={t('import.columns')}
      action={
        <Button variant="tertiary" size="S" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'import.columns.fold' : 'import.columns.change')}
        </Button>
      }
    >
      <Typography textColor="neutral600">
        {open
          ? t('import.columns.text')
          : t('import.columns.understood', { understood, all, others: all - understood })}
      </Typography>
      {report.missing.length > 0 && (
        <Typography textColor="danger700" role="alert">
          {t('import.columns.missing', { columns: report.missing.map(name).join(', ') })}
        </Typography>
      )}
      {open && (
        <RowsTable
          label={t('import.columns')}
          rows={rows}
          keyOf={({ index }) => String(index)}
          columns={[
            {
              name: 'header',
              label: t('import.columns.header'),
              maxWidth: '26rem',
              lead: true,
              cell: ({ header }) => <Typography fontWeight="semiBold">{header}</Typography>,
            },
            {
              name: 'samples',
              label: t('import.columns.samples'),
              maxWidth: '36rem',
              cell: ({ samples }) => <Typography textColor="neutral600">{samples || '—'}</Typography>,
            },
            {
              name: 'column',
              label: t('import.columns.column'),
              cell: ({ index, header, column }) => (
                <SingleSelect
                  aria-label={t('import.columns.of', { header })}
                  size="S"
                  value={column ?? NONE}
                  onChange={(chosen) => map(index, chosen === NONE ? null : (chosen as ColumnId))}
                >
                  <SingleSelectOption value={NONE}>{t('import.columns.none')}</SingleSelectOption>
                  {options.map((option) => (
                    <SingleSelectOption key={option} value={option}>
                      {name(option)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
};
