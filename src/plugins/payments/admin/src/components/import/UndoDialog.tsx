import { Typography } from '@strapi/design-system';
import type { ImportBatch } from '../../../../contracts/import-values';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import type { Failure } from '../../services/failure';
import { useUndoImportMutation } from '../../services/imports';
import { FormDialog } from '../shared/FormDialog';
import { useObstacles } from './useObstacles';

/** Asks before an import is taken back; what stands in its way is named in the dialog. */
export const UndoDialog = ({ batch, onClose }: { batch: ImportBatch; onClose: () => void }) => {
  const t = useT();
  const { currency } = useOffice();
  const [undo] = useUndoImportMutation();
  const { obstacles, keep } = useObstacles();
  const save = useSave<ImportBatch>();
  const failure: Failure | null =
    save.failure && obstacles ? { ...save.failure, problems: [], message: obstacles } : save.failure;
  return (
    <FormDialog
      title={t('import.undo.title', { file: batch.fileName })}
      submit={t('import.undo')}
      danger
      question
      busy={save.busy}
      failure={failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() => void save.run(() => undo(batch.documentId).unwrap().catch(keep), onClose)}
      onClose={onClose}
    >
      <Typography>
        {batch.kind === 'customers'
          ? t('import.undo.customers', { customers: batch.customers, contacts: batch.contacts })
          : t('import.undo.payments', { payments: batch.payments, instalments: batch.instalments })}
      </Typography>
    </FormDialog>
  );
};
