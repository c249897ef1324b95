import { Flex, IconButton, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import type { InstitutionValue } from '../../../../contracts/institution';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';

interface InstitutionsTableProps {
  institutions: readonly InstitutionValue[];
  /** Absent for a role that may not. */
  onEdit?: (institution: InstitutionValue) => void;
  onDelete?: (institution: InstitutionValue) => void;
}

export const InstitutionsTable = ({ institutions, onEdit, onDelete }: InstitutionsTableProps) => {
  const t = useT();
  const columns = ['institution', 'scheme', 'bankDays', 'payUrl'] as const;
  return (
    <Table colCount={5} rowCount={institutions.length + 1} aria-label={t('institutions.title')}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <HeaderCell key={column}>{t(`column.${column}`)}</HeaderCell>
          ))}
          <Th>{''}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {institutions.map((institution) => (
          <Tr key={institution.documentId}>
            <Td>
              <Typography fontWeight="semiBold">{institution.name}</Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {institution.iban}
              </Typography>
            </Td>
            <Td>
              <Typography>{t(`scheme.${institution.codeScheme}`)}</Typography>
            </Td>
            <Td>
              <Typography>{institution.bankDays}</Typography>
            </Td>
            <Td>
              {institution.payUrl && (
                <Link href={institution.payUrl} isExternal>
                  {new URL(institution.payUrl).hostname}
                </Link>
              )}
            </Td>
            <Td>
              <Flex gap={1} justifyContent="flex-end">
                {onEdit && (
                  <IconButton
                    label={t('institutions.edit', { name: institution.name })}
                    variant="ghost"
                    onClick={() => onEdit(institution)}
                  >
                    <Pencil />
                  </IconButton>
                )}
                {onDelete && (
                  <IconButton
                    label={t('institutions.delete', { name: institution.name })}
                    variant="ghost"
                    onClick={() => onDelete(institution)}
                  >
                    <Trash />
                  </IconButton>
                )}
              </Flex>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
