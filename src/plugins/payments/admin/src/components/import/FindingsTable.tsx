import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ImportFinding, ImportReport } from '../../../../contracts/import-values';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { RowsTable } from '../listing/RowsTable';
import { ToneBadge } from '../shared/ToneBadge';
import { CorrectionField } from './CorrectionField';
import { findingsFile } from './findingsFile';
import { saveText } from './saveText';
import { useColumnName } from './useColumnName';
import type { Import } from './useImport';

const PAGE = 25;

const toneOf = { error: 'danger', confirm: 'warning', note: 'neutral' } as const;

const keyOf = ({ line, column, code }: ImportFinding) => `${line} ${column} ${code}`;

/** Everything that was found, by line and column, each with what was there, what is wrong, and a place to put it right. */
export const FindingsTable = ({ report, importing }: { report: ImportReport; importing: Import }) => {
  const t = useT();
  const { currency } = useOffice();
  const problemText = useProblemText();
  const name = useColumnName(report.kind);
  const [shown, setShown] = useState(PAGE);
  const { findings, counts } = report;
  const words = ({ code, message, params = {} }: ImportFinding) => problemText({ code, message, params }, currency);
  const proposals = findings.flatMap(({ line, column, proposal }) =>
    column && proposal !== undefined ? [{ line, column, value: proposal }] : [],
  );
  const all = counts.error + counts.confirm + counts.note;
  const headers = (['line', 'column', 'value', 'what', 'proposal'] as const).map((key) => t(`import.findings.${key}`));
  const save = () =>
    saveText(
      findingsFile(
        headers,
        findings.map((each) => ({ ...each, column: each.column && name(each.column), what: words(each) })),
      ),
      t('import.findings.file'),
    );

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" size="S" startIcon={<Download />} onClick={save}>
          {t('import.findings.download')}
        </Button>
        {proposals.length > 1 && (
          <Button
            variant="secondary"
            size="S"
            loading={importing.busy}
            onClick={() => void importing.correct(proposals)}
          >
            {t('import.proposals', { count: proposals.length })}
          </Button>
        )}
        {importing.corrections.length > 0 && (
          <Button variant="tertiary" size="S" onClick={() => void importing.uncorrect()}>
            {t('import.uncorrect', { count: importing.corrections.length })}
          </Button>
        )}
      </Flex>
      <RowsTable
        label={t('import.findings')}
        rows={findings.slice(0, shown)}
        keyOf={keyOf}
        stale={importing.busy}
        columns={[
          {
            name: 'line',
            label: headers[0] ?? '',
            lead: true,
            cell: ({ line, weight }, narrow) => (
              <Flex gap={2}>
                <Typography fontWeight="semiBold" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {narrow ? t('import.findings.lineNumber', { line }) : line}
                </Typography>
                <ToneBadge tone={toneOf[weight]}>{t(`import.weight.${weight}`)}</ToneBadge>
              </Flex>
            ),
          },
          {
            name: 'column',
            label: headers[1] ?? '',
            maxWidth: '16rem',
            cell: ({ column }) => <Typography>{column ? name(column) : '—'}</Typography>,
          },
          {
            name: 'value',
            label: headers[2] ?? '',
            maxWidth: '20rem',
            cell: ({ value }) => <Typography style={{ overflowWrap: 'anywhere' }}>{value || '—'}</Typography>,
          },
          {
            name: 'what',
            label: headers[3] ?? '',
            maxWidth: '42rem',
            cell: (each) => (
              <Flex direction="column" alignItems="stretch" gap={2}>
                <Typography>{words(each)}</Typography>
                {each.weight === 'error' && each.column && (
                  <CorrectionField
                    key={keyOf(each)}
                    finding={{ ...each, column: each.column }}
                    name={name(each.column)}
                    onCorrect={(value) =>
                      void importing.correct([
                        { line: each.line, column: each.column as NonNullable<typeof each.column>, value },
                      ])
                    }
                  />
                )}
              </Flex>
            ),
          },
        ]}
      />
      {shown < findings.length ? (
        <Button variant="tertiary" onClick={() => setShown(shown + 4 * PAGE)}>
          {t('import.findings.more', { shown, all })}
        </Button>
      ) : (
        findings.length < all && (
          <Typography textColor="neutral600">{t('import.findings.cut', { shown: findings.length, all })}</Typography>
        )
      )}
    </Flex>
  );
};
