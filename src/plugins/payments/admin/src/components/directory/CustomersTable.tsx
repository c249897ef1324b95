import { Badge, Box, Flex, IconButton, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import type { CustomerValue } from '../../../../contracts/customer';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';

interface CustomersTableProps {
  customers: readonly CustomerValue[];
  /** Absent for a role that may not. */
  onEdit?: (customer: CustomerValue) => void;
}

const Contacts = ({ contacts }: Pick<CustomerValue, 'contacts'>) => {
  const t = useT();
  if (contacts.length === 0) return <Typography textColor="neutral600">{t('customers.noContacts')}</Typography>;
  return (
    <Box tag="ul" maxWidth="34rem" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
      {contacts.map((contact) => (
        <Flex tag="li" key={contact.documentId} gap={2} wrap="wrap">
          <Typography>{contact.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {contact.email ?? t('customers.noEmail')}
          </Typography>
          {contact.undeliverableSince && (
            <Badge size="S" variant="danger">
              {t('customers.undeliverable')}
            </Badge>
          )}
        </Flex>
      ))}
    </Box>
  );
};

export const CustomersTable = ({ customers, onEdit }: CustomersTableProps) => {
  const t = useT();
  const columns = ['customer', 'taxNumber', 'phone', 'contacts'] as const;
  return (
    <Table colCount={5} rowCount={customers.length + 1} aria-label={t('customers.title')}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <HeaderCell key={column}>{t(`column.${column}`)}</HeaderCell>
          ))}
          <Th>{''}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {customers.map((customer) => (
          <Tr key={customer.documentId}>
            <Td>
              <Flex gap={2} maxWidth="32rem">
                <Typography fontWeight="semiBold" ellipsis>
                  {customer.name}
                </Typography>
                {customer.archivedAt && <Badge size="S">{t('customers.archived')}</Badge>}
              </Flex>
            </Td>
            <Td>
              <Typography>{customer.taxNumber ?? '—'}</Typography>
            </Td>
            <Td>
              <Typography>{customer.phone ?? '—'}</Typography>
            </Td>
            <Td>
              <Contacts contacts={customer.contacts} />
            </Td>
            <Td>
              {onEdit && (
                <IconButton
                  label={t('customers.edit', { name: customer.name })}
                  variant="ghost"
                  onClick={() => onEdit(customer)}
                >
                  <Pencil />
                </IconButton>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
