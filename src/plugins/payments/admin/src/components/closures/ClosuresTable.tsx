import { Typography } from '@strapi/design-system';
import type { OfficeClosure } from '../../../../contracts/office-closures';
import { daysBetween } from '../../intl/format';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { DeleteButton, EditButton } from '../listing/RowButtons';
import { RowsTable } from '../listing/RowsTable';

interface ClosuresTableProps {
  closures: readonly OfficeClosure[];
  onEdit: (closure: OfficeClosure) => void;
  onDelete: (closure: OfficeClosure) => void;
}

const When = ({ closure: { startDate, endDate } }: { closure: OfficeClosure }) => {
  const t = useT();
  const format = useFormat();
  if (startDate === endDate) return <Typography>{format.weekDay(startDate)}</Typography>;
  return (
    <>
      <Typography>{t('closures.span', { from: format.weekDay(startDate), to: format.weekDay(endDate) })}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('closures.days', { count: daysBetween(startDate, endDate) + 1 })}
      </Typography>
    </>
  );
};

export const ClosuresTable = ({ closures, onEdit, onDelete }: ClosuresTableProps) => {
  const t = useT();
  return (
    <RowsTable
      label={t('closures.title')}
      rows={closures}
      keyOf={({ documentId }) => documentId}
      columns={[
        {
          name: 'closure',
          label: t('column.closure'),
          maxWidth: '48rem',
          cell: ({ name }) => <Typography fontWeight="semiBold">{name}</Typography>,
        },
        { name: 'when', label: t('column.when'), cell: (closure) => <When closure={closure} /> },
      ]}
      actions={(closure) => (
        <>
          <EditButton label={t('closures.change.of', { name: closure.name })} onClick={() => onEdit(closure)} />
          <DeleteButton label={t('closures.delete.of', { name: closure.name })} onClick={() => onDelete(closure)} />
        </>
      )}
    />
  );
};
