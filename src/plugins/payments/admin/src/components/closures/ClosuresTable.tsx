import { Box, Flex, IconButton, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import type { OfficeClosure } from '../../../../contracts/office-closures';
import { useIsMobile } from '@strapi/strapi/admin';
import { daysBetween } from '../../intl/format';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';

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
  const narrow = useIsMobile();
  return (
    <Table colCount={narrow ? 2 : 3} rowCount={closures.length + 1} aria-label={t('closures.title')}>
      <Thead>
        <Tr>
          <HeaderCell>{t('column.closure')}</HeaderCell>
          {!narrow && <HeaderCell>{t('column.when')}</HeaderCell>}
          <Th>{''}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {closures.map((closure) => (
          <Tr key={closure.documentId}>
            <Td>
              <Box
                maxWidth="48rem"
                paddingTop={narrow ? 3 : 0}
                paddingBottom={narrow ? 3 : 0}
                style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
              >
                <Typography fontWeight="semiBold">{closure.name}</Typography>
                {narrow && (
                  <Box>
                    <When closure={closure} />
                  </Box>
                )}
              </Box>
            </Td>
            {!narrow && (
              <Td>
                <When closure={closure} />
              </Td>
            )}
            <Td>
              <Flex gap={1} justifyContent="flex-end">
                <IconButton
                  label={t('closures.change.of', { name: closure.name })}
                  variant="ghost"
                  onClick={() => onEdit(closure)}
                >
                  <Pencil />
                </IconButton>
                <IconButton
                  label={t('closures.delete.of', { name: closure.name })}
                  variant="ghost"
                  onClick={() => onDelete(closure)}
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
