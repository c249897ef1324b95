import { Box, Flex, IconButton, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { useIsMobile } from '@strapi/strapi/admin';
import type { InstitutionValue } from '../../../../contracts/institution';
import { displayIban } from '../../../../domain/iban';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';

interface InstitutionsTableProps {
  institutions: readonly InstitutionValue[];
  onEdit: (institution: InstitutionValue) => void;
  onDelete: (institution: InstitutionValue) => void;
}

interface OneInstitution {
  institution: InstitutionValue;
}

const Name = ({ institution }: OneInstitution) => (
  <>
    <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
      {institution.name}
    </Typography>
    <Typography tag="p" variant="pi" textColor="neutral600">
      {institution.iban && displayIban(institution.iban)}
    </Typography>
  </>
);

const PayLink = ({ institution: { payUrl } }: OneInstitution) =>
  payUrl && (
    <Link href={payUrl} isExternal>
      {new URL(payUrl).hostname}
    </Link>
  );

/** What the other columns say, under the name. */
const NarrowCell = ({ institution }: OneInstitution) => {
  const t = useT();
  const { codeScheme, bankDays } = institution;
  return (
    <Td>
      <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="20rem" paddingTop={3} paddingBottom={3}>
        <Name institution={institution} />
        <Typography variant="pi" style={{ whiteSpace: 'normal' }}>
          {`${t(`scheme.${codeScheme}`)} · ${t('column.bankDays')}: ${bankDays}`}
        </Typography>
        <PayLink institution={institution} />
      </Flex>
    </Td>
  );
};

const WideCells = ({ institution }: OneInstitution) => {
  const t = useT();
  return (
    <>
      <Td>
        <Box maxWidth="34rem">
          <Name institution={institution} />
        </Box>
      </Td>
      <Td>
        <Typography>{t(`scheme.${institution.codeScheme}`)}</Typography>
      </Td>
      <Td>
        <Typography>{institution.bankDays}</Typography>
      </Td>
      <Td>
        <PayLink institution={institution} />
      </Td>
    </>
  );
};

export const InstitutionsTable = ({ institutions, onEdit, onDelete }: InstitutionsTableProps) => {
  const t = useT();
  const narrow = useIsMobile();
  const columns = narrow ? (['institution'] as const) : (['institution', 'scheme', 'bankDays', 'payUrl'] as const);
  return (
    <Table colCount={columns.length + 1} rowCount={institutions.length + 1} aria-label={t('institutions.title')}>
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
            {narrow ? <NarrowCell institution={institution} /> : <WideCells institution={institution} />}
            <Td>
              <Flex gap={1} justifyContent="flex-end">
                <IconButton
                  label={t('institutions.edit', { name: institution.name })}
                  variant="ghost"
                  onClick={() => onEdit(institution)}
                >
                  <Pencil />
                </IconButton>
                <IconButton
                  label={t('institutions.delete', { name: institution.name })}
                  variant="ghost"
                  onClick={() => onDelete(institution)}
                >
                  <Trash />
                </IconButton>
              </Flex>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
