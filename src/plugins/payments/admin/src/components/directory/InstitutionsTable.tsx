import { Link, Typography } from '@strapi/design-system';
import type { InstitutionValue } from '../../../../contracts/institution';
import { displayIban } from '../../../../domain/iban';
import { useT } from '../../intl/useT';
import type { Column } from '../listing/columns';
import { DeleteButton, EditButton } from '../listing/RowButtons';
import { RowsTable } from '../listing/RowsTable';

interface InstitutionsTableProps {
  institutions: readonly InstitutionValue[];
  onEdit: (institution: InstitutionValue) => void;
  onDelete: (institution: InstitutionValue) => void;
}

const useColumns = (): Column<InstitutionValue>[] => {
  const t = useT();
  return [
    {
      name: 'institution',
      label: t('column.institution'),
      maxWidth: '34rem',
      cell: ({ name, iban }) => (
        <>
          <Typography fontWeight="semiBold">{name}</Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {iban && displayIban(iban)}
          </Typography>
        </>
      ),
    },
    {
      name: 'scheme',
      label: t('column.scheme'),
      cell: ({ codeScheme }) => <Typography>{t(`scheme.${codeScheme}`)}</Typography>,
    },
    {
      name: 'bankDays',
      label: t('column.bankDays'),
      cell: ({ bankDays }, narrow) => (
        <Typography>{narrow ? `${t('column.bankDays')}: ${bankDays}` : bankDays}</Typography>
      ),
    },
    {
      name: 'payUrl',
      label: t('column.payUrl'),
      cell: ({ payUrl }) =>
        payUrl && (
          <Link href={payUrl} isExternal>
            {new URL(payUrl).hostname}
          </Link>
        ),
    },
  ];
};

export const InstitutionsTable = ({ institutions, onEdit, onDelete }: InstitutionsTableProps) => {
  const t = useT();
  return (
    <RowsTable
      label={t('institutions.title')}
      rows={institutions}
      keyOf={({ documentId }) => documentId}
      columns={useColumns()}
      actions={(institution) => (
        <>
          <EditButton label={t('institutions.edit', { name: institution.name })} onClick={() => onEdit(institution)} />
          <DeleteButton
            label={t('institutions.delete', { name: institution.name })}
            onClick={() => onDelete(institution)}
          />
        </>
      )}
    />
  );
};
