import { Button, Typography } from '@strapi/design-system';
import type { ImportReport } from '../../../../contracts/import-values';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { FootBar } from '../listing/FootBar';
import type { Import } from './useImport';

/** Writes what was looked at. One bad line holds all of it back, unless staff leave the bad lines out. */
export const StartBar = ({ report, importing }: { report: ImportReport; importing: Import }) => {
  const t = useT();
  const { badLines, missing, totals } = report;
  const count = totals.customers + totals.payments;
  const ready = missing.length === 0 && count > 0 && (badLines === 0 || importing.skipBad);
  return (
    <FootBar
      label={t('import.start')}
      buttons={
        <Button disabled={!ready} loading={importing.busy} onClick={() => void importing.start()}>
          {t(`import.start.${report.kind}`, { count })}
        </Button>
      }
    >
      {badLines > 0 && (
        <CheckField
          name="skipBad"
          label={t('import.skipBad', { lines: badLines })}
          checked={importing.skipBad}
          onChange={importing.setSkipBad}
        />
      )}
      <Typography variant="pi" textColor="neutral600">
        {t('import.silent')}
      </Typography>
    </FootBar>
  );
};
