import { Alert, Flex, Typography } from '@strapi/design-system';
import type { ImportReport } from '../../../../contracts/import-values';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { Panel } from '../shared/Panel';
import { FindingsTable } from './FindingsTable';
import type { Import } from './useImport';

/** What would come of the file, in one sentence. */
const Totals = ({ report: { kind, lines, totals } }: { report: ImportReport }) => {
  const t = useT();
  const format = useFormat();
  const { customers, contacts, payments, instalments, amount, paid, firstDue, lastDue } = totals;
  const sums = (money: ImportReport['totals']['amount']) => money.map(format.money).join(' + ') || '—';
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} role="status">
      <Typography variant="beta" tag="p">
        {kind === 'customers'
          ? t('import.totals.customers', { customers, contacts })
          : t('import.totals.payments', { payments, instalments })}
      </Typography>
      <Typography textColor="neutral600">{t('import.totals.lines', { lines })}</Typography>
      {payments > 0 && (
        <Typography textColor="neutral600">
          {t('import.totals.amount', { amount: sums(amount), paid: sums(paid) })}
        </Typography>
      )}
      {firstDue && lastDue && (
        <Typography textColor="neutral600">
          {t('import.totals.due', { first: format.weekDay(firstDue), last: format.weekDay(lastDue) })}
        </Typography>
      )}
    </Flex>
  );
};

/** The first look at a file: what would be made, what stands in the way, and what must be confirmed. */
export const ResultPanel = ({ report, importing }: { report: ImportReport; importing: Import }) => {
  const t = useT();
  const format = useFormat();
  const { badLines, knownLines, before, confirmable, counts } = report;
  return (
    <Panel title={t('import.result')}>
      {before && (
        <Alert variant="warning" closeLabel={t('action.close')} title={t('import.before')}>
          {t('import.before.text', { file: before.fileName, at: format.instant(before.at), by: before.by ?? '—' })}
        </Alert>
      )}
      <Totals report={report} />
      {knownLines > 0 && <Typography>{t('import.known', { lines: knownLines })}</Typography>}
      <Typography textColor={badLines > 0 ? 'danger700' : 'success700'} fontWeight="semiBold">
        {badLines > 0 ? t('import.bad', { lines: badLines }) : t('import.good')}
      </Typography>
      {confirmable.map(({ code, lines }) => (
        <CheckField
          key={code}
          name={code}
          label={t(`import.confirm.${code}`, { lines })}
          checked={importing.confirmed.includes(code)}
          disabled={importing.busy}
          onChange={(checked) => void importing.confirm(code, checked)}
        />
      ))}
      {counts.error + counts.confirm + counts.note > 0 && <FindingsTable report={report} importing={importing} />}
    </Panel>
  );
};
