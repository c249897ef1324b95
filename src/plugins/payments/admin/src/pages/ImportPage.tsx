import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { ColumnsPanel } from '../components/import/ColumnsPanel';
import { EarlierImports } from '../components/import/EarlierImports';
import { FilePanel } from '../components/import/FilePanel';
import { ResultPanel } from '../components/import/ResultPanel';
import { RunPanel } from '../components/import/RunPanel';
import { StartBar } from '../components/import/StartBar';
import { useImport } from '../components/import/useImport';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { useOffice } from '../hooks/useOffice';
import { useT } from '../intl/useT';
import { IMPORT } from '../permissions';

const Import = () => {
  const t = useT();
  const { currency } = useOffice();
  const importing = useImport();
  const { report, batch, failure } = importing;

  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('import.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header title={t('import.title')} subtitle={t('import.subtitle')} />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
            {failure && <ProblemsAlert failure={failure} currency={currency} onClose={importing.dismiss} />}
            {batch ? <RunPanel begun={batch} onAgain={importing.again} /> : <FilePanel {...importing} />}
            {!batch && report && (
              <>
                <ColumnsPanel report={report} onMap={(mapping) => void importing.map(mapping)} />
                {report.missing.length === 0 && <ResultPanel report={report} importing={importing} />}
                <StartBar report={report} importing={importing} />
              </>
            )}
            <EarlierImports />
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Layouts.Root>
  );
};

/** Customers and payments from files of other programs, looked at before anything is written. */
export const ImportPage = () => (
  <Page.Protect permissions={IMPORT}>
    <Import />
  </Page.Protect>
);
